/** Whoever is not let in is written down with why and from where (issue 19, 15): also while the record is closed. */
import { createServer, connect, type TLSSocket } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { KeeperParts } from '../../../src/main/computers/keeper.ts';
import { makeIdentity } from '../../../src/main/platform/lan/identity.ts';
import { openLink } from '../../../src/main/platform/lan/lan-link.ts';
import type { LinkOptions } from '../../../src/main/platform/lan/link-line.ts';
import { encodePairCode } from '../../../src/main/platform/lan/pair-code.ts';
import { pairWith } from '../../../src/main/platform/lan/pair-with.ts';
import { ownVersion } from '../../../src/main/computers/own-version.ts';
import { callSchema } from '../../../src/shared/platform/contract.ts';
import { eventually } from '../../support/eventually.ts';
import { openComputer, pair, quickPace, startKeeping, type Keeping, type Paired } from '../../support/computers.ts';
import { closeLater, closeNetwork } from '../../support/lan.ts';
import { closeCentres, passphrase } from '../../support/start-application.ts';
import { removeFolders } from '../../support/temporary-folder.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(async () => {
  await closeNetwork();
  await closeCentres();
  removeFolders();
});

/** Details of the entries, oldest first. */
async function written({ centre }: Keeping): Promise<unknown[]> {
  const sql = "select detail, staff_id, outcome from audit_entry where action = 'companion.refused' order by seq";
  type Row = { detail: string; staff_id: string | null; outcome: string };
  const rows = await insideFile(centre.folder, (db) => db.prepare(sql).all() as Row[]);
  return rows.map(({ detail, staff_id, outcome }) => {
    expect([staff_id, outcome]).toEqual([null, 'denied']);
    return JSON.parse(detail) as unknown;
  });
}

/** Each with why and from where, and a line of its own for whoever reads the audit. */
async function isWritten(keeping: Keeping, ...entries: object[]): Promise<void> {
  await eventually(async () => expect(await written(keeping)).toMatchObject(entries));
  const { lines } = await (await keeping.centre.as('visita')).listAudit({ before: null });
  const refused = lines.filter(({ action }) => action === 'companion.refused');
  expect(refused).toMatchObject(entries.map(() => ({ outcome: 'denied', staffName: null, device: 'ADMISION-PC' })));
}

async function offered({ centre }: Keeping): Promise<string> {
  const coordinator = await centre.as('coordina');
  await coordinator.offerPairing({}, { password: passphrase });
  const { offer } = await coordinator.readPairingCode({});
  return (offer?.groups ?? []).join('-');
}

const wrong = encodePairCode(Buffer.alloc(15, 7));
const at = { address: '127.0.0.1' };
const limits = { beatMs: 200 };

async function tryPair(keeping: Keeping, code: string, from: { port?: number; localAddress?: string } = {}) {
  const identity = await makeIdentity();
  return pairWith({ ...at, port: keeping.port(), name: 'AJENA-PC', ...from, code, identity });
}

function knock(keeping: Keeping, paired: Paired, more: Partial<LinkOptions> = {}) {
  const { identity, keeperFingerprint } = paired;
  const clock = { now: () => Date.now() };
  const hello = ownVersion();
  const pace = quickPace;
  const link = openLink({ ...at, port: keeping.port(), identity, keeperFingerprint, hello, clock, pace, ...more });
  closeLater(() => link.close());
  return link;
}

async function computerOf(keeping: Keeping, paired: Paired) {
  const computer = openComputer(paired, { port: keeping.port() });
  closeLater(() => computer.close());
  await eventually(() => expect(computer.link.state().kind).toBe('up'));
  return computer;
}

