/** The keeper breaks, a companion takes its place, and the old one comes back (decision 0099). */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { formerOf, tellFormerKeeper } from '../../../src/main/computers/former-keeper.ts';
import { KeeperTerm, KnownTerm, movedOf, termOf } from '../../../src/main/computers/keeper-term.ts';
import { listKept } from '../../../src/main/computers/kept-copies.ts';
import { ownVersion } from '../../../src/main/computers/own-version.ts';
import { fingerprintOf } from '../../../src/main/platform/lan/identity.ts';
import { openLink } from '../../../src/main/platform/lan/lan-link.ts';
import { isNewer, signStatement, type Statement } from '../../../src/main/platform/lan/statement.ts';
import { newCentreSecrets } from '../../../src/main/platform/storage/secrets.ts';
import {
  keeperIn,
  openComputer,
  pair,
  quickPace,
  startKeeping,
  type Keeping,
  type Paired,
} from '../../support/computers.ts';
import { eventually } from '../../support/eventually.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { openOwn, type OwnComputer } from '../../support/own-computers.ts';
import {
  clientOf,
  closeCentres,
  openCentre,
  passphrase,
  recoveryKeyOnPaper,
  type TestCentre,
} from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { refusal } from '../refusal.ts';
import type { Keeper } from '../../../src/main/computers/keeper.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
  await closeCentres();
  removeFolders();
});

const first = { kind: 'password', login: 'coordina', password: passphrase } as const;
const second = { login: 'legal', password: passphrase };
const clock = { now: () => Date.now(), monotonic: () => performance.now() };

/** A companion that has the newest copy. */
async function withKept() {
  const keeping = await startKeeping();
  const paired = await pair(keeping, 'PSICOLOGIA-PC');
  const companion = await openOwn(paired, keeping.port());
  let isOpen = true;
  const close = async () => {
    if (isOpen) await companion.close();
    isOpen = false;
  };
  ends.push(close);
  const coordinator = await keeping.centre.as('coordina');
  await coordinator.chooseCopyFolder({ folder: newFolder() });
  await coordinator.makeCopy({});
  await eventually(() => expect(listKept(companion.folder)).toHaveLength(1));
  return { keeping, paired, companion, close };
}

/** The same, and the keeper answers no more. */
async function withBrokenKeeper() {
  const kept = await withKept();
  await kept.keeping.centre.close();
  await eventually(() => expect(kept.companion.link.state().kind).not.toBe('up'));
  return kept;
}

const newestOf = async ({ client }: OwnComputer) => (await client.listKeptCopies({})).copies[0]?.name ?? '';

/** Another life of a computer that keeps the record, over its folder. */
async function keeperAgain(folder: string): Promise<{ centre: TestCentre; keeper: Keeper }> {
  let keeper: Keeper | null = null;
  const centre = await openCentre(folder, fixedClock(), {}, (at) => (keeper = keeperIn(at)));
  return { centre, keeper: keeper as unknown as Keeper };
}

/** The old keeper is broken, and the companion keeps the record from now on. */
async function moved() {
  const { keeping, paired, companion, close } = await withBrokenKeeper();
  await companion.client.becomeKeeper({ name: await newestOf(companion), by: first, second });
  await close();
  return { keeping, paired, folder: companion.folder };
}

const tell = (folder: string, { identity }: Paired) => {
  const term = new KeeperTerm(folder);
  const end = tellFormerKeeper(folder, { identity, hello: ownVersion(), clock, pace: quickPace, term });
  if (end !== null) ends.push(end);
  return end;
};

