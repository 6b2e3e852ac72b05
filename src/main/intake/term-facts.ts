/** What of many cases starts terms by itself, a query for each table and never one for each case. */
import { oldListVersion } from '../../shared/intake/index.ts';
import type { PartialDate, CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { ExpressionBuilder } from 'kysely';
import { among } from '../platform/storage/among.ts';
import { cellsOf, columnsIn } from '../platform/storage/rows.ts';
import { occurredOn } from './case-repository.ts';
import { casesComplete } from './progress.ts';
import { tablesIn, type Trx, type IntakeTables } from './tables.ts';

/** An act of rape with what is known of its day; `time` is `HH:MM`, or null. */
export type Assault = { readonly on: PartialDate; readonly time: string | null };

export type TermFacts = {
  readonly caseId: CaseId;
  readonly admittedOn: CivilDate;
  readonly admittedTime: string;
  readonly validatedAt: Instant | null;
  /** Valuation of the centre (Section B); null while nobody gave one. */
  readonly level: 1 | 2 | 3 | null;
  /** Null without such an act, and without a date. */
  readonly assault: Assault | null;
};

/** Cases whose steps the centre still has to take: neither closed nor annulled, nor from an old list, taken elsewhere. */
export async function runningCases(trx: Trx, only?: CaseId): Promise<CaseId[]> {
  const running = tablesIn(trx).selectFrom('case_file').select('id').where(isRunning);
  const rows = await (only === undefined ? running : running.where('id', '=', only)).execute();
  return rows.map(({ id }) => id);
}

function isRunning(file: ExpressionBuilder<IntakeTables, 'case_file'>) {
  return file.and([
    file('case_file.state', '<>', 'closed'),
    file('case_file.annulled_at', 'is', null),
    file('case_file.form_version', '<>', oldListVersion),
  ]);
}

/** Of the running ones among these cases. */
export async function termFactsOf(trx: Trx, caseIds: readonly CaseId[]): Promise<TermFacts[]> {
  const rows = await tablesIn(trx)
    .selectFrom('case_file')
    .innerJoin('incident', 'incident.id', 'case_file.incident_id')
    .innerJoin('section_b', 'section_b.case_id', 'case_file.id')
    .selectAll('incident')
    .select(['case_file.id as caseId', 'case_file.admitted_on', 'case_file.admitted_time', 'case_file.validated_at'])
    .select(['section_b.id as sectionId', 'section_b.valuation_level as level'])
    .where('case_file.id', 'in', among(caseIds))
    .where(isRunning)
    .execute();
  const assaulted = await columnsIn(tablesIn(trx), 'section_b_tick', ['section_id'], {
    section_id: rows.map(({ sectionId }) => sectionId),
    question: 'sexualActs',
    tick: ['rape', 'rapeByDeceit'],
  });
  const isAssaulted = new Set(assaulted.map(({ section_id }) => section_id));
  return rows.map((row): TermFacts => {
    const on = isAssaulted.has(row.sectionId) ? occurredOn(row) : null;
    return {
      ...cellsOf(row, 'caseId', 'admitted_on', 'admitted_time', 'validated_at', 'level'),
      assault: on === null ? null : { on, time: row.occurred_time },
    };
  });
}

/** Cases among these with the description (C and D) and with the plan (E) complete. */
export async function casesDescribed(trx: Trx, caseIds: readonly CaseId[]) {
  const [c, e] = [await casesComplete(trx, 'c', caseIds), await casesComplete(trx, 'e', caseIds)];
  // What misses the one needs no look at the other.
  return { described: await casesComplete(trx, 'd', [...c]), planned: e };
}
