/** A computer whose record another one took over comes back as a companion of that one (decision 0099). */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createApplication } from '../../../src/main/application.ts';
import { tellFormerKeeper } from '../../../src/main/computers/former-keeper.ts';
import { movedOf, termOf, type Term } from '../../../src/main/computers/keeper-term.ts';
import { listKept } from '../../../src/main/computers/kept-copies.ts';
import { joiningOf, joinMoved, type JoinStep } from '../../../src/main/computers/moved-joins.ts';
import { ownVersion } from '../../../src/main/computers/own-version.ts';
import { noProtector } from '../../../src/main/platform/lan/identity.ts';
import { centreKeyOf, signStatement } from '../../../src/main/platform/lan/statement.ts';
import { newCentreSecrets } from '../../../src/main/platform/storage/secrets.ts';
import { quickPace, startKeeping } from '../../support/computers.ts';
import { eventually } from '../../support/eventually.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import {
  asCutOff,
  coordinator,
  filesBelow,
  hearAt,
  heardRecord,
  lawyer,
  movedRecord,
  offerOf,
  startProgram,
  type MovedRecord,
} from '../../support/moved-record.ts';
import {
  cheapKdfPolicy,
  clientOf,
  closeCentres,
  openCentre,
  passphrase,
  testPorts,
} from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { refusal } from '../refusal.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
  await closeCentres();
  removeFolders();
});

const dayMs = 86_400_000;
const clock = { now: () => Date.now(), monotonic: () => performance.now() };

/** Closed after the test, unless the test has done it. */
async function program(folder: string, aheadMs = 0) {
  const started = await startProgram(folder, aheadMs);
  ends.push(started.close);
  return started;
}

type Program = Awaited<ReturnType<typeof program>>;

const signIn = ({ nobody }: Program, login = 'psico') => refusal(() => nobody.signIn({ login, password: passphrase }));

async function expectClosed(opened: Program): Promise<void> {
  expect((await opened.nobody.getStatus({})).blocked).toBe('keeper-moved');
  expect(await signIn(opened)).toBe('rule-broken/keeper-moved');
}

const asideIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('anterior-'));
const onlyAside = (folder: string) => join(folder, asideIn(folder)[0] ?? 'none');

/** What makes a record, and what only the computer that keeps it has. */
const ofRecord = /^(?:registro\.e1\.db|keyring\.json|mark\.[ab]|recovery-slot\.json)$/;
/** All but what says that a program has the folder open. */
const lasting = (folder: string) => filesBelow(folder).filter((name) => !name.startsWith('owner.'));
const recordIn = (folder: string) => filesBelow(folder).filter((name) => ofRecord.test(name));

/** A companion with nothing of the record in place, which says so itself without a line. */
async function expectCompanion(folder: string, opened: Program): Promise<void> {
  expect(await refusal(() => opened.nobody.listKeptCopies({}))).toBe('none');
  expect(recordIn(folder)).toEqual([]);
  expect(filesBelow(join(folder, 'lan'))).toEqual(['companion.json', 'identity', 'term.json']);
}

/** Joined without a program over the folder. */
const joinAlone = async ({ old, keeping }: MovedRecord, watch?: (step: JoinStep) => void, at = clock) =>
  joinMoved(old, await offerOf(keeping), { protector: noProtector, clock: at }, watch);

