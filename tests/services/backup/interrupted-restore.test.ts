import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createApplication } from '../../../src/main/application.ts';
import { listStoredFiles } from '../../../src/main/attachments/index.ts';
import { CopyQueue } from '../../../src/main/backup/index.ts';
import { restoreCopy, type RestoreStep } from '../../../src/main/backup/restore.ts';
import { migrations } from '../../../src/main/migrations/index.ts';
import { Strongroom } from '../../../src/main/platform/storage/strongroom.ts';
import { sealedKindsAt } from '../../../src/main/sealed-kinds.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { madeOnce, putInto } from '../../support/made-once.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { addFile, seen } from '../../support/send-file.ts';
import {
  centreDetails,
  cheapKdfPolicy,
  clientOf,
  closeCentres,
  openCentre,
  passphrase,
  startCentre,
  testPorts,
} from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

afterEach(async () => {
  await closeCentres();
  removeFolders();
});

/** The coordinator and her password. */
const second = { login: 'psico', password: passphrase };
const by = { kind: 'password', login: 'coordina', password: passphrase } as const;

const notes = ['Una nota inventada', 'Otra nota inventada'].map((text) => Buffer.from(text));

/** A centre with two files and its verified copy. */
async function withCopy() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const ids: string[] = [];
  for (const bytes of notes) ids.push((await addFile(lawyer, caseId, { name: 'nota.txt', bytes })).attachment.id);
  const target = newFolder();
  const coordinator = await centre.as('coordina');
  await coordinator.chooseCopyFolder({ folder: target });
  await coordinator.makeCopy({});
  return { centre, copy: join(target, readdirSync(target)[0] ?? ''), caseId, ids };
}

const copyMade = madeOnce(async (place) => {
  const { copy, caseId, ids } = await withCopy();
  putInto(place, 'copia', copy);
  return { caseId, ids };
});

/** A verified copy of a centre with two files, whose record is not asked for any more. */
async function aCopy() {
  const { place, ...inIt } = await copyMade();
  return { copy: join(place, 'copia'), ...inIt };
}

type Room = Strongroom;

/** Restores into `folder`, telling each step. @param stopped what follows in the same program when the disk stopped it */
async function restoreWatched(
  folder: string,
  copy: string,
  watch: (step: RestoreStep) => void,
  stopped?: (strongroom: Room) => Promise<unknown>,
): Promise<void> {
  const clock = fixedClock('2026-06-11T14:00:00.000Z');
  const ports = testPorts(clock);
  const { drives } = ports;
  const strongroom = new Strongroom({
    folder, policy: cheapKdfPolicy, calibrates: false, drives, clock, migrations,
  }); // prettier-ignore
  const filesOf = (db: Parameters<typeof listStoredFiles>[0]) => listStoredFiles(db);
  const silent = () => Promise.resolve();
  const startKeys = { noteOnPaper: silent, keep: () => undefined, printed: () => '' };
  const telling = { tellLost: silent, audit: { appendForProgram: silent }, startKeys };
  const copying = { queue: new CopyQueue(), thread: new URL('file:///none') };
  const parts = {
    strongroom,
    ports,
    kindsAt: sealedKindsAt,
    clock,
    migrations,
    filesOf: filesOf as never,
    isPracticePlace: null,
    ...telling,
    ...copying,
  };
  const restore = () => restoreCopy(parts, { folder: copy, by, second, takesStartKey: false }, watch);
  try {
    if (stopped === undefined) await restore();
    else {
      expect(await refusal(restore)).toBe('storage/restore-not-finished');
      await stopped(strongroom);
    }
  } finally {
    await strongroom.release();
  }
}

async function calling(folder: string, work: (client: ReturnType<typeof clientOf>) => Promise<unknown>) {
  const ports = testPorts(fixedClock('2026-06-11T14:00:00.000Z'));
  const application = await createApplication({ dataFolder: folder, host: 'direct', ports, kdfPolicy: cheapKdfPolicy });
  try {
    return await refusal(() => work(clientOf(application, () => null)));
  } finally {
    await application.close();
  }
}

