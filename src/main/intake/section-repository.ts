/** Saved answers of Sections A and B. */
import { sql } from 'kysely';
import { sectionA, sectionB, type SectionAAnswers, type SectionBAnswers } from '../../shared/intake/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { Answers, Questions } from '../../shared/platform/questions.ts';
import type { Trx } from '../database.ts';
import { fromStorage, toStorage } from './section-storage.ts';
import type { SectionRow } from './tables.ts';

type SectionName = 'a' | 'b';

const places = {
  a: {
    table: 'section_a',
    ticks: 'section_a_tick',
    asked: 'section_a_asked',
    questions: sectionA.questions as Questions,
  },
  b: {
    table: 'section_b',
    ticks: 'section_b_tick',
    asked: 'section_b_asked',
    questions: sectionB.questions as Questions,
  },
} as const;

export type SavedSection<A> = {
  readonly id: string;
  readonly version: number;
  readonly isStarted: boolean;
  /** Staff id of the last person who saved it. */
  readonly updatedBy: string;
  readonly answers: A;
};

async function readSection(trx: Trx, name: SectionName, caseId: string): Promise<SavedSection<Answers>> {
  const place = places[name];
  // The columns of both tables follow the catalogue: one shape for the query builder.
  const found = await trx.selectFrom(place.table).selectAll().where('case_id', '=', caseId).executeTakeFirst();
  if (found === undefined) throw fail('not-found');
  const row = found as SectionRow;
  const ticks = await trx.selectFrom(place.ticks).selectAll().where('section_id', '=', row.id).execute();
  const asked = await trx.selectFrom(place.asked).selectAll().where('section_id', '=', row.id).execute();
  const answers = fromStorage(place.questions, {
    columns: row,
    ticks,
    asked: asked.map((entry) => entry.question),
  });
  return { id: row.id, version: row.version, isStarted: row.started === 1, updatedBy: row.updated_by, answers };
}

export async function getSectionA(trx: Trx, caseId: string): Promise<SavedSection<SectionAAnswers>> {
  return (await readSection(trx, 'a', caseId)) as SavedSection<SectionAAnswers>;
}

export async function getSectionB(trx: Trx, caseId: string): Promise<SavedSection<SectionBAnswers>> {
  return (await readSection(trx, 'b', caseId)) as SavedSection<SectionBAnswers>;
}

/** An untouched section of a new case. */
export async function insertSection(
  trx: Trx,
  name: SectionName,
  section: { id: string; caseId: string; by: string; answers: Answers },
): Promise<void> {
  const place = places[name];
  const stored = toStorage(place.questions, section.answers);
  const row = {
    id: section.id,
    case_id: section.caseId,
    started: 0,
    updated_by: section.by,
    version: 1,
    ...stored.columns,
  };
  await trx.insertInto(place.table).values(row).execute();
  await replaceRows(trx, name, section.id, stored);
}

/** @throws conflict when the section changed since that version was read */
export async function updateSection(
  trx: Trx,
  name: SectionName,
  target: { id: string; version: number },
  save: { by: string; answers: Answers },
): Promise<void> {
  const place = places[name];
  const stored = toStorage(place.questions, save.answers);
  const result = await trx
    .updateTable(place.table)
    .set({ ...stored.columns, started: 1, updated_by: save.by, version: sql`version + 1` } as never)
    .where('id', '=', target.id)
    .where('version', '=', target.version)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw fail('conflict');
  await replaceRows(trx, name, target.id, stored);
}

async function replaceRows(
  trx: Trx,
  name: SectionName,
  sectionId: string,
  stored: ReturnType<typeof toStorage>,
): Promise<void> {
  const place = places[name];
  await trx.deleteFrom(place.ticks).where('section_id', '=', sectionId).execute();
  await trx.deleteFrom(place.asked).where('section_id', '=', sectionId).execute();
  if (stored.ticks.length > 0) {
    const rows = stored.ticks.map((tick) => ({ section_id: sectionId, ...tick }));
    await trx.insertInto(place.ticks).values(rows).execute();
  }
  if (stored.asked.length > 0) {
    const rows = stored.asked.map((question) => ({ section_id: sectionId, question }));
    await trx.insertInto(place.asked).values(rows).execute();
  }
}
