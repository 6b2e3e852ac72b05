/** Moving a record to the ficha it belongs to, with a trace on both sides: where it left, only that something did. */
import {
  movedWords,
  type Movable,
  type MovableKind,
  type MoveTrace,
  type movingContract,
} from '../../shared/care/index.ts';
import { formSections, movableSections } from '../../shared/intake/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { staffNames } from '../access/index.ts';
import {
  allowed,
  findCaseByNumber,
  getCaseRow,
  getPair,
  hasAnswers,
  moveSection,
  reopenRestingOn,
  moveSupplement,
  nameIn,
  refuseMove,
  supplementsToldIn,
  updateCase,
  type Between,
} from '../intake/index.ts';
import { movableFiles, moveFile } from '../attachments/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { moveRiskForm, signedRiskForms } from '../risk/index.ts';
import { among } from '../platform/storage/among.ts';
import { cellsOf, nextVersions, rowOf, rowsOf, valuesIn, byNow, insertRecord } from '../platform/storage/rows.ts';
import { getAttention, listAttentionLines } from './attention-repository.ts';
import { moveNotesOf } from './note-repository.ts';
import { tablesIn, type Trx, type CareTables, type Use } from './tables.ts';

type Contract = typeof movingContract;

/** Own records; any of them for Coordinación, who mends what others mistook. */
function isOwn(unit: Use, staffIds: readonly string[]): boolean {
  return unit.session.roles.includes('coordinator') || staffIds.includes(unit.session.staffId);
}

type Listed = { readonly record: Movable; readonly label: string };

async function attentionsToMove(unit: Use, caseId: CaseId): Promise<Listed[]> {
  const lines = await listAttentionLines(unit.trx, caseId);
  const words = new Map<string, string>(lines.map((line) => [line.id, line.actionWords]));
  const rows = await rowsOf(tablesIn(unit.trx), 'attention', { case_id: caseId }, 'given_on desc');
  return rows
    .filter((row) => isOwn(unit, [row.staff_id, row.recorded_by]))
    .map((row) => ({
      record: { kind: 'attention', id: row.id },
      label: `Atención del ${formatCivilDate(row.given_on)}: ${words.get(row.id) ?? row.action}`,
    }));
}

async function partAuthors(trx: Trx, interviewId: string): Promise<string[]> {
  return valuesIn(tablesIn(trx), 'interview_part.staff_id', { interview_id: interviewId });
}

async function interviewsToMove(unit: Use, caseId: CaseId): Promise<Listed[]> {
  const rows = await rowsOf(tablesIn(unit.trx), 'interview', { case_id: caseId }, 'held_on desc');
  const listed: Listed[] = [];
  for (const row of rows) {
    if (!isOwn(unit, [row.recorded_by, ...(await partAuthors(unit.trx, row.id))])) continue;
    listed.push({
      record: { kind: 'interview', id: row.id },
      label: `Entrevista del ${formatCivilDate(row.held_on)}, ${row.started_time}`,
    });
  }
  return listed;
}

async function supplementsToMove(unit: Use, caseId: CaseId): Promise<Listed[]> {
  return (await supplementsToldIn(unit.trx, caseId))
    .filter((one) => isOwn(unit, [one.addedBy]))
    .map((one) => ({
      record: { kind: 'supplement', id: one.id },
      label: `Ampliación del relato del ${formatCivilDate(civilDateOf(Date.parse(one.addedAt)))}`,
    }));
}

async function riskFormsToMove(unit: Use, caseId: CaseId): Promise<Listed[]> {
  return (await signedRiskForms(unit.trx, caseId))
    .filter((one) => isOwn(unit, [one.assessedBy]))
    .map((one) => ({
      record: { kind: 'riskForm', id: one.id },
      label: `Ficha de valoración de riesgo del ${formatCivilDate(civilDateOf(Date.parse(one.assessedAt)))}`,
    }));
}

async function filesToMove(unit: Use, caseId: CaseId): Promise<Listed[]> {
  return (await movableFiles(unit, caseId))
    .filter((one) => isOwn(unit, [one.addedBy]))
    .map((one) => ({ record: { kind: 'attachment', id: one.id }, label: `Archivo: ${one.description}` }));
}

async function sectionsToMove(unit: Use, caseId: CaseId): Promise<Listed[]> {
  const listed: Listed[] = [];
  for (const section of movableSections) {
    if (!(await hasAnswers(unit.trx, caseId, section))) continue;
    if ((await allowed(unit, formSections[section].write, caseId)) === null) continue;
    listed.push({ record: { kind: 'section', section }, label: movedWords('section', section) });
  }
  return listed;
}

async function tracesOf(trx: Trx, caseId: CaseId): Promise<MoveTrace[]> {
  const names = await staffNames(trx);
  const rows = await tablesIn(trx)
    .selectFrom('moved_record')
    .selectAll()
    .where((where) => where.or([where('from_case_id', '=', caseId), where('to_case_id', '=', caseId)]))
    .orderBy('moved_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => {
    const way = row.to_case_id === caseId ? 'in' : 'out';
    return {
      ...cellsOf(row, 'id', 'kind', 'section', 'moved_at', 'reason'),
      way,
      movedBy: names.get(row.moved_by) ?? '',
      words: way === 'in' ? row.words : null,
    };
  });
}

async function list(unit: Use, { caseId }: { caseId: CaseId }): Promise<OutputOf<Contract['listMovable']>> {
  const records = [
    ...(await attentionsToMove(unit, caseId)),
    ...(await interviewsToMove(unit, caseId)),
    ...(await supplementsToMove(unit, caseId)),
    ...(await riskFormsToMove(unit, caseId)),
    ...(await filesToMove(unit, caseId)),
    ...(await sectionsToMove(unit, caseId)),
  ];
  unit.note({ records: records.length });
  return { records, moves: await tracesOf(unit.trx, caseId) };
}

