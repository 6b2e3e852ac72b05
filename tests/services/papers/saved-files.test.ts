import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createApplication } from '../../../src/main/application.ts';
import type { FileSaver } from '../../../src/main/platform/ports.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { bytesOf } from '../../support/paper-text.ts';
import { seen } from '../../support/send-file.ts';
import {
  centreDetails,
  cheapKdfPolicy,
  clientOf,
  closeCentres,
  passphrase,
  startCentre,
  testPorts,
  type TestCentre,
} from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { dialogAt, lineOf, onlyPsychologist, relative, withOriginal } from './files-outside.ts';

afterEach(async () => {
  await closeCentres();
  removeFolders();
});

const all = { from: null, to: null, state: null, way: null } as const;
const again = { password: passphrase };
const july = '2026-07-02T14:00:00.000Z';
async function exportedMonth(centre: TestCentre) {
  const coordinator = await centre.as('coordina');
  const { id } = await coordinator.proposeMonthClosing({ month: '2026-06' }, again);
  await (await centre.as('psico')).approveMonthClosing({ proposalId: id }, again);
  const { files } = await coordinator.exportMonth({ month: '2026-06' });
  const file = files.find(({ name }) => name.endsWith('.csv'));
  if (file === undefined) throw new Error('no table');
  return { coordinator, file };
}

/** June closed and its files handed to Coordinación, who saves them where `chosen.path` says. */
async function withMonth(saver?: FileSaver) {
  const folder = newFolder();
  const chosen: { path: string | null } = { path: join(folder, 'junio.csv') };
  const centre = await startCentre({ clock: fixedClock(july), ports: { saver: saver ?? dialogAt(chosen) } });
  return { centre, folder, chosen, ...(await exportedMonth(centre)) };
}

