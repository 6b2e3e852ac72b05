import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createApplication } from '../../../src/main/application.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { addFile, seen } from '../../support/send-file.ts';
import {
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

const note = { name: 'nota.txt', bytes: Buffer.from('Una nota inventada') };

async function withCopy() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const { attachment } = await addFile(await centre.as('legal'), caseId, note);
  const target = newFolder();
  const coordinator = await centre.as('coordina');
  await coordinator.chooseCopyFolder({ folder: target });
  await coordinator.makeCopy({});
  const copies = () =>
    readdirSync(target)
      .sort()
      .map((name) => join(target, name));
  return { centre, caseId, attachment, copies };
}

async function restore(folder: string, copy: string): Promise<string> {
  const application = await createApplication({
    dataFolder: folder,
    host: 'direct',
    ports: testPorts(fixedClock()),
    kdfPolicy: cheapKdfPolicy,
  });
  const client = clientOf(application, () => null);
  try {
    return await refusal(() =>
      client.restoreCopy({
        folder: copy,
        by: { kind: 'password', login: 'coordina', password: passphrase },
        second: null,
      }),
    );
  } finally {
    await application.close();
  }
}

const filesIn = (folder: string) => (existsSync(join(folder, 'files')) ? readdirSync(join(folder, 'files')) : []);

describe('a copy', () => {
  it('holds every file of every case, and gives it back', async () => {
    const { centre, caseId, attachment, copies } = await withCopy();
    const [copy = ''] = copies();
    expect(filesIn(copy)).toEqual(filesIn(centre.folder));
    const folder = newFolder();
    expect(await restore(folder, copy)).toBe('none');
    const restored = await openCentre(folder, fixedClock('2026-06-11T14:00:00.000Z'));
    const view = await seen(await restored.as('legal'), caseId, attachment.id);
    expect([view.isIntact, view.bytes?.equals(note.bytes)]).toEqual([true, true]);
    expect((await (await restored.as('coordina')).verifyRecord({})).problems).toEqual([]);
  });

  it('without a file of its list, or with another in its place, is refused and leaves nothing', async () => {
    const { copies } = await withCopy();
    const [copy = ''] = copies();
    const path = join(copy, 'files', filesIn(copy)[0] ?? '');
    const bytes = readFileSync(path);
    const folder = newFolder();
    writeFileSync(path, Buffer.alloc(bytes.length, 1));
    expect(await restore(folder, copy)).toBe('damaged/copy-damaged');
    rmSync(path);
    expect(await restore(folder, copy)).toBe('damaged/copy-incomplete');
    expect(filesIn(folder)).toEqual([]);
  });

  it('shares what the copy before has, and mends from it what was damaged since', async () => {
    const { centre: first, copies } = await withCopy();
    const centre = await first.restart();
    const [name = ''] = filesIn(centre.folder);
    writeFileSync(join(centre.folder, 'files', name), 'dañado');
    centre.clock.set('2026-06-11T14:00:00.000Z');
    await (await centre.as('coordina')).makeCopy({});
    const [older = '', newer = ''] = copies().map((copy) => join(copy, 'files', name));
    expect(statSync(newer).ino).toBe(statSync(older).ino);
    const folder = newFolder();
    expect(await restore(folder, copies()[1] ?? '')).toBe('none');
  });

  it('takes a damaged file from any copy before, not only from the last', async () => {
    const { centre: first, copies } = await withCopy();
    first.clock.set('2026-06-11T14:00:00.000Z');
    const centre = await first.restart();
    const [name = ''] = filesIn(centre.folder);
    writeFileSync(join(centre.folder, 'files', name), 'dañado');
    // Replaced, not written into: the two copies share the bytes.
    rmSync(join(copies()[1] ?? '', 'files', name));
    writeFileSync(join(copies()[1] ?? '', 'files', name), 'dañado');
    centre.clock.advance(60_000);
    expect((await (await centre.as('coordina')).makeCopy({})).lostFiles).toBe(0);
    expect(await restore(newFolder(), copies().at(-1) ?? '')).toBe('none');
  });

  it('with a lost file is told to Coordinación once, also when it was made at closing, and takes no older copy away', async () => {
    const { centre: first, caseId, copies } = await withCopy();
    const [name = ''] = filesIn(first.folder);
    const [sound = ''] = copies();
    // A copy that another program holds cannot give its file, and must not go either.
    const away = newFolder();
    cpSync(sound, join(away, 'sana'), { recursive: true });
    writeFileSync(join(first.folder, 'files', name), 'dañado');
    rmSync(join(sound, 'files', name));
    writeFileSync(join(sound, 'files', name), 'dañado');
    first.clock.advance(60_000);
    const next = await first.restart();
    const alertsOf = async () => {
      const { alerts } = await (await next.as('coordina')).listCaseAlerts({ caseId });
      return alerts.filter(({ kind }) => kind === 'fileLost');
    };
    expect(await alertsOf()).toMatchObject([
      {
        note: expect.stringMatching(/^Falta 1 archivo, agregado el \d\d\/06\/2026 \d\d:\d\d\.$/) as string,
        raisedBy: null,
      },
    ]);
    const coordinator = await next.as('coordina');
    expect((await coordinator.getCopyState({})).lostFiles).toBe(1);
    expect((await coordinator.verifyRecord({})).problems).toHaveLength(1);
    next.clock.advance(60_000);
    expect((await coordinator.makeCopy({})).lostFiles).toBe(1);
    expect(await alertsOf()).toHaveLength(1);
    // Of one day only the newest stays, and beside it the last that has the file.
    expect(copies()).toHaveLength(2);
    rmSync(join(sound, 'files', name));
    cpSync(join(away, 'sana', 'files', name), join(sound, 'files', name));
    next.clock.advance(60_000);
    expect((await coordinator.makeCopy({})).lostFiles).toBe(0);
  });

  it('is still made when a file is lost for good, and says which it lacks', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const { attachment } = await addFile(lawyer, caseId, note);
    const sound = await addFile(lawyer, caseId, { ...note, bytes: Buffer.from('Otra nota') });
    const [lost = ''] = filesIn(centre.folder);
    writeFileSync(join(centre.folder, 'files', lost), 'dañado');
    const target = newFolder();
    const coordinator = await centre.as('coordina');
    await coordinator.chooseCopyFolder({ folder: target });
    await coordinator.makeCopy({});
    const copy = join(target, readdirSync(target)[0] ?? '');
    expect(filesIn(copy)).toHaveLength(1);
    expect(JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8'))).toMatchObject({ lostFiles: [lost] });
    const folder = newFolder();
    expect(await restore(folder, copy)).toBe('none');
    const restored = await openCentre(folder, fixedClock('2026-06-11T14:00:00.000Z'));
    const client = await restored.as('legal');
    const views = [await seen(client, caseId, attachment.id), await seen(client, caseId, sound.attachment.id)];
    expect(views.filter(({ isIntact }) => isIntact)).toHaveLength(1);
  });
});
