/** What somebody at a companion tries with a program of her own, and what a bad moment leaves behind. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { refuseAway } from '../../../src/main/gate-rules.ts';
import { makeIdentity } from '../../../src/main/platform/lan/identity.ts';
import { Connection } from '../../../src/main/platform/connection.ts';
import { openComputer, pair, startKeeping, type Computer } from '../../support/computers.ts';
import { eventually } from '../../support/eventually.ts';
import { closeNetwork } from '../../support/lan.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { clientOf, closeCentres, passphrase, startCentre, testPorts } from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { refusal } from '../refusal.ts';

const open: Computer[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await closeNetwork();
  await closeCentres();
  removeFolders();
});

async function connected(name = 'PSICOLOGIA-PC') {
  const keeping = await startKeeping();
  const paired = await pair(keeping, name);
  const computer = openComputer(paired, { port: keeping.port() });
  open.push(computer);
  await eventually(() => expect(computer.link.state().kind).toBe('up'));
  return { keeping, computer, paired };
}

type Keeping = Awaited<ReturnType<typeof startKeeping>>;

async function revokeOnly({ centre }: Keeping) {
  const coordinator = await centre.as('coordina');
  const [companion] = (await coordinator.getComputers({})).companions;
  const { companionId, version } = companion ?? { companionId: '', version: 0 };
  return coordinator.revokeCompanion({ companionId, version, reason: 'lost' } as never);
}

const pinsIn = ({ centre }: Keeping) =>
  (
    JSON.parse(readFileSync(join(centre.folder, 'lan', 'keeper.json'), 'utf8')) as {
      companions: { name: string; fingerprint: string; isRevoked: boolean }[];
    }
  ).companions;

/** As far as it is looked at: whose it is. */
const from = (companion: string | null) =>
  Object.assign(Object.create(Connection.prototype) as Connection, { companion });

describe('a companion', () => {
  it('sends the keeper neither to its practice nor to another keeper', async () => {
    const { computer } = await connected();
    expect(await refusal(() => computer.client.choosePlace({ place: 'practice' }))).toBe('rule-broken/only-at-keeper');
    // One whose record is gone from its place, and which still answers, would be ready for it.
    expect(() => refuseAway('joinKeeper', from('x'))).toThrow('only-at-keeper');
    for (const procedure of ['chooseCopyFolder', 'checkUpdate', 'prepareUpdate'])
      expect(() => refuseAway(procedure, from('x')), procedure).toThrow('only-at-keeper');
    expect(() => refuseAway('joinKeeper', from(null))).not.toThrow();
  });

  it('opens nothing with a password that it sends as it was typed', async () => {
    const { computer } = await connected();
    const typed = { procedure: 'signIn', input: { login: 'legal', password: passphrase, takeOver: true } };
    const answer = await computer.link.call('invoke', { ...typed, session: null, key: null, password: null });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'wrong-secret' } });
    const { token: session } = await computer.signIn('psico', true);
    const again = { procedure: 'changeOwnPassphrase', input: { newPassphrase: 'lumera-tocino-bavelo-rugita-monedo' } };
    const call = { ...again, session, key: crypto.randomUUID(), password: passphrase };
    expect(await computer.link.call('invoke', call)).toMatchObject({ ok: false, failure: { code: 'wrong-secret' } });
  });

  it('is called neither as the keeper nor as another one, nor by what no screen would have let through', async () => {
    const { keeping } = await connected();
    const named = (name: string) => refusal(() => pair(keeping, name));
    expect(await named('ADMISION-PC')).toBe('duplicate/companion-name');
    expect(await named('admision-pc')).toBe('duplicate/companion-name');
    expect(await named('Psicologia-PC')).toBe('duplicate/companion-name');
    expect(await named('LEGAL\u202ECP-PC')).toBe('invalid/');
    expect(await named('P'.repeat(41))).toBe('invalid/');
    expect(await named('LEGAL-PC')).toBe('none');
  });

  it('that asks for a file of an update still counts as here', async () => {
    const { keeping, computer } = await connected();
    await computer.link.fetch('update', 'nothing').catch(() => undefined);
    expect(keeping.keeper().state().connected.size).toBe(1);
  });
});