describe('a file of a closed month', () => {
  it('is registered, written, listed until it is said to be deleted, and counted from the next day on', async () => {
    const { centre, coordinator, file, chosen } = await withMonth();
    expect(await coordinator.saveFile({ id: file.id })).toEqual({ end: 'written', number: 'G-2026-000001' });
    expect(readFileSync(chosen.path ?? '').length).toBe(file.size);
    const { lines } = await coordinator.readPrintRegister(all);
    expect(lines).toMatchObject([
      { sort: 'file', number: 'G-2026-000001', kind: 'month-export', name: file.name, state: 'sent', caseId: null },
    ]);
    const line = await lineOf(coordinator);
    expect(line).toMatchObject({ savedTo: chosen.path, savedPlace: 'computer', mayRemove: true });
    expect((await coordinator.countSavedOutside({})).files).toBe(0);
    centre.clock.set('2026-07-03T14:00:00.000Z');
    const next = await (await centre.restart()).as('coordina');
    expect(await next.countSavedOutside({})).toEqual({ files: 1, oldestAt: july });
    await next.removeSavedFile({ fileId: line.id });
    expect(await next.countSavedOutside({})).toEqual({ files: 0, oldestAt: null });
    expect((await next.listSavedOutside({})).lines).toEqual([]);
    expect(await refusal(() => next.removeSavedFile({ fileId: line.id }))).toBe('rule-broken/saved-file-gone');
    const [gone] = (await next.readPrintRegister(all)).lines;
    expect(gone).toMatchObject({ state: 'sent', removedAt: '2026-07-03T14:00:00.000Z' });
  });

  it('says that it did not leave where nothing was written, and uses its number up', async () => {
    const { coordinator, file, chosen, folder } = await withMonth();
    writeFileSync(join(folder, 'junio.csv'), 'de antes');
    expect(await refusal(() => coordinator.saveFile({ id: file.id }))).toBe('storage/save-exists');
    chosen.path = null;
    expect(await refusal(() => coordinator.saveFile({ id: file.id }))).toBe('cancelled/');
    expect((await coordinator.listSavedOutside({})).lines).toEqual([]);
    chosen.path = join(folder, 'otro.csv');
    expect((await coordinator.saveFile({ id: file.id })).number).toBe('G-2026-000003');
    const { lines } = await coordinator.readPrintRegister({ ...all, state: 'failed' });
    expect(lines.map(({ number, savedTo }) => [number, savedTo])).toEqual([
      ['G-2026-000002', null],
      ['G-2026-000001', null],
    ]);
    for (const filters of [{ way: 'print' }, { state: 'confirmed' }] as const)
      expect((await coordinator.readPrintRegister({ ...all, ...filters })).lines).toEqual([]);
    const [failed] = lines;
    const remove = () => coordinator.removeSavedFile({ fileId: failed?.id ?? '' });
    expect(await refusal(remove)).toBe('rule-broken/saved-file-not-saved');
  });

  it('stays listed as perhaps outside when the program ends while it is written', async () => {
    const folder = newFolder();
    let isWriting = () => {};
    const writing = new Promise<void>((resolve) => (isWriting = resolve));
    // The register has its line before the first byte; then the power goes.
    const stuck: FileSaver = {
      save: (_name, bytes) => {
        writeFileSync(join(folder, 'a-medias.csv'), bytes.subarray(0, 10));
        isWriting();
        return new Promise(() => undefined);
      },
    };
    const { centre, coordinator, file } = await withMonth(stuck);
    void coordinator.saveFile({ id: file.id }).catch(() => undefined);
    await writing;
    const next = await (await centre.restart()).as('coordina');
    expect(await lineOf(next)).toMatchObject({ number: 'G-2026-000001', savedTo: null, savedPlace: null });
    expect((await next.readPrintRegister(all)).lines).toMatchObject([{ state: 'requested' }]);
  });

  it('goes back to a browser only after its line, which knows no path', async () => {
    const { coordinator, file, centre } = await withMonth({ save: () => Promise.resolve('handed-back') });
    expect(await refusal(() => bytesOf(coordinator, file))).toBe('not-found/');
    expect(await coordinator.saveFile({ id: file.id })).toEqual({ end: 'handed-back', number: 'G-2026-000001' });
    expect((await bytesOf(coordinator, file)).length).toBe(file.size);
    expect(await lineOf(coordinator)).toMatchObject({ savedTo: null, savedPlace: null });
    // Nobody else has it, and what is only shown is not saved: it leaves as a copy under a number of its own.
    expect(await refusal(async () => (await centre.as('psico')).saveFile({ id: file.id }))).toBe('not-found/');
    const shown = await coordinator.dayPaper({ scope: 'mine' });
    expect(await refusal(() => coordinator.saveFile({ id: shown.file.id }))).toBe('not-found/');
    expect((await coordinator.listSavedOutside({})).lines).toHaveLength(1);
  });

  it('is written once for a call that is repeated', async () => {
    const { coordinator, file, folder, chosen } = await withMonth();
    const key = crypto.randomUUID();
    await coordinator.saveFile({ id: file.id }, { key });
    chosen.path = join(folder, 'otra-vez.csv');
    expect((await coordinator.saveFile({ id: file.id }, { key })).number).toBe('G-2026-000001');
    expect(existsSync(chosen.path)).toBe(false);
    expect((await coordinator.listSavedOutside({})).lines).toHaveLength(1);
  });
});