describe('a computer whose record has moved', () => {
  it('hears it, is paired with the one that keeps it now, and works there from then on', async () => {
    const moved = await movedRecord();
    const { old, oldPort, keeping, paired } = moved;
    mkdirSync(join(old, 'copies-to-hand-on'));
    writeFileSync(join(old, 'session-ends.json'), '[]');
    const before = { record: recordIn(old), identity: readFileSync(join(old, 'lan', 'identity')) };
    const first = await program(old);
    const { identity } = paired;
    const { term } = keeping.keeper();
    const asking = { identity, hello: ownVersion(), clock, pace: quickPace, term };
    const end = tellFormerKeeper(keeping.centre.folder, asking);
    ends.push(() => end?.());
    await eventually(() => expect(movedOf(old)?.generation).toBe(2));
    await expectClosed(first);
    expect(oldPort).not.toBe(keeping.port());

    expect(await first.nobody.joinKeeper(await offerOf(keeping))).toEqual({ centreName: 'Villa Inventada' });
    await eventually(async () => expect(await signIn(first)).toBe('none'));
    await expectCompanion(old, first);
    expect(termOf(old)).toEqual(termOf(keeping.centre.folder));
    // Another key than the one by which others knew the keeper.
    expect(readFileSync(join(old, 'lan', 'identity'))).not.toEqual(before.identity);
    const aside = onlyAside(old);
    expect(recordIn(aside)).toEqual(before.record);
    const stayed = readdirSync(old).filter(
      (name) => !/^(?:lan|logs|anterior-.*|owner\..*|login-state.json)$/.test(name),
    );
    expect(stayed).toEqual([]);
    for (const name of ['copies-to-hand-on', 'session-ends.json', 'reserve.bin', 'lan/keeper.json', 'lan/moved.json'])
      expect(existsSync(join(aside, name)), name).toBe(true);
    await first.close();
    const again = await program(old);
    await eventually(async () => expect(await signIn(again)).toBe('none'));
  });

  it('has a closed record aside, which opens once support takes the note away', async () => {
    const moved = await heardRecord();
    await joinAlone(moved);
    const aside = onlyAside(moved.old);
    const opened = await program(aside);
    await expectClosed(opened);
    await opened.close();
    rmSync(join(aside, 'lan', 'moved.json'));
    expect((await (await openCentre(aside, fixedClock())).sessionOf('coordina')).staff.login).toBe('coordina');
  });

  it('keeps copies as any companion, and may become the keeper again from one', async () => {
    const moved = await heardRecord();
    const { old, keeping } = moved;
    await joinAlone(moved);
    const opened = await program(old);
    const there = await keeping.centre.as('coordina');
    await there.chooseCopyFolder({ folder: newFolder() });
    await there.makeCopy({});
    await eventually(() => expect(listKept(old)).toHaveLength(1));
    await keeping.centre.close();
    const { copies } = await opened.nobody.listKeptCopies({});
    await opened.nobody.becomeKeeper({ name: copies[0]?.name ?? '', by: coordinator, second: lawyer });
    expect(termOf(old)?.statement.generation).toBe(3);
    await eventually(async () => expect(await signIn(opened)).toBe('none'));
    expect(asideIn(old)).toHaveLength(1);
  });

  it('removes the old record itself at the first start after thirty days, by the clock of the one that keeps it', async () => {
    const moved = await heardRecord();
    const lost = { ...clock, now: () => Date.parse('2001-01-01T00:00:00.000Z') };
    await joinAlone(moved, undefined, lost);
    const since = Date.parse(termOf(moved.old)?.statement.at ?? '');
    const startAt = async (at: number) => (await program(moved.old, at - Date.now())).close();
    await startAt(since + 30 * dayMs - 1000);
    expect(asideIn(moved.old)).toHaveLength(1);
    await startAt(since + 30 * dayMs + 1000);
    expect(asideIn(moved.old)).toEqual([]);
  });
});