const again = (folder: string, copy: string) =>
  calling(folder, (client) => client.restoreCopy({ folder: copy, by, second: null }));

/** The folder as a cut of the power would leave it, at each step in its order. */
async function cuts(copy: string, over?: string): Promise<{ step: RestoreStep; folder: string }[]> {
  const folder = newFolder();
  if (over !== undefined) cpSync(over, folder, { recursive: true });
  const found: { step: RestoreStep; folder: string }[] = [];
  await restoreWatched(folder, copy, (step) => {
    const cut = newFolder();
    cpSync(folder, cut, { recursive: true });
    for (const lock of ['owner.lock', 'owner.lock-journal']) rmSync(join(cut, lock), { force: true });
    found.push({ step, folder: cut });
  });
  return found;
}

async function expectWhole(folder: string, caseId: string, ids: readonly string[]): Promise<void> {
  const restored = await openCentre(folder, fixedClock('2026-06-11T15:00:00.000Z'));
  const lawyer = await restored.as('legal');
  for (const [at, id] of ids.entries()) {
    const view = await seen(lawyer, caseId, id);
    expect([view.isIntact, view.bytes?.equals(notes[at] ?? Buffer.alloc(0))]).toEqual([true, true]);
  }
  expect((await (await restored.as('coordina')).verifyRecord({})).problems).toEqual([]);
  await restored.application.close();
  expect(existsSync(join(folder, 'restore-unfinished.json'))).toBe(false);
  expect(existsSync(join(folder, 'recovery-slot.json'))).toBe(true);
}

const decided = ['decided', 'cleared', 'placed', 'done'];