describe('the original of a file of a case', () => {
  it('is saved once, and not at all when it was annulled meanwhile', async () => {
    const one = await withOriginal();
    await one.lawyer.saveFile({ id: one.file.id });
    one.chosen.path = join(newFolder(), 'otra-vez.pdf');
    expect(await refusal(() => one.lawyer.saveFile({ id: one.file.id }))).toBe('not-found/');
    expect(existsSync(one.chosen.path)).toBe(false);
    const browser = await withOriginal({ inBrowser: true });
    expect(await browser.lawyer.saveFile({ id: browser.file.id })).toMatchObject({ end: 'handed-back' });
    expect(await refusal(() => browser.lawyer.saveFile({ id: browser.file.id }))).toBe('not-found/');
    expect((await browser.lawyer.listSavedOutside({})).lines).toHaveLength(1);
    const other = await withOriginal();
    const { caseId, attachmentId } = other;
    const { version } = (await seen(other.lawyer, caseId, attachmentId)).attachment;
    await other.lawyer.annulAttachment({ caseId, attachmentId, version, reason: 'wrongFile', words: null });
    expect(await refusal(() => other.lawyer.saveFile({ id: other.file.id }))).toBe('not-found/');
    expect((await other.lawyer.listSavedOutside({})).lines).toEqual([]);
  });

  it('is told with name and path to who may know of the ficha, and marked by nobody else', async () => {
    const { centre, chosen, caseNumber, lawyer, file } = await withOriginal();
    await lawyer.saveFile({ id: file.id });
    const coordinator = await centre.as('coordina');
    for (const one of [lawyer, coordinator])
      expect(await lineOf(one)).toMatchObject({
        ...{ savedTo: chosen.path, mayRemove: true },
        file: { kind: 'attachment-original', name: file.name, caseNumber },
      });
    const auditor = await centre.as('visita');
    const line = await lineOf(auditor);
    expect(line).toMatchObject({
      ...{ savedTo: null, savedPlace: 'computer', mayRemove: false },
      file: { kind: 'attachment-original', name: null, caseNumber: null },
    });
    const told = [line, await auditor.readPrintRegister(all)];
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`Rosa Inventada|${file.name}`));
    for (const login of ['visita', 'social', 'psico'] as const) {
      const client = await centre.as(login);
      expect(await refusal(() => client.removeSavedFile({ fileId: line.id }))).toBe('not-found/');
    }
    for (const login of ['soporte', 'promocion'] as const) {
      const client = await centre.as(login);
      expect(await refusal(() => client.removeSavedFile({ fileId: line.id }))).toBe('forbidden/');
    }
    expect((await (await centre.as('social')).listSavedOutside({})).lines).toEqual([]);
    await coordinator.removeSavedFile({ fileId: line.id });
    expect((await lawyer.listSavedOutside({})).lines).toEqual([]);
  });

  it('of a ficha closed since stays with who saved it, by number, place and date alone', async () => {
    const { centre, chosen, lawyer, file } = await withOriginal();
    await lawyer.saveFile({ id: file.id });
    const coordinator = await centre.as('coordina');
    await coordinator.declareConflict({ person: relative });
    expect((await coordinator.listSavedOutside({})).lines).toEqual([]);
    expect((await coordinator.readPrintRegister(all)).lines).toEqual([]);
    await lawyer.declareConflict({ person: relative });
    const line = await lineOf(lawyer);
    expect(line).toMatchObject({ number: 'G-2026-000001', savedTo: chosen.path, file: null, mayRemove: true });
    expect(await refusal(() => coordinator.removeSavedFile({ fileId: line.id }))).toBe('not-found/');
    await lawyer.removeSavedFile({ fileId: line.id });
    expect((await lawyer.listSavedOutside({})).lines).toEqual([]);
  });

  it('is not saved by who may no longer read the ficha, and nothing is registered', async () => {
    const { centre, chosen, lawyer, file } = await withOriginal();
    await lawyer.declareConflict({ person: relative });
    expect(await refusal(() => lawyer.saveFile({ id: file.id }))).toBe('not-found/');
    expect(existsSync(chosen.path)).toBe(false);
    expect((await (await centre.as('visita')).readPrintRegister(all)).lines).toEqual([]);
  });
});

