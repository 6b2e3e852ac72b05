/** How a page in a browser joins the program it was opened by. */
import { describe, expect, it } from 'vitest';
import { loopbackTransport, takeTicket } from '../../../src/renderer/platform/transport.ts';
import { wordsOf } from '../../../src/renderer/platform/failure-words.ts';
import type { Call } from '../../../src/shared/platform/contract.ts';
import { eventually } from '../../support/eventually.ts';

const call: Call = { procedure: 'getStatus', input: {}, session: null, key: null, password: null };
const answer = { ok: true, value: {}, after: null };

type Sent = { path: string; secret: string };

/** A host with one ticket; `lose` requests get no answer. */
function hostOf(ticket: string, lose = 0): { sent: Sent[]; fetcher: typeof fetch } {
  const sent: Sent[] = [];
  let left = lose;
  let isUsed = false;
  const fetcher = ((url: URL, options: RequestInit) => {
    const secret = new Headers(options.headers).get('x-registro-token') ?? '';
    sent.push({ path: url.pathname, secret });
    if (left > 0) {
      left -= 1;
      return Promise.reject(new TypeError('no answer'));
    }
    if (url.pathname === '/join') {
      const isGood = secret === ticket && !isUsed;
      isUsed ||= isGood;
      return Promise.resolve(new Response(isGood ? '{"token":"in-memory"}' : '', { status: isGood ? 200 : 403 }));
    }
    const status = secret === 'in-memory' ? 200 : 403;
    return Promise.resolve(new Response(status === 200 ? JSON.stringify(answer) : '', { status }));
  }) as typeof fetch;
  return { sent, fetcher };
}

describe('a page in the browser', () => {
  it('exchanges its ticket once, and calls with the token it got', async () => {
    const { sent, fetcher } = hostOf('one');
    const transport = loopbackTransport('http://127.0.0.1:1', 'one', fetcher);
    expect(await Promise.all([transport.invoke(call), transport.invoke(call)])).toEqual([answer, answer]);
    expect(sent.filter(({ path }) => path === '/join')).toEqual([{ path: '/join', secret: 'one' }]);
    expect(sent.filter(({ path }) => path === '/invoke').every(({ secret }) => secret === 'in-memory')).toBe(true);
  });

  it('says how to go on when its ticket was used before, and never asks again', async () => {
    const { sent, fetcher } = hostOf('one');
    const transport = loopbackTransport('http://127.0.0.1:1', 'used', fetcher);
    for (let tries = 0; tries < 2; tries += 1) {
      const envelope = await transport.invoke(call);
      expect(envelope).toMatchObject({ ok: false, failure: { code: 'forbidden', reason: 'page-unjoined' } });
      if (!envelope.ok) expect(wordsOf(envelope.failure)).toMatch(/^Esta página ya no está unida al programa/);
    }
    expect(sent).toHaveLength(1);
  });

  it('tries again when the program did not answer', async () => {
    const { fetcher } = hostOf('one', 1);
    const transport = loopbackTransport('http://127.0.0.1:1', 'one', fetcher);
    expect(await transport.invoke(call)).toMatchObject({ ok: false, failure: { reason: 'no-answer' } });
    expect(await transport.invoke(call)).toEqual(answer);
  });

  it('hears what happens over one connection, however many listen, until the last one leaves', async () => {
    const streams: { body: ReadableStreamDefaultController<Uint8Array>; signal: AbortSignal }[] = [];
    const fetcher = ((url: URL, { signal }: RequestInit) => {
      if (url.pathname === '/join') return Promise.resolve(new Response('{"token":"in-memory"}'));
      const stream = new ReadableStream<Uint8Array>({
        start: (body) => void streams.push({ body, signal: signal as AbortSignal }),
      });
      return Promise.resolve(new Response(stream));
    }) as typeof fetch;
    const transport = loopbackTransport('http://127.0.0.1:1', 'one', fetcher);
    const heard: string[] = [];
    const leave = ['a', 'b', 'c'].map((name) => transport.subscribe(({ kind }) => void heard.push(`${name} ${kind}`)));
    await eventually(() => expect(streams).toHaveLength(1));
    streams[0]?.body.enqueue(Buffer.from('{"kind":"changed","topic":"reception"}\n'));
    await eventually(() => expect(heard).toEqual(['a changed', 'b changed', 'c changed']));
    leave[0]?.();
    leave[1]?.();
    expect(streams[0]?.signal.aborted).toBe(false);
    leave[2]?.();
    expect(streams[0]?.signal.aborted).toBe(true);
    transport.subscribe(() => undefined)();
    expect(streams.length, 'one more for who comes later').toBeLessThanOrEqual(2);
  });

  it('takes the ticket out of the address', () => {
    const replaced: unknown[] = [];
    const place = { hash: '#ticket=one', pathname: '/' } as Location;
    const history = { replaceState: (...all: unknown[]) => replaced.push(all[2]) } as unknown as History;
    expect(takeTicket(place, history)).toBe('one');
    expect(replaced).toEqual(['/#/']);
  });
});