describe('a restore that was cut off', () => {
  it('can be tried again until it is decided, and is finished by the next start from then on', async () => {
    const { copy, caseId, ids } = await aCopy();
    const all = await cuts(copy);
    expect([...new Set(all.map(({ step }) => step))]).toEqual([
      ...['noted', 'database', 'file', 'proven', 'keys', 'decided', 'cleared', 'placed', 'done'],
    ]);
    for (const { step, folder } of all) {
      if (!decided.includes(step)) expect([step, await again(folder, copy)]).toEqual([step, 'none']);
      await expectWhole(folder, caseId, ids);
    }
  });

  it('that was cut off while its first note was written leaves the folder free', async () => {
    const { copy } = await aCopy();
    const folder = newFolder();
    writeFileSync(join(folder, 'restore-unfinished.json.0a1b2c3d.tmp'), '{"sta');
    await restoreWatched(folder, copy, () => undefined);
    const centre = await openCentre(folder, fixedClock('2026-06-11T15:00:00.000Z'));
    expect((await centre.sessionOf('legal')).isReadOnly).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith('restore-unfinished'))).toEqual([]);
  });

  it.each(['cleared', 'placed'])(
    'that the disk stopped when it was %s is finished by whoever signs in next, without another start',
    async (bad) => {
      const { copy, caseId, ids } = await aCopy();
      const folder = newFolder();
      const failing = (step: RestoreStep) => {
        if (step === bad) throw Object.assign(new Error('injected'), { code: 'EIO' });
      };
      await restoreWatched(folder, copy, failing, (room) => room.unlock('coordina', passphrase));
      await expectWhole(folder, caseId, ids);
    },
  );

  it('leaves nothing when a step fails, and nothing of it stands in a register founded there instead', async () => {
    const { copy } = await aCopy();
    for (const failing of ['file', 'proven', 'keys'] as const) {
      const folder = newFolder();
      const restore = restoreWatched(folder, copy, (step) => {
        if (step === failing) throw new Error('disk gone');
      });
      await expect(restore).rejects.toThrow('disk gone');
      expect(readdirSync(folder).filter((name) => !/^(?:owner|login-state|logs)/.test(name))).toEqual([]);
    }
    const cut = (await cuts(copy)).find(({ step }) => step === 'keys')?.folder ?? '';
    const coordinator = { login: 'coordina', fullName: 'Carmen Inventada', roles: ['coordinator' as const] };
    const nobody = { profession: null, college: null, collegeNumber: null };
    const founded = await calling(cut, (client) =>
      client.foundCentre({ centre: centreDetails, isPractice: true, coordinator: { ...coordinator, ...nobody }, passphrase }),
    ); // prettier-ignore
    expect(founded).toBe('none');
    expect(existsSync(join(cut, 'files'))).toBe(false);
    expect(existsSync(join(cut, 'restoring'))).toBe(false);
  });

  it('over a record leaves the old one until it is decided, and the new one with the old aside from then on', async () => {
    const { centre, copy: made, caseId, ids } = await withCopy();
    // Closing makes another copy, which takes the place of the one it contains.
    const copy = join(newFolder(), 'copia');
    cpSync(made, copy, { recursive: true });
    const newer = await centre.aCase();
    await centre.application.close();
    const every = await cuts(copy, centre.folder);
    const steps = [...new Set(every.map(({ step }) => step))];
    // One of each, and the middle of those that come more than once: half of the files are aside, or in place.
    const all = steps
      .map((step) => every.filter((one) => one.step === step))
      .map((same) => same[same.length >> 1] ?? same[0]);
    expect(steps).toContain('aside');
    for (const { step, folder } of all.filter((one) => one !== undefined)) {
      const isDecided = [...decided, 'aside'].includes(step);
      await expectWhole(folder, caseId, ids);
      const opened = await openCentre(folder, fixedClock('2026-06-11T15:01:00.000Z'));
      const lawyer = await opened.as('legal');
      expect([step, await refusal(() => lawyer.getCase({ caseId: newer.caseId }))]).toEqual([
        step,
        isDecided ? 'not-found/' : 'none',
      ]);
      await opened.application.close();
      const aside = readdirSync(folder).filter((name) => name.startsWith('anterior-'));
      expect([step, aside]).toEqual([step, isDecided ? ['anterior-20260611t140000z'] : []]);
      if (isDecided) expect(existsSync(join(folder, aside[0] ?? '', 'registro.e1.db'))).toBe(true);
    }
  });

  it('says that the disk is full, and leaves nothing', async () => {
    const { copy } = await aCopy();
    const folder = newFolder();
    const full = restoreWatched(folder, copy, (step) => {
      if (step === 'database') throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    });
    expect(await refusal(() => full)).toBe('storage/copy-disk-full');
    expect(existsSync(join(folder, 'restoring'))).toBe(false);
  });

  it('says that the disk of the copies went away in the middle, and leaves the folder as it was', async () => {
    const { copy, caseId, ids } = await aCopy();
    const away = join(newFolder(), 'copia');
    cpSync(copy, away, { recursive: true });
    const folder = newFolder();
    const pulled = restoreWatched(folder, away, (step) => {
      if (step === 'database') rmSync(away, { recursive: true });
    });
    expect(await refusal(() => pulled)).toBe('storage/copy-not-written');
    expect(existsSync(join(folder, 'restoring'))).toBe(false);
    expect(await again(folder, copy)).toBe('none');
    await expectWhole(folder, caseId, ids);
  });

  it('touches nothing it does not know', async () => {
    const { copy } = await aCopy();
    const strange = (await cuts(copy)).find(({ step }) => step === 'file')?.folder ?? '';
    cpSync(join(copy, 'manifest.json'), join(strange, 'otra-cosa.json'));
    expect(await again(strange, copy)).toBe('storage/folder-not-empty');
    expect(existsSync(join(strange, 'restoring'))).toBe(false);
    expect(existsSync(join(strange, 'otra-cosa.json'))).toBe(true);
  });
});