describe('another keeper than that of its own centre', () => {
  /** What it answers, and that nothing has changed. */
  async function refusedBy(old: string, keeping: Parameters<typeof offerOf>[0]): Promise<string> {
    const opened = await program(old);
    const before = lasting(old);
    const asked = await offerOf(keeping);
    const answer = await refusal(() => opened.nobody.joinKeeper(asked));
    expect(lasting(old)).toEqual(before);
    expect(asideIn(old)).toEqual([]);
    await expectClosed(opened);
    await opened.close();
    return answer;
  }

  it('is refused before anything changes: of another centre', async () => {
    const { old } = await heardRecord();
    expect(await refusedBy(old, await startKeeping({ since: 'may' }))).toBe('rule-broken/other-centre');
  });

  it('or with the number of this centre and a key of its own', async () => {
    const { old } = await heardRecord();
    const stranger = await startKeeping();
    const { dbId, at } = termOf(old)!.statement;
    const { centreSigningKey } = newCentreSecrets();
    const keeper = stranger.keeper().fingerprint ?? '';
    const statement = signStatement({ dbId, generation: 9, keeper, at }, centreSigningKey);
    await stranger.centre.as('coordina');
    await stranger.keeper().term.keep({ centre: centreKeyOf(dbId, centreSigningKey), statement });
    expect(await refusedBy(old, stranger)).toBe('rule-broken/other-centre');
  });

  it('or with the statement of the true one, as any companion has it', async () => {
    const { old, keeping } = await heardRecord();
    const stranger = await startKeeping();
    await stranger.centre.as('coordina');
    await stranger.keeper().term.keep(termOf(keeping.centre.folder) as Term);
    expect(await refusedBy(old, stranger)).toBe('rule-broken/other-centre');
  });

  it('or one that kept it before', async () => {
    const { old } = await heardRecord();
    const before = await startKeeping();
    expect(await refusedBy(old, before)).toBe('rule-broken/keeper-behind');
  });

  it('or any, where this computer has forgotten its own', async () => {
    const { old, keeping } = await heardRecord();
    rmSync(join(old, 'lan', 'term.json'));
    expect(await refusedBy(old, keeping)).toBe('rule-broken/other-centre');
    // Its code was not spent.
    expect((await (await keeping.centre.as('coordina')).readPairingCode({})).offer).not.toBeNull();
  });
});

describe('a record that has not moved', () => {
  it('stays, and the code is not even shown', async () => {
    const { old, keeping } = await movedRecord();
    const opened = await program(old);
    const asked = await offerOf(keeping);
    expect(await refusal(() => opened.nobody.joinKeeper(asked))).toBe('rule-broken/no-companion-here');
    const parts = { protector: noProtector, clock };
    expect(await refusal(() => joinMoved(old, asked, parts))).toBe('rule-broken/no-companion-here');
    expect((await (await keeping.centre.as('coordina')).readPairingCode({})).offer).not.toBeNull();
    expect(await signIn(opened)).toBe('none');
  });
});

describe('a record that was restored while it waited for its turn', () => {
  it('stays, and is let go', async () => {
    const { old } = await heardRecord();
    const told: string[] = [];
    const keepShut = () => {
      rmSync(join(old, 'lan', 'moved.json'));
      return Promise.resolve(() => void told.push('let go'));
    };
    const joining = joiningOf(old, { isEmpty: () => false, keepShut }, () => Promise.resolve(`${told.push('left')}`));
    const asked = { address: '127.0.0.1', port: 4000, code: 'x', name: 'X-PC' };
    expect(await refusal(async () => joining?.(asked))).toBe('rule-broken/no-companion-here');
    expect(told).toEqual(['let go']);
  });
});

