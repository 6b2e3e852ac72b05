/** Saved answers of the sections of the form, one procedure for all of them. */
import { sql } from 'kysely';
import {
  blankSectionB,
  questionsOf,
  sectionOf,
  type FormSectionId,
  type QuestionsOf,
} from '../../shared/intake/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { blankAnswers, type Answers, type AnswersOf, type Questions } from '../../shared/record/index.ts';
import { among } from '../platform/storage/among.ts';
import { columnsIn, insertRecord, insertRow, rowsOf, updateVersioned } from '../platform/storage/rows.ts';
import { columnsOf, fromStorage, toStorage, type AnswerColumns, type StoredAnswers } from '../record/index.ts';
import { tablesIn, type Trx, type SectionRow, type Use } from './tables.ts';

const tablesOf = (id: FormSectionId) =>
  ({ table: `section_${id}`, ticks: `section_${id}_tick`, asked: `section_${id}_asked` }) as const;

export type SavedSection<A> = {
  readonly id: string;
  readonly version: number;
  readonly isStarted: boolean;
  /** Staff id of the last person who saved it. */
  readonly updatedBy: string;
  readonly answers: A;
};

/** Null before anything was saved; Sections A and B are there from the opening of the case. */
async function findSection<Id extends FormSectionId>(trx: Trx, id: Id, caseId: CaseId) {
  return (await sectionsByCase(trx, id, [caseId])).get(caseId) ?? null;
}

type OfSection = Pick<SectionRow, 'id' | 'case_id'> & AnswerColumns;

/** What each of these rows answers to these questions, in two queries however many rows there are. */
async function answersOf<Q extends Questions>(trx: Trx, id: FormSectionId, rows: readonly OfSection[], questions: Q) {
  const place = tablesOf(id);
  const isWhole = questions === sectionOf(id).questions;
  const ticked = Object.entries(questions).flatMap(([name, { kind }]) => (kind === 'ticks' ? [name] : []));
  const own = among(ticked.length === 0 ? [] : rows.map((row) => row.id));
  const names = among(ticked);
  const ticks = tablesIn(trx).selectFrom(place.ticks).selectAll().where('section_id', 'in', own);
  const asked = tablesIn(trx).selectFrom(place.asked).selectAll().where('section_id', 'in', own);
  // With a plus each section is read once, not once a question.
  const ticksRead = await (isWhole ? ticks : ticks.where(sql`+question`, 'in', names)).execute();
  const askedRead = await (isWhole ? asked : asked.where(sql`+question`, 'in', names)).execute();
  const ticksOf = Map.groupBy(ticksRead, ({ section_id }) => section_id);
  const askedOf = Map.groupBy(askedRead, ({ section_id }) => section_id);
  return (row: OfSection) =>
    fromStorage(questions, {
      columns: row,
      ticks: ticksOf.get(row.id) ?? [],
      asked: (askedOf.get(row.id) ?? []).map(({ question }) => question),
    });
}