describe('the original of a file that went to another ficha', () => {
  async function moved(isSavedBefore: boolean) {
    const taken = await withOriginal();
    const { centre, caseId, lawyer, file, attachmentId } = taken;
    const document = { kind: 'dni' as const, state: 'known' as const, number: '10000001' };
    const other = await centre.aCase({ user: { document, firstSurname: 'Otra' } });
    if (isSavedBefore) await lawyer.saveFile({ id: file.id });
    const record = { kind: 'attachment', id: attachmentId } as const;
    const move = { caseId, toCaseId: other.caseId, record, reason: 'otherPerson', words: null };
    await lawyer.moveRecord(move as Parameters<typeof lawyer.moveRecord>[0]);
    return { ...taken, other };
  }

  it('is told to who may know of that one', async () => {
    const { centre, chosen, other } = await moved(true);
    const coordinator = await centre.as('coordina');
    expect(await lineOf(coordinator)).toMatchObject({ savedTo: chosen.path, file: { caseNumber: other.number } });
    await coordinator.declareConflict({ person: { ...relative, documentNumber: '10000001' } });
    expect((await coordinator.listSavedOutside({})).lines).toEqual([]);
  });

  it('takes no leave along: it is not saved from the ficha that it left', async () => {
    const { chosen, lawyer, file } = await moved(false);
    expect(await refusal(() => lawyer.saveFile({ id: file.id }))).toBe('not-found/');
    expect(existsSync(chosen.path)).toBe(false);
    expect((await lawyer.readPrintRegister(all)).lines).toEqual([]);
  });
});

describe('a role that was taken back', () => {
  it('saves no longer what it was handed before', async () => {
    const { centre, chosen, lawyer, file } = await withOriginal();
    await onlyPsychologist(centre, 'legal');
    expect(await refusal(() => lawyer.saveFile({ id: file.id }))).toBe('forbidden/');
    expect(existsSync(chosen.path)).toBe(false);
    expect((await lawyer.listSavedOutside({})).lines).toEqual([]);
  });
});

describe('the recovery sheet', () => {
  it('is registered by who, when and what kind of place, and nothing of the record says where it lies', async () => {
    const [folder, outside] = [newFolder(), newFolder()];
    const path = join(outside, 'mi-sobre-secreto.pdf');
    const application = await createApplication({
      dataFolder: folder,
      host: 'direct',
      ports: testPorts(fixedClock(), { saver: dialogAt({ path }) }),
      kdfPolicy: cheapKdfPolicy,
    });
    let token: string | null = null;
    const client = clientOf(application, () => token);
    const coordinator = { login: 'coordina', fullName: 'Carmen Inventada', roles: ['coordinator' as const] };
    const founded = await client.foundCentre({
      centre: centreDetails,
      isPractice: true,
      coordinator: { ...coordinator, profession: null, college: null, collegeNumber: null },
      passphrase,
    });
    token = founded.session.token;
    const { file } = await client.printRecoverySheet({});
    expect((await client.saveFile({ id: file.id })).end).toBe('written');
    expect(readFileSync(path).subarray(0, 4).toString('latin1')).toBe('%PDF');
    const groups = founded.asked.map((position) => ({ position, text: founded.recoveryKey[position - 1] ?? '' }));
    await client.confirmRecoveryKey({ groups });
    expect(await lineOf(client)).toMatchObject({
      ...{ savedTo: null, savedPlace: 'computer', mayRemove: true },
      file: { kind: 'recovery-sheet', name: null, caseNumber: null },
    });
    await application.close();
    const rows = await insideFile(folder, (db) => {
      const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
      return JSON.stringify(tables.map((name) => db.prepare(`SELECT * FROM "${name}"`).all()));
    });
    expect(rows).toContain('G-2026-000001');
    expect(rows).not.toContain('mi-sobre-secreto');
    expect(rows).not.toContain(outside);
    expect(rows).not.toContain('clave-de-recuperacion.pdf');
  });

  it('of an original goes to another ficha with its file, under a seal that holds', async () => {
    const { centre, caseId, lawyer, file, attachmentId } = await withOriginal();
    await lawyer.saveFile({ id: file.id });
    const right = await centre.aCase();
    const record = { kind: 'attachment' as const, id: attachmentId };
    await lawyer.moveRecord({ caseId, toCaseId: right.caseId, record, reason: 'otherPerson', words: null } as never);
    expect(await (await centre.as('visita')).verifyRecord({})).toMatchObject({ problems: [] });
  });
});