describe('while it leaves', () => {
  /** An application over the old folder whose way out is watched. */
  async function watched(moved: MovedRecord, watch: (step: JoinStep) => void) {
    const parts = { protector: noProtector, clock };
    const application = await createApplication({
      ...{ dataFolder: moved.old, host: 'direct', ports: testPorts(fixedClock()), kdfPolicy: cheapKdfPolicy },
      join: (asked) => joinMoved(moved.old, asked, parts, watch),
    });
    ends.push(() => application.close());
    return { application, nobody: clientOf(application, () => null) };
  }

  const held = () => Object.assign(new Error('held'), { code: 'EBUSY', syscall: 'rename' });
  const failingAt = (step: JoinStep) => (now: JoinStep) => {
    if (now === step) throw held();
  };

  it('a cut leaves the closed record or the companion, with every file of the record', async () => {
    const moved = await heardRecord();
    const record = recordIn(moved.old);
    const cuts: { step: JoinStep; folder: string }[] = [];
    await joinAlone(moved, (step) => void cuts.push({ step, folder: asCutOff(moved.old) }));
    const steps = cuts.map(({ step }) => step);
    expect([...new Set(steps)]).toEqual(['proven', 'staged', 'decided', 'aside', 'cleared', 'placed', 'done']);
    for (const { step, folder } of cuts) {
      // Whatever cannot go on stays closed: not one file of the record stands without the word that it has moved.
      if (recordIn(folder).length > 0) expect(movedOf(folder), step).not.toBeNull();
      const isBefore = step === 'proven' || step === 'staged';
      const opened = await program(folder);
      if (isBefore) {
        await expectClosed(opened);
        expect(recordIn(folder)).toEqual(record);
        expect(existsSync(join(folder, 'restoring', 'lan'))).toBe(false);
      } else {
        await expectCompanion(folder, opened);
        expect(recordIn(onlyAside(folder))).toEqual(record);
        expect(movedOf(onlyAside(folder))).not.toBeNull();
      }
      await opened.close();
    }
  });

  it('a disk that refuses before the decision leaves all as it was, and it may be tried again', async () => {
    const moved = await heardRecord();
    let watch: (step: JoinStep) => void = failingAt('staged');
    const { nobody } = await watched(moved, (step) => watch(step));
    const before = lasting(moved.old);
    const join1 = async () => nobody.joinKeeper(await offerOf(moved.keeping, 'PRIMERA-PC'));
    expect(await refusal(join1)).toBe('storage/file-held');
    expect(lasting(moved.old)).toEqual(before);
    watch = () => undefined;
    expect(await refusal(async () => nobody.joinKeeper(await offerOf(moved.keeping)))).toBe('none');
  });

  it('a file that is held after it stops everything, until the next start goes on', async () => {
    const moved = await heardRecord();
    const { application, nobody } = await watched(moved, failingAt('aside'));
    const asked = await offerOf(moved.keeping);
    expect(await refusal(() => nobody.joinKeeper(asked))).toBe('storage/join-not-finished');
    expect((await nobody.getStatus({})).blocked).toBe('keeper-moved');
    const copy = join(moved.keeping.centre.folder, 'copies-of-keeper');
    const restore = () => nobody.restoreCopy({ folder: copy, by: coordinator, second: lawyer });
    expect(await refusal(restore)).toBe('rule-broken/restore-running');
    await application.close();
    const opened = await program(moved.old);
    await expectCompanion(moved.old, opened);
  });

  it('nothing opens at a start that cannot go on either', async () => {
    const moved = await heardRecord();
    let cut = '';
    await joinAlone(moved, (step) => {
      if (step === 'cleared') cut = asCutOff(moved.old);
    });
    const inTheWay = join(cut, 'lan');
    mkdirSync(inTheWay);
    writeFileSync(join(inTheWay, 'x'), '');
    expect(await refusal(() => program(cut))).toBe('storage/join-not-finished');
    rmSync(inTheWay, { recursive: true });
    await expectCompanion(cut, await program(cut));
  });

  it('no file of the record is open: sessions that go on are ended first', async () => {
    const moved = await movedRecord();
    const opened = await program(moved.old);
    expect(await signIn(opened)).toBe('none');
    hearAt(moved);
    const asked = await offerOf(moved.keeping);
    expect(await refusal(() => opened.nobody.joinKeeper(asked))).toBe('rule-broken/restore-while-open');
    await opened.application.lock('system');
    await eventually(async () => expect(await refusal(() => opened.nobody.joinKeeper(asked))).toBe('none'));
  });

  it('and once it has left nobody begins another record where it stood', async () => {
    const moved = await heardRecord();
    const { nobody } = await watched(moved, () => undefined);
    await nobody.joinKeeper(await offerOf(moved.keeping));
    const copy = join(moved.keeping.centre.folder, 'copies-of-keeper');
    const restore = () => nobody.restoreCopy({ folder: copy, by: coordinator, second: null });
    expect(await refusal(restore)).toBe('rule-broken/restore-running');
  });
});
