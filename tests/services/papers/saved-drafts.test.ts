/** The draft of a writ or report: read on the screen as it is, and saved outside only after its line in the register. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import type { CaseId, FileHandle } from '../../../src/shared/platform/ids.ts';
import { aUser, admission } from '../../support/case-builder.ts';
import { bytesOf } from '../../support/paper-text.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { filled } from '../filings/a-report.ts';
import { refusal } from '../refusal.ts';
import { dialogAt, lineOf, onlyPsychologist, relative } from './files-outside.ts';

afterEach(async () => {
  await closeCentres();
  removeFolders();
});

const all = { from: null, to: null, state: null, way: null } as const;

async function drafted(lawyer: Client<Contract>, caseId: string, linked: CaseId[] = []): Promise<FileHandle> {
  const { options } = await lawyer.startFiling({ caseId, kind: 3 });
  return (await lawyer.previewFiling({ caseId, kind: 3, options: { ...options, linked } })).file;
}

/** A writ that the lawyer looks at; what she saves goes where `chosen.path` says. */
async function withDraft() {
  const chosen: { path: string | null } = { path: join(newFolder(), 'Rosa Inventada.pdf') };
  const centre = await startCentre({ ports: { saver: dialogAt(chosen) } });
  const { caseId, number } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const file = await drafted(lawyer, caseId);
  return { centre, chosen, caseId, caseNumber: number, lawyer, file };
}

describe('the draft of a writ', () => {
  it('is read without a line, and has one of its own each time that it is saved', async () => {
    const { chosen, caseNumber, lawyer, file } = await withDraft();
    expect((await bytesOf(lawyer, file)).length).toBe(file.size);
    expect((await lawyer.readPrintRegister(all)).lines).toEqual([]);
    expect(await lawyer.saveFile({ id: file.id })).toEqual({ end: 'written', number: 'G-2026-000001' });
    expect(readFileSync(chosen.path ?? '').length).toBe(file.size);
    expect(await lineOf(lawyer)).toMatchObject({
      ...{ number: 'G-2026-000001', savedTo: chosen.path, mayRemove: true },
      file: { kind: 'filing-draft', name: 'borrador-escrito-03.pdf', caseNumber },
    });
    chosen.path = join(newFolder(), 'otra-vez.pdf');
    expect((await lawyer.saveFile({ id: file.id })).number).toBe('G-2026-000002');
    expect((await bytesOf(lawyer, file)).length).toBe(file.size);
  });

  it('is told with name and path to who may know of the ficha alone', async () => {
    const { centre, chosen, caseNumber, lawyer, file } = await withDraft();
    await lawyer.saveFile({ id: file.id });
    const coordinator = await centre.as('coordina');
    expect(await lineOf(coordinator)).toMatchObject({ savedTo: chosen.path, file: { name: file.name, caseNumber } });
    const auditor = await centre.as('visita');
    expect(await lineOf(auditor)).toMatchObject({
      ...{ savedTo: null, savedPlace: 'computer', mayRemove: false },
      file: { kind: 'filing-draft', name: null, caseNumber: null },
    });
    expect(JSON.stringify(await auditor.readPrintRegister(all))).not.toMatch(/Rosa Inventada|borrador/);
    await coordinator.declareConflict({ person: relative });
    expect((await coordinator.listSavedOutside({})).lines).toEqual([]);
    await lawyer.declareConflict({ person: relative });
    const line = await lineOf(lawyer);
    expect(line).toMatchObject({ savedTo: chosen.path, file: null });
    await lawyer.removeSavedFile({ fileId: line.id });
    expect((await lawyer.listSavedOutside({})).lines).toEqual([]);
  });

  it('is not saved once the ficha was closed to who looked at it, and nothing is registered', async () => {
    const { centre, chosen, lawyer, file } = await withDraft();
    await lawyer.declareConflict({ person: relative });
    expect(await refusal(() => lawyer.saveFile({ id: file.id }))).toBe('not-found/');
    expect(existsSync(chosen.path ?? '')).toBe(false);
    expect((await (await centre.as('visita')).readPrintRegister(all)).lines).toEqual([]);
  });

  it('is not saved once another ficha whose person it names was closed', async () => {
    const { caseId, chosen, lawyer } = await withDraft();
    const document = { kind: 'dni' as const, state: 'known' as const, number: '10000001' };
    const child = aUser({ givenNames: 'Nina Inventada', document });
    const linking = { caseId, admission, user: child, userLink: { kind: 'new' as const } };
    const other = await lawyer.openLinkedCase(linking);
    const file = await drafted(lawyer, caseId, [other.caseId]);
    await lawyer.declareConflict({ person: { ...relative, documentNumber: '10000001' } });
    expect(await refusal(() => lawyer.saveFile({ id: file.id }))).toBe('not-found/');
    expect(existsSync(chosen.path ?? '')).toBe(false);
    expect((await lawyer.listSavedOutside({})).lines).toEqual([]);
  });

  it('is not saved by who may compose reports alone since', async () => {
    const { centre, chosen, lawyer, file } = await withDraft();
    await onlyPsychologist(centre, 'legal');
    expect(await refusal(() => lawyer.saveFile({ id: file.id }))).toBe('forbidden/');
    expect(existsSync(chosen.path ?? '')).toBe(false);
  });
});

it('the draft of a report is saved by the service that composes it', async () => {
  const { centre, caseId } = await withDraft();
  const psychologist = await centre.as('psico');
  const options = await filled(psychologist, caseId, 'psychological');
  const { file } = await psychologist.previewFiling({ caseId, kind: 20, options });
  await psychologist.saveFile({ id: file.id });
  expect((await lineOf(psychologist)).file).toMatchObject({ kind: 'filing-draft', name: 'borrador-informe.pdf' });
});

it('the draft in Word is a Word file, and says that it is a draft', async () => {
  const { caseId, lawyer } = await withDraft();
  const { options } = await lawyer.startFiling({ caseId, kind: 3 });
  const { file } = await lawyer.previewFiling({ caseId, kind: 3, options, format: 'docx' });
  expect(file.name).toBe('borrador-escrito-03.docx');
  const path = join(newFolder(), 'borrador.docx');
  writeFileSync(path, await bytesOf(lawyer, file));
  const heads = execFileSync('unzip', ['-p', path, 'word/header*.xml']).toString('utf8');
  expect(heads).toContain('BORRADOR');
});