describe('«Esta computadora guardará el registro»', () => {
  it('shows its copies and what such a copy holds, and refuses all else without a record', async () => {
    const { companion } = await withKept();
    const { copies } = await companion.client.listKeptCopies({});
    expect(copies).toHaveLength(1);
    const name = copies[0]?.name ?? '';
    const preview = await companion.client.previewKeptCopy({ name, by: first });
    expect(preview).toMatchObject({ madeAt: copies[0]?.madeAt, present: { kind: 'empty' } });
    const other = () => companion.client.previewKeptCopy({ name: 'backup-20200101t000000z-9', by: first });
    expect(await refusal(other)).toBe('not-found/no-kept-copy');
  });

  it('is refused while the computer that keeps the record answers', async () => {
    const { companion } = await withKept();
    const asked = { name: await newestOf(companion), by: first, second };
    expect(await refusal(() => companion.client.becomeKeeper(asked))).toBe('rule-broken/keeper-in-use');
    expect(existsSync(join(companion.folder, 'keyring.json'))).toBe(false);
  });

  it('takes two people of the copy, even over an empty folder', async () => {
    const { companion } = await withBrokenKeeper();
    const name = await newestOf(companion);
    const become = (by: Parameters<typeof companion.client.becomeKeeper>[0]['by'], other: typeof second | null) =>
      refusal(() => companion.client.becomeKeeper({ name, by, second: other }));
    expect(await become(first, null)).toBe('rule-broken/restore-needs-two');
    expect(await become(first, { ...second, login: 'coordina' })).toBe('rule-broken/restore-same-person');
    expect(await become(first, { ...second, password: 'otra-frase-larga-inventada' })).toBe(
      'wrong-secret/restore-second-wrong',
    );
    // One of the two is of Coordinación.
    const support = { ...first, login: 'soporte' } as const;
    expect(await become(support, second)).toBe('forbidden/take-over-not-allowed');
    const psychologist = { ...first, login: 'psico' } as const;
    expect(await become(psychologist, second)).toBe('forbidden/take-over-not-allowed');
    expect(existsSync(join(companion.folder, 'keyring.json'))).toBe(false);
    // Whoever of them types first.
    expect(await become(psychologist, { ...second, login: 'coordina' })).toBe('none');
    expect(existsSync(join(companion.folder, 'keyring.json'))).toBe(true);
  });

  it('or the paper key', async () => {
    const { companion } = await withBrokenKeeper();
    const by = { kind: 'recoveryKey', key: await recoveryKeyOnPaper() } as const;
    await companion.client.becomeKeeper({ name: await newestOf(companion), by, second: null });
    expect(termOf(companion.folder)?.statement.generation).toBe(2);
  });

  it('is refused at the keeper, and at a computer that is no companion', async () => {
    const { keeping } = await withKept();
    const client = clientOf(keeping.centre.application, () => null);
    expect(await refusal(() => client.listKeptCopies({}))).toBe('rule-broken/wrong-phase');
    const alone = await openCentre(newFolder(), fixedClock());
    const nobody = clientOf(alone.application, () => null);
    expect(await refusal(() => nobody.listKeptCopies({}))).toBe('rule-broken/not-connected');
  });

  it('makes it the keeper: second of the centre, with a line of its own, and others are paired anew', async () => {
    const { keeping, paired, folder } = await moved();
    const before = termOf(keeping.centre.folder);
    const { centre, keeper } = await keeperAgain(folder);
    await keeper.turnOn({ address: '127.0.0.1', port: 0 });
    const here = { centre, keeper: () => keeper, port: () => keeper.state().port };
    const coordinator = await centre.as('coordina');
    const former = (await coordinator.getComputers({})).companions;
    expect(former).toMatchObject([{ name: 'PSICOLOGIA-PC', mayConnect: false, revokedBy: null }]);
    expect(former[0]?.revokedAt).not.toBeNull();
    // Its key of before opens nothing, and its name is free.
    expect(keeper.state().revoked.has(fingerprintOf(paired.identity.certificatePem))).toBe(true);
    const again = await pair(here, 'PSICOLOGIA-PC');
    const computer = openComputer(again, { port: here.port() });
    ends.push(() => computer.close());
    await eventually(() => expect(computer.link.state().kind).toBe('up'));
    const { statement } = termOf(folder) as { statement: Statement };
    expect(statement).toMatchObject({ generation: 2, dbId: before?.statement.dbId, keeper: keeper.fingerprint });
    const { lines } = await (await centre.as('visita')).listAudit({ before: null });
    expect(lines.map(({ action }) => action)).toContain('backup.restored');
    expect(lines.filter(({ action }) => action === 'companion.keeperNamed')).toHaveLength(1);
    // Said once, also after another start, where those that were paired since stay.
    const { application } = await centre.restart();
    const nobody = clientOf(application, () => null);
    const { token } = await nobody.signIn({ login: 'coordina', password: passphrase });
    const client = clientOf(application, () => token);
    const after = await client.getComputers({});
    expect(after.companions.filter(({ mayConnect }) => mayConnect)).toHaveLength(1);
    const later = (await client.listAudit({ before: null })).lines;
    expect(later.filter(({ action }) => action === 'companion.ended')).toHaveLength(1);
  });
});