/** The same section of many cases, by their ids; one in which it was never saved is left out. */
export async function sectionsByCase<Id extends FormSectionId>(
  trx: Trx,
  id: Id,
  caseIds: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, SavedSection<AnswersOf<QuestionsOf<Id>>>>> {
  // The columns of every table follow the catalogue: one shape for the query builder.
  const rows: SectionRow[] = await rowsOf(tablesIn(trx), tablesOf(id).table, { case_id: caseIds });
  if (rows.length === 0) return new Map();
  const answersIn = await answersOf(trx, id, rows, questionsOf(id));
  const saved = (row: SectionRow) => ({
    ...{ id: row.id, version: row.version, isStarted: row.started === 1, updatedBy: row.updated_by },
    answers: answersIn(row),
  });
  return new Map(rows.map((row) => [row.case_id, saved(row)]));
}

/** Some answers of a section of many cases, in three queries however many there are. */
export async function answersByCase(
  trx: Trx,
  id: FormSectionId,
  caseIds: readonly CaseId[],
  questions: Questions,
): Promise<ReadonlyMap<CaseId, Answers>> {
  const columns = Object.entries(questions).flatMap(([name, question]) =>
    columnsOf(name, question).map((column) => column.name),
  );
  const found = await columnsIn(tablesIn(trx), tablesOf(id).table, ['id', 'case_id', ...columns], { case_id: caseIds });
  const rows = found as OfSection[];
  const answersIn = await answersOf(trx, id, rows, questions);
  return new Map(rows.map((row) => [row.case_id, answersIn(row)]));
}

async function readSection<Id extends FormSectionId>(trx: Trx, id: Id, caseId: CaseId) {
  const saved = await findSection(trx, id, caseId);
  if (saved === null) throw fail('not-found');
  return saved;
}

/** Any section; version 0 and nothing answered before its first save. */
export async function getFormSection<Id extends FormSectionId>(trx: Trx, id: Id, caseId: CaseId) {
  const saved = await findSection(trx, id, caseId);
  const blank = { id: '', version: 0, isStarted: false, updatedBy: '', answers: blankAnswers(questionsOf(id)) };
  return saved ?? blank;
}

export const getSectionA = (trx: Trx, caseId: CaseId) => readSection(trx, 'a', caseId);
export const getSectionB = (trx: Trx, caseId: CaseId) => readSection(trx, 'b', caseId);

/** A section of a new case (`started` 0), or the first save of one. @throws conflict when it was saved meanwhile */
export async function insertSection(
  unit: Use,
  section: FormSectionId,
  save: { caseId: CaseId; answers: Answers; started: 0 | 1; by?: string },
): Promise<string> {
  const { caseId, started, by = unit.session.staffId } = save;
  if (started === 1 && (await findSection(unit.trx, section, caseId)) !== null) throw fail('conflict');
  const id = unit.newId();
  const stored = toStorage(sectionOf(section).questions, save.answers);
  const row = { id, case_id: caseId, started, updated_by: by, version: 1, ...stored.columns };
  await insertRecord(unit, tablesIn, tablesOf(section).table, row);
  await insertRows(unit.trx, section, id, stored);
  return id;
}

/** Those that every ficha has from its opening. */
export async function openSections(unit: Use, caseId: CaseId, a: Answers): Promise<void> {
  await insertSection(unit, 'a', { caseId, answers: a, started: 0 });
  await insertSection(unit, 'b', { caseId, answers: blankSectionB(), started: 0 });
}

/** `started` 0 empties it. @throws conflict when the section changed since that version was read */
export async function updateSection(
  unit: Use,
  section: FormSectionId,
  { id, version }: { id: string; version: number },
  { answers, by = unit.session.staffId, started = 1 }: { answers: Answers; by?: string; started?: 0 | 1 },
): Promise<void> {
  const { trx } = unit;
  const place = tablesOf(section);
  const stored = toStorage(sectionOf(section).questions, answers);
  const change = { ...stored.columns, started, updated_by: by };
  await updateVersioned(tablesIn(trx), place.table, { id, version }, change);
  await tablesIn(trx).deleteFrom(place.ticks).where('section_id', '=', id).execute();
  await tablesIn(trx).deleteFrom(place.asked).where('section_id', '=', id).execute();
  await insertRows(trx, section, id, stored);
  unit.touch(place.table, id);
}

/** The first save of a section (`version` 0), or the next one; answers its id. */
export async function saveSection(
  unit: Use,
  section: FormSectionId,
  { caseId, id, version }: { caseId: CaseId; id: string; version: number },
  answers: Answers,
): Promise<string> {
  if (version === 0) return insertSection(unit, section, { caseId, answers, started: 1 });
  await updateSection(unit, section, { id, version }, { answers });
  return id;
}

async function insertRows(trx: Trx, section: FormSectionId, sectionId: string, stored: StoredAnswers): Promise<void> {
  const place = tablesOf(section);
  const ticks = stored.ticks.map((tick) => ({ section_id: sectionId, ...tick }));
  await insertRow(tablesIn(trx), place.ticks, ticks);
  const asked = stored.asked.map((question) => ({ section_id: sectionId, question }));
  await insertRow(tablesIn(trx), place.asked, asked);
}
