/** A kind that the centre made: waits for its approval, is issued, numbered and presented as the others, and retired. */
import { afterEach, describe, expect, it } from 'vitest';
import type { FilingOptions } from '../../../src/shared/filings/index.ts';
import { blankRecord } from '../../../src/shared/people/index.ts';
import { fetchFile } from '../../../src/renderer/platform/files.ts';
import { anOwnModel, aLetter, keepModel } from '../../support/own-model.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { approveRules } from '../../support/second-eye.ts';
import { closeCentres, passphrase, startCentre, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { failureOf, refusal } from '../refusal.ts';
import { cargo } from './a-presentation.ts';

afterEach(closeCentres);

const kind = 22 as const;
const court = { treatment: 'Señora Jueza', office: 'del Juzgado de Familia de Villa Inventada' };

async function addChild(centre: TestCentre, caseId: string): Promise<void> {
  const { nameState, documents } = blankRecord();
  const document = { ...documents[0], kind: null, state: 'none' as const, number: null };
  const names = { nameState, givenNames: 'Nino', firstSurname: 'Pequeño', secondSurname: 'Inventado' };
  await (
    await centre.as('social')
  ).addParticipant({
    caseId,
    who: { kind: 'new', person: { ...names, birth: { year: 2017, month: 2, day: 1 }, toldAge: null, document } },
    part: { role: 'child', bond: 'child', livesWithUser: true },
  });
}

async function begun(model = anOwnModel(), isApproved = true) {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const row = await keepModel(lawyer, model);
  if (isApproved) await approveRules(centre);
  const start = await lawyer.startFiling({ caseId, kind, model: row });
  const answers: FilingOptions['answers'] = {
    ...start.options.answers,
    modelo_motivo_del_oficio: 'Falta saber dónde trabaja.',
  };
  const options = { ...start.options, addressee: court, courtFileNumber: '00012-2026-0-0000', answers };
  const issue = (more: Partial<typeof options> = {}) =>
    lawyer.issueFiling({ caseId, kind, options: { ...options, ...more }, missingReason: 'urgency' });
  const read = async (id: string) =>
    textOf(Buffer.from(await fetchFile(lawyer, (await lawyer.viewDocument({ caseId, documentId: id })).file)));
  return { centre, caseId, lawyer, row, start, options, issue, read };
}

describe('a new kind', () => {
  it('is listed, begun with what it asks and proposes, issued under the number of its proceeding, and read back', async () => {
    const { caseId, lawyer, row, start, issue, read } = await begun();
    const { kinds } = await lawyer.listFilings({ caseId });
    expect(kinds.find(({ model }) => model === row)).toMatchObject({
      ...{ kind, label: 'Solicita oficio a entidad', group: 'own', isApproved: true, isSound: true },
      template: `${row}@1`,
    });
    expect(start.definition?.form.questions).toHaveProperty('modelo_motivo_del_oficio');
    expect(start.options.otherRequests).toEqual([
      'Solicito que se notifique también a este Centro, Centro Emergencia Mujer Villa Inventada.',
    ]);
    expect(start.clauses.map(({ title }) => title)).toContain('Pide copia simple de lo actuado');
    expect(start.clauses.map(({ text }) => text).join()).not.toContain('{{');
    const first = await issue();
    const second = await issue();
    expect([first, second].map(({ document }) => document.number)).toEqual([
      expect.stringMatching(/^Escrito N\.º 1 · E-2026-/),
      expect.stringMatching(/^Escrito N\.º 2 · E-2026-/),
    ]);
    const text = await read(first.document.id);
    for (const part of ['I. PETITORIO', 'II. FUNDAMENTOS DE HECHO', 'POR TANTO', 'OTROSÍ DIGO', '00012-2026-0-0000'])
      expect(text).toContain(part);
    expect(text).toContain('Motivo del oficio. Falta saber dónde trabaja.');
    expect(text).not.toContain('VISTA PREVIA');
    const { issued } = await lawyer.listFilings({ caseId });
    expect(issued.find(({ documentId }) => documentId === second.document.id)).toMatchObject({
      label: 'Solicita oficio a entidad',
      template: `${row}@1`,
      writNumber: 2,
    });
  });

  it('is presented with its cargo, and saved as a Word file', async () => {
    const { caseId, lawyer, issue, options } = await begun();
    const { document } = await issue();
    const { filings } = await lawyer.listPresenting({ caseId });
    const line = filings.find(({ documentId }) => documentId === document.id);
    await lawyer.presentFiling({ caseId, filingId: line?.filingId ?? '', form: cargo() });
    const after = await lawyer.listPresenting({ caseId });
    expect(JSON.stringify(after.filings.find(({ documentId }) => documentId === document.id))).toContain('4521-2026');
    const word = await lawyer.previewFiling({ caseId, kind, options, format: 'docx' });
    expect((await bytesOf(lawyer, word.file)).subarray(0, 2).toString()).toBe('PK');
  });

  it('names no child, whatever was written; the envelope says who', async () => {
    const { centre, caseId, issue, read, lawyer, options } = await begun();
    await addChild(centre, caseId);
    const answers = { ...options.answers, modelo_motivo_del_oficio: 'Nino Pequeño Inventado lo vio todo.' };
    const { document } = await issue({ answers, annexes: ['Partida de Nino Pequeño Inventado'] });
    const text = await read(document.id);
    expect(text).toContain('N. P. I.');
    expect(text).not.toMatch(/Nino|Pequeño/);
    const { documents } = await lawyer.listDocuments({ caseId });
    const envelope = documents.find((one) => one.kind === 'reserved-sheet');
    const { file } = await lawyer.viewDocument({ caseId, documentId: envelope?.id ?? '' }, { password: passphrase });
    expect(textOf(Buffer.from(await fetchFile(lawyer, file)))).toContain('Nino Pequeño Inventado');
  });

  it('refuses an answer that it does not ask', async () => {
    const { caseId, lawyer, options } = await begun();
    const other = { ...options, answers: { ...options.answers, otra_cosa: 'x' } };
    expect(await refusal(() => lawyer.composeDraft({ caseId, kind, options: other }))).toBe('invalid/');
    const failed = await failureOf(() =>
      lawyer.issueFiling({ caseId, kind, options: other, missingReason: 'urgency' }),
    );
    expect(failed?.issues[0]?.path).toContain('options.answers');
    const nameless = { ...options, model: null };
    expect(await refusal(() => lawyer.composeDraft({ caseId, kind, options: nameless }))).toBe('invalid/');
  });

  it('has its articles confirmed once, for itself alone', async () => {
    const { centre, caseId, lawyer, row, start } = await begun();
    expect(start.confirmed).toEqual({ rowId: null, seenVersions: 0, since: null });
    const articles = start.articles.slice(0, 2).map(({ id }) => id);
    const value = { kind, model: row, name: 'Solicita oficio a entidad', articles: articles.join(', ') };
    const change = { value, validFrom: '2026-06-01', validTo: null, source: 'SPIJ inventado', note: null } as const;
    const confirm = (rowId: string | null, seenVersions: number) =>
      lawyer.changeRule({
        ...{ tableId: 'article-set', rowId, seenVersions },
        change: { ...change, confirmation: 'secondary', replaces: null },
      });
    const { rowId } = await confirm(null, 0);
    const again = await lawyer.startFiling({ caseId, kind, model: row });
    expect(again.options.articles).toEqual(articles);
    expect(again.confirmed).toEqual({ rowId, seenVersions: 1, since: '2026-06-01' });
    expect(await refusal(() => confirm(null, 0))).toBe('rule-broken/rule-twice');
    expect((await lawyer.startFiling({ caseId, kind: 18 })).options.articles).toEqual([]);
    const other = await keepModel(lawyer, anOwnModel({ name: 'Otro modelo' }));
    await approveRules(centre);
    expect((await lawyer.startFiling({ caseId, kind, model: other })).options.articles).toEqual([]);
  });
});

describe('a kind whose text no longer passes', () => {
  it('is begun by nobody, and stops no other', async () => {
    const { centre, caseId, row } = await begun();
    await centre.application.close();
    // As a program would find it that gave up a field that the text prints.
    await insideFile(centre.folder, (db) => {
      db.exec('DROP TRIGGER rule_row_is_final');
      db.prepare(
        `UPDATE rule_row SET value = replace(value, '{{ escrito.expediente }}', '{{ campo.retirado }}')`,
      ).run();
    });
    const lawyer = await (await centre.restart()).as('legal');
    expect(await refusal(() => lawyer.startFiling({ caseId, kind, model: row }))).toBe(
      'rule-broken/filing-template-unsound',
    );
    expect(await refusal(() => lawyer.startFiling({ caseId, kind: 4 }))).toBe('none');
  });
});

describe('a kind that nobody approved', () => {
  it('is seen with its mark and issues nothing', async () => {
    const { caseId, lawyer, row, options, issue } = await begun(anOwnModel(), false);
    const { kinds } = await lawyer.listFilings({ caseId });
    expect(kinds.find(({ model }) => model === row)).toMatchObject({ isApproved: false });
    const { file, warnings } = await lawyer.previewFiling({ caseId, kind, options });
    const text = textOf(await bytesOf(lawyer, file));
    expect(text).toContain('VISTA PREVIA, NO PRESENTADA');
    expect(text).toContain('BORRADOR');
    expect(warnings.join()).toContain('espera la aprobación');
    expect(await refusal(issue)).toBe('rule-broken/filing-model-waits');
    expect((await lawyer.listDocuments({ caseId })).documents).toEqual([]);
  });

  it('keeps the approved text at work while a change of it waits', async () => {
    const { centre, row, issue, read, lawyer } = await begun();
    const model = anOwnModel();
    const changed = model.blocks.map((block) =>
      block.kind === 'petition' ? { ...block, text: 'Solicito otra cosa distinta.' } : block,
    );
    await keepModel(lawyer, { ...model, blocks: changed }, { rowId: row, seenVersions: 1 });
    const before = await issue();
    expect(await read(before.document.id)).toContain('se oficie a la entidad');
    await approveRules(centre);
    const after = await issue();
    expect(await read(after.document.id)).toContain('otra cosa distinta');
    // What was issued keeps the text of its day.
    expect(await read(before.document.id)).toContain('se oficie a la entidad');
  });

  it('is not approved by who made it, nor made by another service', async () => {
    const { centre, lawyer } = await begun(anOwnModel(), false);
    const { proposals } = await lawyer.listProposals({});
    const id = proposals[0]?.id as (typeof proposals)[number]['id'];
    expect(await refusal(() => lawyer.approveRuleChange({ proposalId: id }, { password: passphrase }))).toMatch(
      /^(rule-broken|forbidden)/,
    );
    const psychologist = await centre.as('psico');
    expect(await refusal(() => keepModel(psychologist, anOwnModel({ name: 'Otro' })))).toBe('forbidden/');
  });

  it('is refused with the block that is wrong, and never kept', async () => {
    const { lawyer } = await begun();
    const wrong = anOwnModel({ name: 'Otro modelo' });
    const blocks = wrong.blocks.map((one) => (one.kind === 'petition' ? { ...one, text: 'Para Nelly Huanca.' } : one));
    const failed = await failureOf(() => keepModel(lawyer, { ...wrong, blocks }));
    expect(failed?.issues).toMatchObject([{ path: 'change.value.blocks.2.text' }]);
    expect(await refusal(() => keepModel(lawyer, anOwnModel()))).toBe('rule-broken/rule-twice');
  });
});

describe('a retired kind', () => {
  it('cannot be started or issued; what was issued stays readable under its name', async () => {
    const { centre, caseId, lawyer, row, options, issue, read } = await begun();
    const { document } = await issue();
    const retired = { rowId: row, seenVersions: 1, validTo: '2026-06-09' as const };
    await keepModel(lawyer, anOwnModel(), retired);
    await approveRules(centre);
    const start = () => lawyer.startFiling({ caseId, kind, model: row });
    expect(await refusal(start)).toBe('rule-broken/filing-template-missing');
    expect(await refusal(issue)).toBe('rule-broken/filing-template-missing');
    expect(await refusal(() => lawyer.composeDraft({ caseId, kind, options }))).toBe(
      'rule-broken/filing-template-missing',
    );
    const { kinds, issued } = await lawyer.listFilings({ caseId });
    expect(kinds.filter(({ model }) => model !== null)).toEqual([]);
    expect(issued.map(({ label }) => label)).toEqual(['Solicita oficio a entidad']);
    expect(await read(document.id)).toContain('se oficie a la entidad');
  });
});

describe('a letter', () => {
  it('goes under the number of the letters of the centre, signed by Coordinación', async () => {
    const { issue, read } = await begun(aLetter());
    const answers = { modelo_pedido: 'Una constancia de matrícula.' };
    const { document } = await issue({ answers });
    expect(document).toMatchObject({ kind: 'official-letter', title: 'Pide constancia' });
    expect(document.number).toMatch(/^Oficio N\.º 001-2026/);
    const text = await read(document.id);
    expect(text).toContain('OFICIO N.º 001-2026');
    expect(text).toContain('ASUNTO');
    expect(text).not.toContain('SUMILLA');
    expect(text).toContain('lo siguiente: una constancia de matrícula.');
    expect(text).toContain('Carmen Inventada Coordina');
    const next = await issue({ answers });
    expect(next.document.number).toMatch(/^Oficio N\.º 002-2026/);
  });
});
