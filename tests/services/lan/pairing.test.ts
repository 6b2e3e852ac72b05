/** Two computers learn each other by a code; whoever stands between them, or comes late, learns nothing. */
import { createServer, connect, type TLSSocket } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  decodePairCode,
  encodePairCode,
  pairCodeGroupCount,
  PairOffer,
  type TakenOffer,
} from '../../../src/main/platform/lan/pair-code.ts';
import { channelOf, pairProof } from '../../../src/main/platform/lan/pair-proof.ts';
import { connectTls } from '../../../src/main/platform/lan/pinned-agent.ts';
import { eventually } from '../../support/eventually.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import {
  closeLater,
  closeNetwork,
  identityOf,
  keyOf,
  openCompanion,
  pair,
  startKeeper,
  type Keeper,
} from '../../support/lan.ts';
import { refusal } from '../refusal.ts';

afterEach(closeNetwork);

const other = encodePairCode(Buffer.alloc(15, 7));

describe('a pair code', () => {
  const code = Buffer.from('000102030405060708090a0b0c0d0e', 'hex');
  const printed = encodePairCode(code);

  it('is seven groups of four, read whatever way it is typed', () => {
    expect(printed).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(printed.split('-')).toHaveLength(pairCodeGroupCount);
    expect(decodePairCode(printed).equals(code)).toBe(true);
    const loose = printed.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(decodePairCode(loose).equals(code)).toBe(true);
    expect(decodePairCode(printed.replaceAll('1', 'i')).equals(code)).toBe(true);
  });

  it('shows each wrong character before anything is sent', () => {
    const plain = printed.replaceAll('-', '');
    const wrong = [plain.slice(1), `${plain}0`, 'U'.repeat(28)];
    for (let at = 0; at < plain.length; at += 1)
      for (const character of '0123456789ABCDEFGHJKMNPQRSTVWXYZ')
        if (character !== plain[at]) wrong.push(plain.slice(0, at) + character + plain.slice(at + 1));
    expect(wrong).toHaveLength(3 + 28 * 31);
    for (const typed of wrong) expect(() => decodePairCode(typed)).toThrow('wrong-secret:pair-code-mistyped');
  });
});

function held(taken: ReturnType<PairOffer['take']>): TakenOffer {
  if (typeof taken === 'string') throw new Error(taken);
  return taken;
}

describe('an offer', () => {
  it('stands ten minutes, for one use, and remembers for as long what ended it', () => {
    const clock = fixedClock();
    const offer = new PairOffer(clock);
    expect([offer.left(), offer.refusal()]).toEqual([null, 'unknown']);
    const code = decodePairCode(offer.open());
    clock.advance(599_999);
    expect(offer.left()).toBe(1);
    const taken = offer.take((shown) => shown.equals(code));
    expect(offer.take(() => true)).toBe('code-used');
    held(taken).use();
    expect([offer.left(), offer.take(() => true)]).toEqual([null, 'code-used']);
    clock.advance(600_000);
    expect(offer.refusal()).toBe('unknown');
    offer.open();
    clock.advance(600_000);
    expect([offer.left(), offer.take(() => true)]).toEqual([null, 'code-expired']);
  });

  it('is given back with the time and the wrong tries that it had', () => {
    const clock = fixedClock();
    const offer = new PairOffer(clock);
    offer.open();
    for (let n = 0; n < 3; n += 1) expect(offer.take(() => false)).toBe('code-wrong');
    clock.advance(1000);
    const taken = offer.take(() => true);
    expect(offer.take(() => false)).toBe('code-wrong');
    held(taken).giveBack();
    expect(offer.left()).toBe(599_000);
    expect(offer.take(() => false)).toBe('code-wrong');
    expect(offer.left()).toBeNull();
  });

  it('is gone after five wrong tries, and after a newer one', () => {
    const offer = new PairOffer(fixedClock());
    const first = decodePairCode(offer.open());
    offer.open();
    expect(offer.take((shown) => shown.equals(first))).toBe('code-wrong');
    for (let n = 0; n < 4; n += 1) expect(offer.take(() => false)).toBe('code-wrong');
    expect(offer.left()).toBeNull();
    expect(offer.take(() => true)).toBe('code-wrong');
  });
});