describe('a code', () => {
  it('whose coordinator has left', async () => {
    const keeping = await startKeeping({ more: { limits } });
    const code = await offered(keeping);
    const coordinator = await keeping.centre.as('coordina');
    await coordinator.lock({ why: 'asked' });
    expect(await refusal(() => tryPair(keeping, code))).toBe('wrong-secret/pair-code-refused');
    expect(keeping.keeper().state().connected.size).toBe(0);
  });

  it('that is wrong', async () => {
    const keeping = await startKeeping();
    await offered(keeping);
    await expect(tryPair(keeping, wrong)).rejects.toThrow('pair-code-refused');
    await isWritten(keeping, { why: 'code-wrong', address: '127.0.0.1', times: 1 });
    const { refused } = await (await keeping.centre.as('coordina')).getComputers({});
    expect(refused).toMatchObject([{ why: 'code-wrong', address: '127.0.0.1' }]);
  });

  it('that was used already', async () => {
    const keeping = await startKeeping();
    const code = await offered(keeping);
    await tryPair(keeping, code);
    await expect(tryPair(keeping, code)).rejects.toThrow('pair-code-refused');
    await isWritten(keeping, { why: 'code-used', address: '127.0.0.1' });
    expect((await (await keeping.centre.as('coordina')).getComputers({})).companions).toHaveLength(1);
  });

  it('whose ten minutes are over', async () => {
    let ahead = 0;
    const clock = { now: () => Date.now(), monotonic: () => performance.now() + ahead };
    const keeping = await startKeeping({ more: { clock, limits } });
    const code = await offered(keeping);
    ahead = 10 * 60_000;
    await expect(tryPair(keeping, code)).rejects.toThrow('pair-code-refused');
    await isWritten(keeping, { why: 'code-expired', address: '127.0.0.1', times: 1 });
    expect((await (await keeping.centre.as('coordina')).getComputers({})).companions).toEqual([]);
  });

  it('that somebody in the middle hands on', async () => {
    const keeping = await startKeeping();
    const code = await offered(keeping);
    const port = await startRelay(keeping.port());
    await expect(tryPair(keeping, code, { port })).rejects.toThrow('pair-code-refused');
    await isWritten(keeping, { why: 'code-wrong', address: '127.0.0.1' });
    expect((await (await keeping.centre.as('coordina')).getComputers({})).companions).toEqual([]);
  });
});