describe('the old keeper that comes back', () => {
  it('serves nothing and lets nobody sign in, from the first word on and after each start', async () => {
    const { keeping, paired, folder } = await moved();
    const back = await keeperAgain(keeping.centre.folder);
    expect(back.keeper.state().isOn).toBe(true);
    const { token } = await back.centre.sessionOf('coordina');
    const heard: unknown[] = [];
    back.centre.application.subscribe((event) => void heard.push(event));
    tell(folder, paired);
    await eventually(() => expect(back.keeper.state().isOn).toBe(false));
    // A page where nobody has signed in asks again, too.
    expect(heard.at(-1)).toEqual({ kind: 'changed', topic: 'place' });
    const client = clientOf(back.centre.application, () => token);
    expect(await refusal(() => client.keepSession({}))).toBe('locked/');
    expect(await refusal(() => back.centre.sessionOf('psico'))).toBe('rule-broken/keeper-moved');
    const status = await client.getStatus({});
    expect(status.blocked).toBe('keeper-moved');
    expect(await client.getKeeperMove({})).toEqual({ movedAt: termOf(folder)?.statement.at });
    expect(formerOf(folder)).not.toBeNull();
    const later = await back.centre.restart();
    expect((await clientOf(later.application, () => null).getStatus({})).blocked).toBe('keeper-moved');
    const turnOn = () => back.keeper.turnOn({ address: '127.0.0.1', port: 0 });
    expect(await refusal(turnOn)).toBe('rule-broken/keeper-moved');
  });

  it('tells who works at another computer that the keeper is gone, not that hers was locked', async () => {
    const { keeping, paired, folder } = await moved();
    const { centre, keeper } = await keeperAgain(keeping.centre.folder);
    const back = { centre, keeper: () => keeper, port: () => keeper.state().port };
    const computer = openComputer(await pair(back, 'LEGAL-PC'), { port: back.port() });
    ends.push(() => computer.close());
    await eventually(() => expect(computer.link.state().kind).toBe('up'));
    const { token } = await computer.signIn('legal');
    tell(folder, paired);
    await eventually(() =>
      expect(computer.heard).toContainEqual({ kind: 'locked', session: token, why: 'keeper-gone' }),
    );
  });

  it('hears it from a computer that it took off, too', async () => {
    const { keeping, paired, folder } = await moved();
    const back = await keeperAgain(keeping.centre.folder);
    await back.keeper.keepPins([
      { fingerprint: fingerprintOfPaired(back, 'PSICOLOGIA-PC'), name: 'X', isRevoked: true },
    ]);
    tell(folder, paired);
    await eventually(() => expect(movedOf(keeping.centre.folder)?.generation).toBe(2));
    await eventually(() => expect(back.keeper.state().isOn).toBe(false));
  });

  it('is given back by a restore there, above the one that took its place', async () => {
    const { keeping, paired, folder } = await moved();
    const back = await keeperAgain(keeping.centre.folder);
    tell(folder, paired);
    await eventually(() => expect(movedOf(keeping.centre.folder)).not.toBeNull());
    const copy = join(folder, 'copies-of-keeper');
    const nobody = clientOf(back.centre.application, () => null);
    await eventually(() => expect(back.keeper.state().isOn).toBe(false));
    await nobody.restoreCopy({ folder: copy, by: first, second });
    expect(movedOf(keeping.centre.folder)).toBeNull();
    const [mine, other] = [termOf(keeping.centre.folder)?.statement, termOf(folder)?.statement];
    expect(mine?.generation).toBe(3);
    expect(isNewer(mine as Statement, other as Statement)).toBe(true);
    expect((await nobody.getStatus({})).blocked).toBeNull();
  });
});