describe('a companion that was disconnected', () => {
  it('stays so when the record is put back as it was before', async () => {
    const { keeping, computer } = await connected();
    const before = pinsIn(keeping);
    await revokeOnly(keeping);
    await eventually(() => expect(computer.link.state()).toMatchObject({ kind: 'refused', why: 'revoked' }));
    // What the record of an older copy says of it at the next sign-in.
    await keeping.keeper().keepPins(before);
    await keeping.keeper().keepPins([]);
    expect(pinsIn(keeping)).toMatchObject([{ name: 'PSICOLOGIA-PC', isRevoked: true }]);
  });

  it('is said to be so after a restore of a copy that does not know it, until the record says it again', async () => {
    const { keeping, computer } = await connected();
    const { centre } = keeping;
    const coordinator = await centre.as('coordina');
    const target = newFolder();
    await coordinator.chooseCopyFolder({ folder: target });
    await coordinator.makeCopy({});
    const [copy = ''] = readdirSync(target).filter((name) => name.startsWith('backup-'));
    // The one of closing, which knows, takes its place in the folder.
    const away = join(newFolder(), copy);
    cpSync(join(target, copy), away, { recursive: true });
    await revokeOnly(keeping);
    const of = async (client: typeof coordinator) => await client.getComputers({});
    const before = { name: 'PSICOLOGIA-PC', mayConnect: false, revokedBy: 'Carmen Inventada Coordina' };
    expect((await of(coordinator)).companions).toMatchObject([before]);
    const by = { kind: 'password', login: 'coordina', password: passphrase } as const;
    const second = { login: 'legal', password: passphrase };
    const again = await centre.restart();
    await clientOf(again.application, () => null).restoreCopy({ folder: away, by, second });
    const restored = await again.as('coordina');
    await eventually(() => expect(computer.link.state()).toMatchObject({ kind: 'refused', why: 'revoked' }));
    const { companions, copies } = await of(restored);
    expect(companions).toMatchObject([{ name: 'PSICOLOGIA-PC', mayConnect: false, revokedAt: null, revokedBy: null }]);
    // Nothing is expected of it.
    expect(copies).toEqual({ fresh: 0, isFew: false });
    await revokeOnly({ ...keeping, centre: again });
    expect((await of(restored)).companions).toMatchObject([before]);
    expect((await of(restored)).companions[0]?.revokedAt).not.toBeNull();
  });

  it('is cut off though the list beside the record cannot be written, and the list is written later', async () => {
    const { keeping, computer } = await connected();
    await computer.signIn('psico');
    const path = join(keeping.centre.folder, 'lan', 'keeper.json');
    const coordinator = await keeping.centre.as('coordina');
    rmSync(path);
    mkdirSync(join(path, 'in-the-way'), { recursive: true });
    await revokeOnly(keeping).catch(() => undefined);
    await eventually(() => expect(computer.link.state()).toMatchObject({ kind: 'refused', why: 'revoked' }));
    const { companions } = await coordinator.getComputers({});
    expect(companions).toMatchObject([{ isConnected: false, people: [] }]);
    // Nobody is kept out of the record by it either.
    const nobody = await keeping.centre.as('social');
    expect(await refusal(() => nobody.keepSession({}))).toBe('none');
    rmSync(path, { recursive: true });
    await keeping.centre.as('legal');
    expect(pinsIn(keeping)).toMatchObject([{ isRevoked: true }]);
  });
});

describe('a window', () => {
  it('that is gone while somebody signs in there leaves no session behind', async () => {
    const { application } = await startCentre();
    const window = application.connect({ device: 'LEGAL-PC', ports: testPorts(fixedClock()) });
    const input = { login: 'legal', password: passphrase, takeOver: false };
    const entering = window.invoke({ procedure: 'signIn', input, session: null, key: null, password: null });
    await window.end();
    await entering;
    const nobody = clientOf(application, () => null);
    expect(await refusal(() => nobody.signIn({ login: 'legal', password: passphrase }))).toBe('none');
  });
});

describe('the keeper', () => {
  it('goes on at the address it had when the new one is not there', async () => {
    const { keeping, computer } = await connected();
    const coordinator = await keeping.centre.as('coordina');
    const gone = { address: '10.1.2.3', port: 4000 };
    expect(await refusal(() => coordinator.turnKeeperOn(gone, { password: passphrase }))).toBe(
      'rule-broken/address-gone',
    );
    expect(keeping.keeper().state()).toMatchObject({ isOn: true, address: '127.0.0.1' });
    await eventually(() => expect(computer.link.state().kind).toBe('up'));
  });

  it('knows no name of a stranger', async () => {
    const { keeping, paired } = await connected();
    const stranger = openComputer({ ...paired, identity: await makeIdentity() }, { port: keeping.port() });
    open.push(stranger);
    await eventually(() => expect(keeping.keeper().state().refused).toMatchObject([{ name: null }]));
  });

  it('lets nobody work under a name that only the list beside the record has', async () => {
    const { keeping, computer } = await connected();
    await keeping.keeper().keepPins(pinsIn(keeping).map((pin) => ({ ...pin, name: 'ADMISION-PC' })));
    await eventually(() => expect(computer.link.state().kind).toBe('up'));
    // The record is asked at a sign-in: the line of before is cut, the next one has the right name.
    await keeping.centre.restart();
    await eventually(() => expect(computer.link.state().kind).toBe('up'));
    await computer.signIn('psico').catch(() => undefined);
    await eventually(async () => expect(await refusal(() => computer.signIn('psico', true))).toBe('none'));
    const { lines } = await computer.client.listOwnAudit({ before: null });
    expect(lines[0]?.device).toBe('PSICOLOGIA-PC');
  });

  it('counts who comes again and again with his first time', async () => {
    const { keeping, computer, paired } = await connected();
    await revokeOnly(keeping);
    await eventually(() => expect(computer.link.state()).toMatchObject({ kind: 'refused', why: 'revoked' }));
    const times = () =>
      keeping
        .keeper()
        .state()
        .refused.map((one) => one.times);
    // The host tells one a minute, and what waits when it closes.
    const again = openComputer(paired, { port: keeping.port() });
    await eventually(() => expect(again.link.state().kind).toBe('refused'));
    await again.close();
    await keeping.keeper().close();
    await eventually(() => expect(times()).toHaveLength(1));
    expect(times()[0]).toBeGreaterThan(1);
  });

  it('is off once it was switched off, whatever the disk says', async () => {
    const { keeping } = await connected();
    const coordinator = await keeping.centre.as('coordina');
    const path = join(keeping.centre.folder, 'lan', 'keeper.json');
    rmSync(path);
    mkdirSync(join(path, 'in-the-way'), { recursive: true });
    await coordinator.turnKeeperOff({}).catch(() => undefined);
    expect(keeping.keeper().state().isOn).toBe(false);
  });
});