/** Ends TLS on both legs with a certificate of its own, and hands on what is said. */
async function startRelay(port: number): Promise<number> {
  const { privateKeyPem: key, certificatePem: cert } = await makeIdentity();
  const open: TLSSocket[] = [];
  const relay = createServer({ key, cert, requestCert: true, rejectUnauthorized: false }, (near) => {
    const far = connect({ port, host: '127.0.0.1', key, cert, rejectUnauthorized: false });
    open.push(near, far);
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      one.on('error', () => one.destroy());
      one.on('data', (bytes: Buffer) => other.write(bytes));
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((listening) => relay.listen(0, '127.0.0.1', listening));
  closeLater(() => {
    open.forEach((socket) => socket.destroy());
    return new Promise((closed) => relay.close(closed));
  });
  return (relay.address() as AddressInfo).port;
}

describe('a companion', () => {
  it('that was taken off is cut at once and never let in again', async () => {
    const keeping = await startKeeping();
    const paired = await pair(keeping, 'PERDIDA-PC');
    const computer = await computerOf(keeping, paired);
    await computer.signIn('psico');
    const coordinator = await keeping.centre.as('coordina');
    const [one] = (await coordinator.getComputers({})).companions;
    const { companionId, version } = one as NonNullable<typeof one>;
    await coordinator.revokeCompanion({ companionId, version, reason: 'lost' }, { password: passphrase });
    const { companions } = await coordinator.getComputers({});
    expect(companions).toMatchObject([{ isConnected: false, people: [] }]);
    await eventually(() => expect(computer.link.state()).toEqual({ kind: 'refused', why: 'revoked' }));
    expect(await refusal(() => computer.client.keepSession({}))).toBe('storage/line-cut');
    await isWritten(keeping, { why: 'revoked', address: '127.0.0.1', name: 'PERDIDA-PC' });
    const again = knock(keeping, paired);
    await eventually(() => expect(again.state()).toEqual({ kind: 'refused', why: 'revoked' }));
    await expect(
      pairWith({ ...at, port: keeping.port(), ...paired, name: 'OTRA-PC', code: await offered(keeping) }),
    ).rejects.toThrow('pair-code-refused');
  });

  it('of another network', async () => {
    const networks = () => [{ address: '127.0.0.1', netmask: '255.255.255.0', name: 'Red' }];
    const keeping = await startKeeping({ more: { networks } });
    const far = knock(keeping, await pair(keeping, 'PSICOLOGIA-PC'), { localAddress: '127.0.1.9' });
    await isWritten(keeping, { why: 'subnet', address: '127.0.1.9' });
    expect(far.state().kind).toBe('down');
  });

  it('that nobody connected to the centre', async () => {
    const keeping = await startKeeping();
    await keeping.centre.as('coordina');
    const { privateKeyPem: key, certificatePem: cert } = await makeIdentity();
    const socket = connect({ port: keeping.port(), host: '127.0.0.1', key, cert, rejectUnauthorized: false });
    socket.on('error', () => socket.destroy());
    closeLater(() => socket.destroy());
    await isWritten(keeping, { why: 'unknown', address: '127.0.0.1' });
  });

  it('that knocks without end', async () => {
    const keeping = await startKeeping({ more: { limits: { ...limits, connectionsPerSecond: 2 } } });
    await keeping.centre.as('coordina');
    for (let n = 0; n < 4; n += 1) await tryPair(keeping, wrong).catch(() => null);
    await isWritten(keeping, { why: 'unknown' }, { why: 'flood', address: '127.0.0.1' });
  });

  it.each([
    ['0.0.1', 'older'],
    ['99.0.0', 'newer'],
  ])('with version %s', async (version, why) => {
    const keeping = await startKeeping();
    const link = knock(keeping, await pair(keeping, 'VIEJA-PC'), { hello: { ...ownVersion(), version } });
    await eventually(() => expect(link.state()).toEqual({ kind: 'refused', why }));
    await isWritten(keeping, { why: 'version', address: '127.0.0.1', name: 'VIEJA-PC' });
  });
});

describe('while the record is closed', () => {
  it('it is written down once somebody signs in', async () => {
    // The part that is reached outlives no restart: it remembers from its own start on.
    const more: Partial<KeeperParts> = { limits: { ...limits, connectionsPerSecond: 100 } };
    const first = await startKeeping({ more });
    const paired = await pair(first, 'VIEJA-PC');
    const centre = await first.centre.restart();
    const keeping = { ...first, centre };
    const link = knock(keeping, paired, { hello: { ...ownVersion(), version: '0.0.1' } });
    await eventually(() => expect(link.state().kind).toBe('refused'));
    await expect(tryPair(keeping, wrong)).rejects.toThrow('pair-code-refused');
    await eventually(() => expect(first.keeper().state().refused).toHaveLength(2));
    expect(await written(keeping)).toEqual([]);
    await centre.as('psico');
    await isWritten(
      keeping,
      { why: 'version', address: '127.0.0.1', name: 'VIEJA-PC' },
      { why: 'unknown', address: '127.0.0.1' },
    );
  });
});

describe('a session', () => {
  it('opens nothing at another computer than the one it was begun at', async () => {
    const keeping = await startKeeping();
    const [here, there] = [
      await computerOf(keeping, await pair(keeping, 'PSICOLOGIA-PC')),
      await computerOf(keeping, await pair(keeping, 'SOCIAL-PC')),
    ];
    const { token: session } = await here.signIn('psico');
    const call = callSchema.parse({ procedure: 'listMyCases', input: {}, session, key: null, password: null });
    const locked = { ok: false, failure: { code: 'locked', reason: null } };
    expect(await there.companion.invoke(call)).toMatchObject(locked);
    expect(await keeping.centre.application.invoke(call)).toMatchObject(locked);
    expect(await there.link.call('askNewSlot', { session })).toMatchObject(locked);
    expect(await here.companion.invoke(call)).toMatchObject({ ok: true });
  });
});
