import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createApplication } from '../../../src/main/application.ts';
import { listStoredFiles } from '../../../src/main/attachments/index.ts';
import { restoreCopy, type RestoreStep } from '../../../src/main/backup/restore.ts';
import type { Database } from '../../../src/main/database.ts';
import { migrations } from '../../../src/main/migrations/index.ts';
import { Strongroom } from '../../../src/main/platform/storage/strongroom.ts';
import { sealedKinds } from '../../../src/main/sealed-kinds.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
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

const notes = ['Una nota inventada', 'Otra nota inventada'].map((text) => Buffer.from(text));

/** A verified copy of a centre with two files. */
async function aCopy() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const ids: string[] = [];
  for (const bytes of notes) ids.push((await addFile(lawyer, caseId, { name: 'nota.txt', bytes })).attachment.id);
  const target = newFolder();
  const coordinator = await centre.as('coordina');
  await coordinator.chooseCopyFolder({ folder: target });
  await coordinator.makeCopy({});
  return { copy: join(target, readdirSync(target)[0] ?? ''), caseId, ids };
}

/** Restores into `folder`, telling each step. */
async function restoreWatched(folder: string, copy: string, watch: (step: RestoreStep) => void): Promise<void> {
  const clock = fixedClock('2026-06-11T14:00:00.000Z');
  const ports = testPorts(clock);
  const { drives } = ports;
  const strongroom = new Strongroom<Database>({
    folder, policy: cheapKdfPolicy, calibrates: false, drives, clock, migrations,
  }); // prettier-ignore
  const filesOf = (db: Parameters<typeof listStoredFiles>[0]) => listStoredFiles(db);
  const silent = () => Promise.resolve();
  const startKeys = { noteOnPaper: silent, keep: () => undefined, printed: () => '' };
  const telling = { tellLost: silent, audit: { appendForProgram: silent }, startKeys };
  const parts = { strongroom, ports, kinds: sealedKinds, clock, migrations, filesOf: filesOf as never, ...telling };
  try {
    await restoreCopy(parts, { folder: copy, login: 'coordina', password: passphrase, takesStartKey: false }, watch);
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
  calling(folder, (client) => client.restoreCopy({ folder: copy, login: 'coordina', password: passphrase }));

/** The folder as a cut of the power would leave it, at each step in its order. */
async function cuts(copy: string): Promise<{ step: RestoreStep; folder: string }[]> {
  const folder = newFolder();
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
  expect(existsSync(join(folder, 'restore-unfinished.json'))).toBe(false);
  expect(existsSync(join(folder, 'recovery-slot.json'))).toBe(true);
}

describe('a restore that was cut off', () => {
  it('can be tried again from every step, and is a register once its keys stand there', async () => {
    const { copy, caseId, ids } = await aCopy();
    const all = await cuts(copy);
    expect(all.map(({ step }) => step)).toEqual([
      ...['noted', 'database', 'file', 'file', 'proven', 'renamed', 'marked', 'keys', 'done'],
    ]);
    for (const { step, folder } of all) {
      const isRegister = step === 'keys' || step === 'done';
      const told = await again(folder, copy);
      expect([step, told]).toEqual([step, isRegister ? 'rule-broken/wrong-phase' : 'none']);
      await expectWhole(folder, caseId, ids);
    }
  });

  it('leaves nothing when a step fails, and nothing of it stands in a register founded there instead', async () => {
    const { copy } = await aCopy();
    for (const failing of ['file', 'proven', 'marked'] as const) {
      const folder = newFolder();
      const restore = restoreWatched(folder, copy, (step) => {
        if (step === failing) throw new Error('disk gone');
      });
      await expect(restore).rejects.toThrow('disk gone');
      expect(readdirSync(folder).filter((name) => !/^(?:owner|login-state|logs)/.test(name))).toEqual([]);
    }
    const cut = (await cuts(copy)).find(({ step }) => step === 'marked')?.folder ?? '';
    const coordinator = { login: 'coordina', fullName: 'Carmen Inventada', roles: ['coordinator' as const] };
    const nobody = { profession: null, college: null, collegeNumber: null };
    const founded = await calling(cut, (client) =>
      client.foundCentre({ centre: centreDetails, isPractice: true, coordinator: { ...coordinator, ...nobody }, passphrase }),
    ); // prettier-ignore
    expect(founded).toBe('none');
    expect(existsSync(join(cut, 'files'))).toBe(false);
  });

  it('clears nothing beside keys, and nothing it does not know', async () => {
    const { copy } = await aCopy();
    const all = await cuts(copy);
    const lost = all.find(({ step }) => step === 'renamed')?.folder ?? '';
    rmSync(join(lost, 'restore-unfinished.json'));
    expect(await again(lost, copy)).toBe('rule-broken/wrong-phase');
    expect(existsSync(join(lost, 'registro.e1.db'))).toBe(true);
    const strange = all.find(({ step }) => step === 'file')?.folder ?? '';
    cpSync(join(copy, 'manifest.json'), join(strange, 'otra-cosa.json'));
    expect(await again(strange, copy)).toBe('rule-broken/wrong-phase');
    expect(readdirSync(join(strange, 'files'))).toHaveLength(1);
  });
});
