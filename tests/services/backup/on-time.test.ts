import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isSameDisk } from '../../../src/main/platform/storage/disks.ts';
import { eventually } from '../../support/eventually.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { refusal } from '../refusal.ts';

beforeEach(() => {
  // The clock of the record is the test's; the looks at it are pushed on by hand.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});

afterEach(async () => {
  vi.useRealTimers();
  await closeCentres();
  removeFolders();
});

const copiesIn = (target: string) =>
  readdirSync(target)
    .filter((name) => name.startsWith('backup-'))
    .sort();

async function entries(centre: TestCentre, action: string) {
  const { lines } = await (await centre.as('visita')).listAudit({ before: null });
  return lines.filter((line) => line.action === action);
}

/** Time goes by, a step at a time, with somebody at work who keeps all sessions. */
async function work(centre: TestCentre, hours: number): Promise<void> {
  for (let minute = 0; minute < hours * 60; minute += 4) {
    centre.clock.advance(4 * 60_000);
    for (const login of ['coordina', 'visita'] as const) await (await centre.as(login)).keepSession({});
    vi.advanceTimersByTime(60_000);
  }
}

async function withFolder(ports: Parameters<typeof startCentre>[0] = {}) {
  const centre = await startCentre(ports);
  const target = newFolder();
  const coordinator = await centre.as('coordina');
  await centre.as('visita');
  await coordinator.chooseCopyFolder({ folder: target });
  return { centre, coordinator, target };
}

describe('every four hours of use', () => {
  it('a copy is made by the program, and not before', async () => {
    const { centre, target } = await withFolder();
    await work(centre, 3.9);
    await eventually(async () => expect(await entries(centre, 'backup.made')).toHaveLength(0));
    await work(centre, 0.2);
    await eventually(async () => expect(await entries(centre, 'backup.made')).toHaveLength(1));
    expect(copiesIn(target)).toHaveLength(1);
    const [made] = await entries(centre, 'backup.made');
    expect(made).toMatchObject({ outcome: 'ok', staffName: null });
  });

  it('a disk that is not there does not stop anybody, and stands in the audit', async () => {
    const { centre, target } = await withFolder();
    rmSync(target, { recursive: true });
    await work(centre, 4.2);
    await eventually(async () => expect(await entries(centre, 'backup.made')).toHaveLength(1));
    expect(await entries(centre, 'backup.made')).toMatchObject([{ outcome: 'failed' }]);
    await (await centre.as('coordina')).listStaff({});
  });
});

describe('what is outside', () => {
  const on = (same: boolean | null) => ({
    ports: { drives: { isNetwork: () => false, syncFolders: () => [], isSameDisk: () => Promise.resolve(same) } },
  });

  it.each([
    [true, 'same'],
    [null, 'unknown'],
  ] as const)('is no copy on the same disk, nor one of which nobody knows (%s)', async (same, place) => {
    const { coordinator } = await withFolder(on(same));
    const state = await coordinator.makeCopy({});
    expect(state).toMatchObject({
      place,
      lastVerifiedAt: '2026-06-10T14:00:00.000Z',
      lastOutsideAt: null,
      isLate: true,
    });
  });

  it('is a copy on another disk, by its own age', async () => {
    const { centre, coordinator } = await withFolder(on(false));
    expect(await coordinator.makeCopy({})).toMatchObject({ place: 'outside', isLate: false });
    const nobody = centre.application;
    const status = await nobody.invoke({ procedure: 'getStatus', input: {}, session: null, key: null, password: null });
    expect(status).toMatchObject({ ok: true, value: { lastCopyAt: '2026-06-10T14:00:00.000Z' } });
  });

  it('is not the folder beside the data folder', async () => {
    const [one, other] = [newFolder(), newFolder()];
    expect(statSync(one).dev).toBe(statSync(other).dev);
    expect(await isSameDisk(one, other)).toBe(true);
  });
});

describe('the drill', () => {
  it('proves the newest copy and an older one in a folder of its own, and leaves nothing of it', async () => {
    const { centre, coordinator, target } = await withFolder();
    expect(await refusal(() => coordinator.drillCopies({}))).toBe('rule-broken/no-copy-yet');
    await coordinator.makeCopy({});
    expect((await coordinator.drillCopies({})).drill).toMatchObject({ sets: [{ problem: null }] });
    centre.clock.advance(60_000);
    // Another line keeps the first: two sets to prove.
    const [first = ''] = copiesIn(target);
    await centre.aCase();
    await coordinator.makeCopy({});
    expect(copiesIn(target)).toHaveLength(1);
    expect(existsSync(join(target, first))).toBe(false);
    const { drill } = await coordinator.drillCopies({});
    expect(drill).toEqual({ at: '2026-06-10T14:01:00.000Z', sets: [{ name: copiesIn(target)[0], problem: null }] });
    expect(existsSync(join(centre.folder, 'drill'))).toBe(false);
    expect(await entries(centre, 'backup.drilled')).toHaveLength(2);
  });

  it('says which copy would not have served, and deletes none', async () => {
    const { coordinator, target } = await withFolder();
    await coordinator.makeCopy({});
    const [name = ''] = copiesIn(target);
    const file = join(target, name, 'data.db');
    const { size } = statSync(file);
    writeFileSync(file, Buffer.alloc(size, 7));
    expect((await coordinator.drillCopies({})).drill?.sets).toEqual([{ name, problem: 'copy-damaged' }]);
    rmSync(join(target, name, 'manifest.json'));
    expect((await coordinator.drillCopies({})).drill?.sets).toEqual([{ name, problem: 'copy-incomplete' }]);
    expect(copiesIn(target)).toEqual([name]);
  });

  it('comes by itself once a month, and tries again while the disk is away', async () => {
    const { centre, coordinator } = await withFolder();
    await coordinator.makeCopy({});
    mkdirSync(join(centre.folder, 'drill'));
    writeFileSync(join(centre.folder, 'drill', 'data.db'), 'left by a killed one');
    vi.advanceTimersByTime(60_000);
    await eventually(async () => expect(await entries(centre, 'backup.drilled')).toHaveLength(1));
    expect(existsSync(join(centre.folder, 'drill'))).toBe(false);
    vi.advanceTimersByTime(60_000);
    await coordinator.makeCopy({});
    expect(await entries(centre, 'backup.drilled')).toHaveLength(1);
  });
});

describe('what a restore put aside', () => {
  it('is listed, stays thirty days and then goes', async () => {
    const { centre, coordinator } = await withFolder();
    const names = ['anterior-20260511t135900z', 'anterior-20260511t140100z', 'anterior-mio'];
    for (const name of names) mkdirSync(join(centre.folder, name));
    const { aside } = await coordinator.listCopies({});
    expect(aside.map(({ name }) => name)).toEqual([names[1], names[0]]);
    expect(aside[0]).toMatchObject({ since: '2026-05-11T14:01:00.000Z', until: '2026-06-10T14:01:00.000Z' });
    vi.advanceTimersByTime(60_000);
    await eventually(async () => expect(await entries(centre, 'backup.asideRemoved')).toHaveLength(1));
    expect(
      readdirSync(centre.folder)
        .filter((name) => name.startsWith('anterior-'))
        .sort(),
    ).toEqual([names[1], names[2]]);
  });
});
