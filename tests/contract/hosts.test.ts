import { afterAll, describe, expect, it } from 'vitest';
import { startLoopback } from '../../src/main/platform/loopback-host.ts';
import { contract } from '../../src/shared/contract.ts';
import type { Call, Envelope } from '../../src/shared/platform/contract.ts';
import { closeCentres, startCentre } from '../support/start-application.ts';

afterAll(closeCentres);

function shapeOf(envelope: Envelope): unknown {
  if (!envelope.ok) return envelope.failure;
  return Object.keys(envelope.value as object).sort();
}

const ticketOf = (address: string) => new URLSearchParams(new URL(address).hash.slice(1)).get('ticket') ?? '';

/** The token of a page that opens the address. */
async function joined(address: string): Promise<string> {
  const headers = { 'x-registro-token': ticketOf(address) };
  const response = await fetch(`${new URL(address).origin}/join`, { method: 'POST', headers });
  return ((await response.json()) as { token: string }).token;
}

describe('hosts', () => {
  it('give the same answer to every procedure, called directly and over loopback', async () => {
    const centre = await startCentre();
    const host = await startLoopback(() => centre.application, { port: 0, pageOrigin: null });
    const { token } = await centre.sessionOf('coordina');
    const origin = new URL(host.address).origin;
    const page = await joined(host.address);
    const overHttp = async (call: Call): Promise<Envelope> => {
      const response = await fetch(`${origin}/invoke`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-registro-token': page },
        body: JSON.stringify(call),
      });
      return (await response.json()) as Envelope;
    };
    const skipped = ['lock', 'restoreCopy', 'previewRestore', 'foundCentre', 'signIn'];
    for (const procedure of Object.keys(contract).filter((name) => !skipped.includes(name))) {
      for (const input of [{}, { nonsense: 1 }]) {
        const call: Call = { procedure, input, session: token, key: null, password: null };
        centre.clock.advance(20);
        const direct = await centre.application.invoke(call);
        const http = await overHttp(call);
        expect({ procedure, answer: shapeOf(http) }).toEqual({ procedure, answer: shapeOf(direct) });
      }
    }
    await host.close();
  });

  it('refuse a wrong token, a foreign host and a foreign origin', async () => {
    const centre = await startCentre();
    const host = await startLoopback(() => centre.application, { port: 0, pageOrigin: null });
    const { origin, port } = new URL(host.address);
    const page = await joined(host.address);
    const post = (headers: Record<string, string>) =>
      fetch(`${origin}/invoke`, { method: 'POST', headers, body: '{}' }).then((response) => response.status);
    expect(await post({ 'x-registro-token': 'wrong' })).toBe(403);
    expect(await post({ 'x-registro-token': page, origin: `http://localhost:${port}` })).toBe(403);
    expect(await post({ 'x-registro-token': page, origin })).toBe(200);
    await host.close();
  });

  it('give the token for the ticket of an address once, and for no other', async () => {
    const centre = await startCentre();
    const next: string[] = [];
    const host = await startLoopback(() => centre.application, {
      port: 0,
      pageOrigin: null,
      onUsed: (address) => next.push(address),
    });
    const { origin, hash } = new URL(host.address);
    const send = async (path: string, secret: string, more: Record<string, string> = {}) => {
      const headers = { 'x-registro-token': secret, ...more };
      return fetch(`${origin}${path}`, { method: 'POST', headers, body: path === '/invoke' ? '{}' : null });
    };
    const ticket = ticketOf(host.address);
    expect((await send('/invoke', ticket)).status).toBe(403);
    expect((await send('/join', ticket, { origin: 'http://ejemplo.invalid' })).status).toBe(403);
    const token = await joined(host.address);
    expect(hash).not.toContain(token);
    expect((await send('/join', token)).status).toBe(403);
    // What stays in the history of the browser is worth nothing.
    expect((await send('/join', ticket)).status).toBe(403);
    expect(next).toHaveLength(1);
    const other = await joined(next[0] ?? '');
    // Each page is a connection of its own.
    expect(other).not.toBe(token);
    expect((await send('/invoke', token)).status).toBe(200);
    expect((await send('/invoke', other)).status).toBe(200);
    await host.close();
  });
});
