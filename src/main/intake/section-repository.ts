/** Saved answers of the sections of the form, one procedure for all of them. */
import { sql } from 'kysely';
import {
  sectionOf,
  type FormSectionId,
  type SectionAAnswers,
  type SectionBAnswers,
} from '../../shared/intake/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { blankAnswers, type Answers, type Questions } from '../../shared/record/index.ts';
import { among } from '../platform/storage/among.ts';
import { insertRow, updateVersioned } from '../platform/storage/rows.ts';
import { columnsOf, fromStorage, toStorage, type AnswerColumns, type StoredAnswers } from '../record/index.ts';
import { tablesIn, type Trx, type SectionRow } from './tables.ts';

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
async function findSection(trx: Trx, id: FormSectionId, caseId: CaseId): Promise<SavedSection<Answers> | null> {
  return (await sectionsByCase(trx, id, [caseId])).get(caseId) ?? null;
}

/** The same section of many cases, by their ids; one in which it was never saved is left out. */
export async function sectionsByCase(
  trx: Trx,
  id: FormSectionId,
  caseIds: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, SavedSection<Answers>>> {
  const place = tablesOf(id);
  const found = await tablesIn(trx)
    .selectFrom(place.table)
    .selectAll()
    .where('case_id', 'in', among(caseIds))
    .execute();
  // The columns of every table follow the catalogue: one shape for the query builder.
  const rows = found as SectionRow[];
  if (rows.length === 0) return new Map();
  const own = among(rows.map((row) => row.id));
  const ticks = await tablesIn(trx).selectFrom(place.ticks).selectAll().where('section_id', 'in', own).execute();
  const asked = await tablesIn(trx).selectFrom(place.asked).selectAll().where('section_id', 'in', own).execute();
  const ticksOf = Map.groupBy(ticks, ({ section_id }) => section_id);
  const askedOf = Map.groupBy(asked, ({ section_id }) => section_id);
  return new Map(
    rows.map((row): [CaseId, SavedSection<Answers>] => {
      const answers = fromStorage(sectionOf(id).questions, {
        columns: row,
        ticks: ticksOf.get(row.id) ?? [],
        asked: (askedOf.get(row.id) ?? []).map(({ question }) => question),
      });
      const { version, updated_by: updatedBy } = row;
      return [row.case_id, { id: row.id, version, isStarted: row.started === 1, updatedBy, answers }];
    }),
  );
}

/** Some answers of a section of many cases, in three queries however many there are. */
export async function answersByCase(
  trx: Trx,
  id: FormSectionId,
  caseIds: readonly CaseId[],
  questions: Questions,
): Promise<ReadonlyMap<CaseId, Answers>> {
  const place = tablesOf(id);
  const columns = Object.entries(questions).flatMap(([name, question]) =>
    columnsOf(name, question).map((column) => column.name),
  );
  const found = await tablesIn(trx)
    .selectFrom(place.table)
    .select(['id', 'case_id', ...columns])
    .where('case_id', 'in', among(caseIds))
    .execute();
  const rows = found as (Pick<SectionRow, 'id' | 'case_id'> & AnswerColumns)[];
  const ticked = Object.entries(questions).flatMap(([name, { kind }]) => (kind === 'ticks' ? [name] : []));
  const own = among(ticked.length === 0 ? [] : rows.map((row) => row.id));
  const names = among(ticked);
  // With a plus each section is read once, not once a question.
  const ticks = await tablesIn(trx)
    .selectFrom(place.ticks)
    .selectAll()
    .where('section_id', 'in', own)
    .where(sql`+question`, 'in', names)
    .execute();
  const asked = await tablesIn(trx)
    .selectFrom(place.asked)
    .selectAll()
    .where('section_id', 'in', own)
    .where(sql`+question`, 'in', names)
    .execute();
  const ticksOf = Map.groupBy(ticks, ({ section_id }) => section_id);
  const askedOf = Map.groupBy(asked, ({ section_id }) => section_id);
  return new Map(
    rows.map((row): [CaseId, Answers] => [
      row.case_id,
      fromStorage(questions, {
        columns: row,
        ticks: ticksOf.get(row.id) ?? [],
        asked: (askedOf.get(row.id) ?? []).map(({ question }) => question),
      }),
    ]),
  );
}

async function readSection(trx: Trx, id: FormSectionId, caseId: CaseId): Promise<SavedSection<Answers>> {
  const saved = await findSection(trx, id, caseId);
  if (saved === null) throw fail('not-found');
  return saved;
}

/** Any section; version 0 and nothing answered before its first save. */
export async function getFormSection(trx: Trx, id: FormSectionId, caseId: CaseId): Promise<SavedSection<Answers>> {
  const saved = await findSection(trx, id, caseId);
  const blank = { id: '', version: 0, isStarted: false, updatedBy: '', answers: blankAnswers(sectionOf(id).questions) };
  return saved ?? blank;
}

export async function getSectionA(trx: Trx, caseId: CaseId): Promise<SavedSection<SectionAAnswers>> {
  return (await readSection(trx, 'a', caseId)) as SavedSection<SectionAAnswers>;
}

export async function getSectionB(trx: Trx, caseId: CaseId): Promise<SavedSection<SectionBAnswers>> {
  return (await readSection(trx, 'b', caseId)) as SavedSection<SectionBAnswers>;
}

/** A section of a new case (`started` 0), or the first save of one. @throws conflict when it was saved meanwhile */
export async function insertSection(
  trx: Trx,
  section: FormSectionId,
  save: { id: string; caseId: CaseId; by: string; answers: Answers; started: 0 | 1 },
): Promise<void> {
  if (save.started === 1 && (await findSection(trx, section, save.caseId)) !== null) throw fail('conflict');
  const stored = toStorage(sectionOf(section).questions, save.answers);
  const row = {
    id: save.id,
    case_id: save.caseId,
    started: save.started,
    updated_by: save.by,
    version: 1,
    ...stored.columns,
  };
  await tablesIn(trx).insertInto(tablesOf(section).table).values(row).execute();
  await insertRows(trx, section, save.id, stored);
}

/** `started` 0 empties it. @throws conflict when the section changed since that version was read */
export async function updateSection(
  trx: Trx,
  section: FormSectionId,
  target: { id: string; version: number },
  save: { by: string; answers: Answers; started?: 0 | 1 },
): Promise<void> {
  const stored = toStorage(sectionOf(section).questions, save.answers);
  await updateVersioned(tablesIn(trx), tablesOf(section).table, target, {
    ...stored.columns,
    started: save.started ?? 1,
    updated_by: save.by,
  });
  await replaceRows(trx, section, target.id, stored);
}

async function replaceRows(trx: Trx, section: FormSectionId, sectionId: string, stored: StoredAnswers): Promise<void> {
  const place = tablesOf(section);
  await tablesIn(trx).deleteFrom(place.ticks).where('section_id', '=', sectionId).execute();
  await tablesIn(trx).deleteFrom(place.asked).where('section_id', '=', sectionId).execute();
  await insertRows(trx, section, sectionId, stored);
}

async function insertRows(trx: Trx, section: FormSectionId, sectionId: string, stored: StoredAnswers): Promise<void> {
  const place = tablesOf(section);
  const ticks = stored.ticks.map((tick) => ({ section_id: sectionId, ...tick }));
  await insertRow(tablesIn(trx), place.ticks, ticks);
  const asked = stored.asked.map((question) => ({ section_id: sectionId, question }));
  await insertRow(tablesIn(trx), place.asked, asked);
}