/** Absent and out of reach read the same. */
async function findTarget(unit: Use, { caseId, number }: InputOf<Contract['findMoveTarget']>) {
  const row = await findCaseByNumber(unit.trx, number);
  if (row === undefined || (await allowed(unit, 'record.move', row.id)) === null) {
    throw failAt('number', 'No existe una ficha con ese número o no tiene acceso.', 'ficha-out-of-reach');
  }
  if (row.id === caseId) throw failAt('number', 'Es la misma ficha. Escriba el número de la otra.', 'same-ficha');
  const pair = await getPair(unit.trx, row.pair_id);
  return {
    toCaseId: row.id,
    number: row.number,
    userName: await nameIn(unit.trx, unit, { caseId: row.id, personId: pair.user_id }),
  };
}

async function moveAttention(unit: Use, { from, to }: Between, id: Id<'AttentionId'>): Promise<void> {
  refuseMove({ from, to });
  const row = await getAttention(unit.trx, from.id, id);
  if (!isOwn(unit, [row.staff_id, row.recorded_by])) throw fail('rule-broken', 'move-not-own');
  await nextVersions(tablesIn(unit.trx), 'attention', { id }, { case_id: to.id });
  unit.touch('attention', id);
  for (const noteId of await moveNotesOf(unit.trx, id, to.id)) unit.touchAside('session_note', noteId);
}

/** With every part and its notes: a signed part is not changed by it. */
async function moveInterview(unit: Use, { from, to }: Between, id: Id<'InterviewId'>): Promise<void> {
  refuseMove({ from, to });
  const row = await rowOf(tablesIn(unit.trx), 'interview', { id, case_id: from.id });
  if (!isOwn(unit, [row.recorded_by, ...(await partAuthors(unit.trx, id))])) throw fail('rule-broken', 'move-not-own');
  await nextVersions(tablesIn(unit.trx), 'interview', { id }, { case_id: to.id });
  unit.touch('interview', id);
}

type ByAuthor = Extract<Movable, { kind: 'riskForm' | 'attachment' | 'supplement' }>;

/** Answers whose it is. */
function moveByAuthor(unit: Use, between: Between, record: ByAuthor): Promise<string> {
  if (record.kind === 'riskForm') return moveRiskForm(unit, between, record.id);
  if (record.kind === 'attachment') return moveFile(unit, between, record.id);
  return moveSupplement(unit, between, record.id);
}

/** Moves it and answers the id under which the trace names it. */
async function moveOne(unit: Use, between: Between, record: Movable): Promise<string> {
  if (record.kind === 'section') {
    for (const row of [between.from, between.to]) {
      await unit.require(formSections[record.section].write, row.id);
    }
    return moveSection(unit, between, record.section);
  }
  if (record.kind === 'attention') await moveAttention(unit, between, record.id);
  else if (record.kind === 'interview') await moveInterview(unit, between, record.id);
  else if (!isOwn(unit, [await moveByAuthor(unit, between, record)])) throw fail('rule-broken', 'move-not-own');
  return record.id;
}

/** To which fichas these moves took a record. */
export async function movedTo(trx: Trx, moveIds: readonly string[]): Promise<CaseId[]> {
  const moves = tablesIn(trx).selectFrom('moved_record').select('to_case_id').distinct();
  // What a change touched is named by plain texts.
  return (await moves.where('id', 'in', [...moveIds] as never).execute()).map(({ to_case_id: id }) => id);
}

async function move(unit: Use, input: InputOf<Contract['moveRecord']>): Promise<Record<string, never>> {
  const { record, reason, words } = input;
  await unit.require('record.move', input.toCaseId);
  const between = { from: await getCaseRow(unit.trx, input.caseId), to: await getCaseRow(unit.trx, input.toCaseId) };
  const recordId = await moveOne(unit, between, record);
  const kind: MovableKind = record.kind;
  const section = record.kind === 'section' ? record.section : null;
  await insertRecord(unit, tablesIn, 'moved_record', {
    ...{ id: unit.newId<'MoveId'>(), from_case_id: between.from.id, to_case_id: between.to.id, version: 1 },
    ...{ kind, section, record_id: recordId, reason, words, ...byNow(unit, 'moved') },
  });
  for (const row of [between.from, between.to]) {
    await updateCase(unit, row);
    // The last attention of a ficha decides whether a later one continues it.
    if (kind === 'attention') await reopenRestingOn(unit, row, 'se movió una atención de');
  }
  unit.note({ kind, reason, ...(section === null ? {} : { section }) });
  return {};
}

export const movingHandlers: Handlers<Contract, Trx> = {
  listMovable: inside(list),
  findMoveTarget: inside(findTarget),
  moveRecord: inside(move),
};

/** Sections moved from or to these cases after a moment, newest first: where from, where to. */
export async function sectionsMoved(
  trx: Trx,
  caseIds: readonly CaseId[],
  { section, after }: { readonly section: CareTables['moved_record']['section']; readonly after: Instant },
): Promise<{ readonly from: CaseId; readonly to: CaseId; readonly at: Instant }[]> {
  return tablesIn(trx)
    .selectFrom('moved_record')
    .select(['from_case_id as from', 'to_case_id as to', 'moved_at as at'])
    .where('section', '=', section)
    .where('moved_at', '>', after)
    .where((where) =>
      where.or([where('from_case_id', 'in', among(caseIds)), where('to_case_id', 'in', among(caseIds))]),
    )
    .orderBy('moved_at', 'desc')
    .execute();
}
