/** Whoever has shown no paired key must not take the places of those who have (decision 0097). */
import { connect as connectPlain, type Socket } from 'node:net';
import { connect, type ConnectionOptions } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import {
  closeLater,
  closeNetwork,
  identityOf,
  keyOf,
  openCompanion,
  startKeeper,
  type Keeper,
} from '../../support/lan.ts';

afterEach(closeNetwork);

type Open = (from: string) => Socket;

const mostTries = 30;

/** Every address holds as many sockets as it may, and opens another one for each that is cut. */
function crowd(open: Open, addresses: number, each: number) {
  const standing = new Set<Socket>();
  const seen = { standing, reached: 0 };
  const tries = new Map<string, number>();
  let isOver = false;
  const hold = (from: string) => {
    const tried = tries.get(from) ?? 0;
    if (isOver || tried >= mostTries) return;
    tries.set(from, tried + 1);
    const socket = open(from);
    standing.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('connect', () => (seen.reached += 1));
    socket.once('close', () => {
      standing.delete(socket);
      hold(from);
    });
  };
  for (let n = 0; n < addresses * each; n += 1) hold(`127.0.1.${(n % addresses) + 1}`);
  closeLater(() => {
    isOver = true;
    for (const socket of standing) socket.destroy();
  });
  return seen;
}

const silent =
  ({ host }: Keeper): Open =>
  (localAddress) =>
    connectPlain({ port: host.port, host: '127.0.0.1', localAddress });

/** Its handshake is done, with a key that nobody knows; it says nothing. */
async function stranger({ host }: Keeper, who: string): Promise<Open> {
  const { privateKeyPem: key, certificatePem: cert } = await identityOf(who);
  const at = { port: host.port, host: '127.0.0.1', key, cert, rejectUnauthorized: false };
  return (localAddress) => connect({ ...at, localAddress } as ConnectionOptions);
}

/** A crowd may hang for as long as the test lasts, and try as often as it does. */
const patient = { handshakeMs: 300_000, headersMs: 300_000, requestMs: 300_000, connectionsPerSecond: mostTries };

describe('eleven addresses that hold all the sockets they may', () => {
  it('keep no companion out, and cut none off', async () => {
    const keeper = await startKeeper({ limits: patient });
    const before = await openCompanion(keeper, {}, 'eva');
    await eventually(() => expect(before.state().kind).toBe('up'));
    const seen = crowd(silent(keeper), 11, 24);
    await eventually(() => expect(seen.reached).toBeGreaterThanOrEqual(11 * 24));
    const ana = await openCompanion(keeper, {}, 'ana');
    await eventually(() => expect(ana.state().kind).toBe('up'));
    expect(await ana.call('list', {})).toEqual({ name: 'list', body: {} });
    expect(await before.call('list', {})).toEqual({ name: 'list', body: {} });
    expect(keeper.refused.filter(({ why }) => why === 'flood')).toHaveLength(11);
    expect(keeper.connected.map(({ ended }) => ended)).toEqual([0, 0]);
  });
});

describe('strangers', () => {
  it('count as such while a code is offered, and when they were taken off', async () => {
    const keeper = await startKeeper({ limits: { ...patient, allSockets: 16 } });
    keeper.paired.set(await keyOf('taken-off'), 'revoked');
    keeper.host.offer.open();
    const eva = await openCompanion(keeper, {}, 'eva');
    await eventually(() => expect(eva.state().kind).toBe('up'));
    const states: unknown[] = [];
    eva.onState((state) => states.push(state));
    const [one, other] = [await stranger(keeper, 'stranger'), await stranger(keeper, 'taken-off')];
    const { standing } = crowd((from) => (from.endsWith('1') ? one(from) : other(from)), 12, 1);
    await eventually(() => expect(keeper.refused.some(({ why }) => why === 'flood')).toBe(true));
    const ana = await openCompanion(keeper);
    await eventually(() => expect(ana.state().kind).toBe('up'));
    expect(await ana.call('list', {})).toEqual({ name: 'list', body: {} });
    // Her sockets are hers, though she has more of them than any of those.
    expect(states).toEqual([]);
    await eventually(() => expect(standing.size).toBeLessThanOrEqual(16 / 4));
  });
});