describe('pairing', () => {
  it('makes both know each other, and the companion calls at once', async () => {
    const keeper = await startKeeper();
    const paired = await pair(keeper, keeper.host.offer.open().toLowerCase());
    expect(paired).toEqual({
      keeperFingerprint: keeper.host.fingerprint,
      answer: { centre: 'CEM Prueba', name: 'ADMISION-PC' },
    });
    expect([...keeper.paired]).toEqual([[await keyOf('ana'), 'paired']]);
    expect(keeper.refused).toEqual([]);
    const link = await openCompanion(keeper);
    await eventually(() => expect(link.state()).toEqual({ kind: 'up' }));
    expect(await link.call('listMyCases', { page: 1 })).toEqual({ name: 'listMyCases', body: { page: 1 } });
  });

  it('refuses a wrong code, and after five of them the right one', async () => {
    const keeper = await startKeeper();
    const code = keeper.host.offer.open();
    for (let n = 0; n < 5; n += 1) await expect(pair(keeper, other)).rejects.toThrow('wrong-secret:pair-code-refused');
    await expect(pair(keeper, code)).rejects.toThrow('wrong-secret:pair-code-refused');
    expect(keeper.paired.size).toBe(0);
    const companion = await keyOf('ana');
    expect(keeper.refused).toEqual([{ why: 'code-wrong', address: '127.0.0.1', companion, count: 1 }]);
    keeper.clock.advance(60_000);
    await eventually(() => expect(keeper.refused.at(-1)).toMatchObject({ why: 'code-wrong', count: 5 }));
  });

  it('takes a code once', async () => {
    const keeper = await startKeeper();
    const code = keeper.host.offer.open();
    const both = await Promise.allSettled([pair(keeper, code, 'ana'), pair(keeper, code, 'eva')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(pair(keeper, code, 'rosa')).rejects.toThrow('pair-code-refused');
    expect(keeper.paired.size).toBe(1);
    expect(keeper.refused[0]).toMatchObject({ why: 'code-used', address: '127.0.0.1' });
  });

  it('refuses a code after ten minutes', async () => {
    const keeper = await startKeeper();
    const code = keeper.host.offer.open();
    keeper.clock.advance(600_000);
    await expect(pair(keeper, code)).rejects.toThrow('wrong-secret:pair-code-refused');
    expect(keeper.refused).toMatchObject([{ why: 'code-expired' }]);
  });

  it('sends nothing for a mistyped code, and says when nobody is there', async () => {
    const keeper = await startKeeper();
    const code = keeper.host.offer.open();
    await expect(pair(keeper, code.slice(0, -1))).rejects.toThrow('pair-code-mistyped');
    expect(keeper.refused).toEqual([]);
    await keeper.host.close();
    await expect(pair(keeper, code)).rejects.toThrow('storage:keeper-unreachable');
  });
});

describe('a record that does not take the companion', () => {
  it('is heard where the code was typed, which counts for another name, once', async () => {
    const keeper = await startKeeper();
    const code = keeper.host.offer.open();
    await expect(pair(keeper, code, 'ana', { name: 'TAKEN' })).rejects.toThrow('duplicate:companion-name');
    await expect(pair(keeper, code, 'ana', { name: 'TAKEN' })).rejects.toThrow('duplicate:companion-name');
    expect([keeper.host.offer.left(), keeper.paired.size]).toEqual([600_000, 0]);
    await pair(keeper, code, 'ana', { name: 'OTRA-PC' });
    expect([...keeper.paired]).toEqual([[await keyOf('ana'), 'paired']]);
    expect(keeper.host.offer.left()).toBeNull();
    expect(keeper.refused).toEqual([]);
    await expect(pair(keeper, code, 'eva')).rejects.toThrow('pair-code-refused');
    expect([keeper.paired.size, keeper.refused[0]?.why]).toEqual([1, 'code-used']);
  });

  it('uses it up where nobody knows what became of it, and where it is the code that counts no more', async () => {
    const keeper = await startKeeper();
    const code = keeper.host.offer.open();
    await expect(pair(keeper, code, 'ana', { name: 'BROKEN' })).rejects.toThrow('storage:keeper-unreachable');
    expect([keeper.host.offer.left(), keeper.host.offer.refusal()]).toEqual([null, 'code-used']);
    const next = keeper.host.offer.open();
    await expect(pair(keeper, next, 'ana', { name: 'LEFT' })).rejects.toThrow('wrong-secret:pair-code-refused');
    expect([keeper.host.offer.left(), keeper.host.offer.refusal()]).toEqual([null, 'code-used']);
    expect(keeper.paired.size).toBe(0);
  });
});

describe('while one computer is being judged', () => {
  /** One whose pairing hangs at the record. */
  async function judging(name: 'SLOW' | 'SLOW-TAKEN') {
    const keeper = await startKeeper();
    const code = keeper.host.offer.open();
    const first = refusal(() => pair(keeper, code, 'ana', { name }));
    await eventually(() => expect(keeper.held()).toBe(1));
    return { keeper, code, first };
  }

  it('a second one with the same code is refused, and one of both is paired', async () => {
    const { keeper, code, first } = await judging('SLOW');
    await expect(pair(keeper, code, 'eva')).rejects.toThrow('pair-code-refused');
    expect(keeper.refused).toMatchObject([{ why: 'code-used', companion: await keyOf('eva') }]);
    keeper.release();
    expect(await first).toBe('none');
    expect([...keeper.paired.keys()]).toEqual([await keyOf('ana')]);
    expect(keeper.host.offer.left()).toBeNull();
  });

  it('an offer that is withdrawn, too old, or made anew does not come back with its refusal', async () => {
    const endings = [
      { end: ({ host }: Keeper) => host.offer.withdraw(), left: null, why: 'unknown' },
      { end: ({ clock }: Keeper) => clock.advance(600_000), left: null, why: 'code-expired' },
      { end: ({ host }: Keeper) => void host.offer.open(), left: 600_000, why: 'code-wrong' },
    ];
    for (const { end, left, why } of endings) {
      const { keeper, code, first } = await judging('SLOW-TAKEN');
      end(keeper);
      keeper.release();
      expect(await first).toBe('duplicate/companion-name');
      expect(keeper.host.offer.left()).toBe(left);
      await expect(pair(keeper, code, 'eva')).rejects.toThrow('pair-code-refused');
      expect([keeper.paired.size, keeper.refused.at(-1)?.why]).toEqual([0, why]);
    }
  });

  it('nor is a newer one used up by the pairing of the one before', async () => {
    const { keeper, first } = await judging('SLOW');
    const next = keeper.host.offer.open();
    keeper.release();
    expect(await first).toBe('none');
    await pair(keeper, next, 'eva');
    expect(keeper.paired.size).toBe(2);
  });
});

describe('somebody in the middle', () => {
  /** Ends TLS on both legs with a certificate of its own; Where `answer` has one, it is said instead of the keeper's. */
  async function startRelay(port: number, answer: (said: Buffer) => string | null): Promise<number> {
    const { privateKeyPem: key, certificatePem: cert } = await identityOf('relay');
    const open: TLSSocket[] = [];
    const relay = createServer({ key, cert, requestCert: true, rejectUnauthorized: false }, (near) => {
      const far = connect({ port, host: '127.0.0.1', key, cert, rejectUnauthorized: false });
      open.push(near, far);
      for (const socket of [near, far]) socket.on('error', () => socket.destroy());
      near.on('data', (bytes: Buffer) => {
        const own = answer(bytes);
        if (own === null) far.write(bytes);
        else near.write(own);
      });
      far.on('data', (bytes: Buffer) => near.write(bytes));
      far.on('close', () => near.destroy());
    });
    await new Promise<void>((listening) => relay.listen(0, '127.0.0.1', listening));
    closeLater(() => {
      open.forEach((socket) => socket.destroy());
      return new Promise((closed) => relay.close(closed));
    });
    return (relay.address() as AddressInfo).port;
  }

  const nothing = () => null;

  function yes(proof: string): string {
    const body = JSON.stringify({ proof, answer: {}, refused: null });
    return `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  }

  it('who hands everything on is refused by the keeper', async () => {
    const keeper = await startKeeper();
    const port = await startRelay(keeper.host.port, nothing);
    await expect(pair(keeper, keeper.host.offer.open(), 'ana', { port })).rejects.toThrow('pair-code-refused');
    expect(keeper.paired.size).toBe(0);
    expect(keeper.refused).toMatchObject([{ why: 'code-wrong', companion: await keyOf('relay') }]);
  });

  it('who says yes in place of the keeper is not believed by the companion', async () => {
    const keeper = await startKeeper();
    const invented = () => yes(Buffer.alloc(32).toString('base64url'));
    // The companion's own proof sent back, as good on this channel as it can be.
    const reflected = (said: Buffer) => yes(/"proof":"([^"]+)"/.exec(said.toString())?.[1] ?? '');
    for (const answer of [invented, reflected]) {
      const port = await startRelay(keeper.host.port, answer);
      await expect(pair(keeper, keeper.host.offer.open(), 'ana', { port })).rejects.toThrow('wrong-secret:pair-middle');
    }
    expect(keeper.paired.size).toBe(0);
  });

  it('could not use a proof of another channel, though both keys are the right ones', async () => {
    const keeper = await startKeeper();
    const code = decodePairCode(keeper.host.offer.open());
    const ana = await identityOf('ana');
    const at = { address: '127.0.0.1', port: keeper.host.port };
    const open = async () => {
      const socket = await connectTls(at, ana, AbortSignal.timeout(60_000));
      closeLater(() => socket.destroy());
      const channel = channelOf(socket, keeper.host.fingerprint, await keyOf('ana'));
      return { socket, proof: pairProof(code, 'companion', channel).toString('base64url') };
    };
    const [first, second, third] = [await open(), await open(), await open()];
    const tell = async (socket: TLSSocket, proof: string) => {
      const body = JSON.stringify({ name: 'ADMISION-PC', proof });
      socket.write(`POST /pair HTTP/1.1\r\nHost: k\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
      return new Promise<string>((told) => socket.once('data', (bytes: Buffer) => told(bytes.toString().slice(9, 12))));
    };
    expect(await tell(second.socket, first.proof)).toBe('403');
    expect(await tell(third.socket, third.proof)).toBe('200');
  });

  it('is not spoken to by a companion that knows its keeper', async () => {
    const keeper = await startKeeper();
    keeper.paired.set(await keyOf('relay'), 'paired');
    const link = await openCompanion(keeper, { port: await startRelay(keeper.host.port, nothing) });
    const states: string[] = [];
    link.onState(({ kind }) => states.push(kind));
    await eventually(() => expect(states.length).toBeGreaterThan(3));
    expect(new Set(states)).toEqual(new Set(['down']));
    await expect(link.call('listMyCases', {})).rejects.toThrow('the line is cut');
    expect([keeper.connected, keeper.calls]).toEqual([[], []]);
  });
});