function fingerprintOfPaired({ centre }: { centre: TestCentre }, name: string): string {
  const { companions } = JSON.parse(readFileSync(join(centre.folder, 'lan', 'keeper.json'), 'utf8')) as {
    companions: { name: string; fingerprint: string }[];
  };
  return companions.find((one) => one.name === name)?.fingerprint ?? '';
}

describe('a statement', () => {
  const statementOf = (keeping: Keeping) => termOf(keeping.centre.folder)?.statement as Statement;

  it('of another centre, or changed in a digit, moves nobody', async () => {
    const keeping = await startKeeping();
    await pair(keeping, 'PSICOLOGIA-PC');
    const own = statementOf(keeping);
    const term = new KeeperTerm(keeping.centre.folder);
    const keeper = 'A'.repeat(43);
    const { centreSigningKey } = newCentreSecrets();
    const { dbId, at } = own;
    expect(term.judge(signStatement({ dbId, generation: 9, keeper, at }, centreSigningKey))).toBe(true);
    expect(term.judge({ ...own, generation: 9, keeper })).toBe(true);
    expect(term.judge({ ...own, dbId: crypto.randomUUID(), generation: 9, keeper })).toBe(true);
    expect(movedOf(keeping.centre.folder)).toBeNull();
  });

  it('is kept by a companion, which refuses a keeper that knows less', async () => {
    const { keeping, paired, folder } = await moved();
    const known = new KnownTerm(folder, paired.keeperFingerprint);
    expect(known.judge(statementOf(keeping))).toBe(false);
    expect(known.judge(known.newest())).toBe(true);
  });

  it('is missed at once: a keeper that can say nothing any more is refused over the line, too', async () => {
    const { keeping, paired, folder } = await moved();
    rmSync(join(keeping.centre.folder, 'lan', 'term.json'));
    const back = await keeperAgain(keeping.centre.folder);
    const { address, port } = { address: '127.0.0.1', port: back.keeper.state().port };
    const { identity, keeperFingerprint } = paired;
    const known = new KnownTerm(folder, keeperFingerprint);
    const options = { address, port, identity, keeperFingerprint, hello: ownVersion(), clock, pace: quickPace, known };
    const link = openLink(options);
    ends.push(() => link.close());
    await eventually(() => expect(link.state()).toEqual({ kind: 'refused', why: 'moved' }));
    expect(movedOf(keeping.centre.folder)).toBeNull();
  });

  it('is one of two that were made at once: everybody takes the later', () => {
    const at = '2026-06-10T14:00:00.000Z' as Statement['at'];
    const one = { format: 'registro-cem-keeper|v1', dbId: '', generation: 2, keeper: 'a', at, signature: '' } as const;
    const later = { ...one, at: '2026-06-10T14:00:01.000Z' as Statement['at'] };
    expect([isNewer(one, later), isNewer(later, one), isNewer(one, one)]).toEqual([false, true, false]);
    const alike = { ...one, keeper: 'b' };
    expect([isNewer(one, alike), isNewer(alike, one)]).toEqual([false, true]);
    expect(isNewer({ ...one, generation: 3 }, later)).toBe(true);
  });
});
