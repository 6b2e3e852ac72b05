/** Rows of prevention, and how many cases it brought in. */
import {
  activity,
  insertedChannel,
  preventionSources,
  resultFields,
  type Activity,
  type ActivityId,
  type ActivityResult,
  type Cell,
  type ProgrammeId,
  type Score,
} from '../../shared/prevention/index.ts';
import type { CivilDate, Month } from '../../shared/platform/dates.ts';
import type { CaseId, StaffId } from '../../shared/platform/ids.ts';
import { closedCases } from '../intake/index.ts';
import { insertRow, rowsOf, updateVersioned, valuesIn } from '../platform/storage/rows.ts';
import { valuesOfRow } from '../record/index.ts';
import { tablesIn, type PreventionTables, type Trx } from './tables.ts';

export type ResultRow = PreventionTables['prevention_result'];

export function toActivity(row: PreventionTables['prevention_activity']): Activity {
  const { id, is_active, changed_on: changedOn, version } = row;
  return { ...valuesOfRow(activity.fields, row), id, isActive: is_active === 1, changedOn, version };
}

type Span = { readonly from: CivilDate; readonly to: CivilDate };

/** In order of day and hour; those withdrawn too. */
export async function activitiesBetween(trx: Trx, { from, to }: Span): Promise<Activity[]> {
  const rows = await tablesIn(trx)
    .selectFrom('prevention_activity')
    .selectAll()
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .orderBy('held_on')
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
  return rows.map(toActivity);
}

/** In use, and nobody said how they ended: whatever their month. */
export async function openActivities(trx: Trx): Promise<Activity[]> {
  const rows = await tablesIn(trx)
    .selectFrom('prevention_activity')
    .selectAll('prevention_activity')
    .leftJoin('prevention_result', 'prevention_result.activity_id', 'prevention_activity.id')
    .where('is_active', '=', 1)
    .where((where) => where.or([where('state', 'is', null), where('state', '=', 'planned')]))
    .orderBy('held_on')
    .orderBy('starts_at')
    .orderBy('prevention_activity.id')
    .execute();
  return rows.map(toActivity);
}

/** In use, sessions of a programme, by their number. */
export async function sessionActivities(trx: Trx): Promise<(Activity & { programmeId: ProgrammeId })[]> {
  const rows = await tablesIn(trx)
    .selectFrom('prevention_activity')
    .selectAll()
    .where('programme_id', 'is not', null)
    .where('is_active', '=', 1)
    .orderBy('session_number')
    .execute();
  return rows.map(toActivity).filter((one): one is Activity & { programmeId: ProgrammeId } => one.programmeId !== null);
}

export type KeptResult = ResultRow & { readonly attendance: readonly Cell[] };

export async function resultsByActivity(trx: Trx, ids: readonly ActivityId[]): Promise<Map<ActivityId, KeptResult>> {
  const rows = await rowsOf(tablesIn(trx), 'prevention_result', { activity_id: ids });
  const results = rows.map(({ id }) => id);
  const cells = await rowsOf(tablesIn(trx), 'prevention_attendance', { result_id: results }, 'sex', 'age');
  const byResult = Map.groupBy(cells, ({ result_id }) => result_id);
  const cellsOf = (id: string) => (byResult.get(id) ?? []).map(({ sex, age, people }) => ({ sex, age, people }));
  return new Map(rows.map((row) => [row.activity_id, { ...row, attendance: cellsOf(row.id) }]));
}

export const resultOf = ({ attendance, ...row }: KeptResult): ActivityResult => ({
  ...valuesOfRow(resultFields, row),
  attendance: [...attendance],
});

/** Months of which a closing kept what they counted. */
export async function monthsKept(trx: Trx): Promise<ReadonlySet<Month>> {
  return new Set(await valuesIn(tablesIn(trx), 'prevention_month.month', {}));
}

/** The closed month that counted each of these; of no other month is it any more. */
export async function monthsThatCounted(trx: Trx): Promise<ReadonlyMap<ActivityId, Month>> {
  const rows = await tablesIn(trx)
    .selectFrom('prevention_month_activity')
    .innerJoin('prevention_month', 'prevention_month.id', 'prevention_month_activity.month_id')
    .select(['activity_id', 'month'])
    .execute();
  return new Map(rows.map(({ activity_id: id, month }) => [id, month]));
}

/** A new one when `version` is null. @throws conflict */
export async function writeResult(
  trx: Trx,
  row: Omit<ResultRow, 'version'>,
  { version, attendance }: { readonly version: number | null; readonly attendance: readonly Cell[] },
): Promise<void> {
  const { id, ...change } = row;
  if (version === null) await insertRow(tablesIn(trx), 'prevention_result', { ...row, version: 1 });
  else await updateVersioned(tablesIn(trx), 'prevention_result', { id, version }, change);
  await tablesIn(trx).deleteFrom('prevention_attendance').where('result_id', '=', id).execute();
  const cells = attendance.map((cell) => ({ ...cell, result_id: id }));
  await insertRow(tablesIn(trx), 'prevention_attendance', cells);
}

export type KeptScore = {
  readonly id: PreventionTables['prevention_score']['id'];
  readonly version: number;
  readonly score: Score;
};

export async function scoresByProgramme(trx: Trx): Promise<Map<ProgrammeId, KeptScore>> {
  const rows = await rowsOf(tablesIn(trx), 'prevention_score', {});
  const factors = await rowsOf(tablesIn(trx), 'prevention_score_factor', {}, 'score_id', 'position');
  const byScore = Map.groupBy(factors, ({ score_id }) => score_id);
  return new Map(
    rows.map(({ id, version, programme_id, before_on, before_people, later_on, later_people, is_final }) => [
      programme_id,
      {
        ...{ id, version },
        score: {
          before: { on: before_on, people: before_people },
          later: later_on === null || later_people === null ? null : { on: later_on, people: later_people },
          isFinal: is_final === 1,
          factors: (byScore.get(id) ?? []).map(({ factor, before_count, is_worked, later_count }) => ({
            ...{ factor, before: before_count, isWorked: is_worked === 1, later: later_count },
          })),
        },
      },
    ]),
  );
}

/** A new one when `version` is null. @throws conflict */
export async function writeScore(
  trx: Trx,
  row: Omit<PreventionTables['prevention_score'], 'version'>,
  { version, factors }: { readonly version: number | null; readonly factors: Score['factors'] },
): Promise<void> {
  const { id, ...change } = row;
  if (version === null) await insertRow(tablesIn(trx), 'prevention_score', { ...row, version: 1 });
  else await updateVersioned(tablesIn(trx), 'prevention_score', { id, version }, change);
  await tablesIn(trx).deleteFrom('prevention_score_factor').where('score_id', '=', id).execute();
  await insertRow(
    tablesIn(trx),
    'prevention_score_factor',
    factors.map(({ factor, before, isWorked, later }, position) => ({
      ...{ score_id: id, position, factor, before_count: before },
      ...{ is_worked: isWorked ? (1 as const) : (0 as const), later_count: later },
    })),
  );
}

/** Months, and who reads: what a conflict closes to the reader is in no figure (decision 0081); null counts for nobody. */
type Counting = { readonly from: Month; readonly to: Month; readonly reader: StaffId | null };

const countable = (trx: Trx, { from, to }: Omit<Counting, 'reader'>) =>
  tablesIn(trx)
    .selectFrom('case_file')
    .innerJoin('section_a', 'section_a.case_id', 'case_file.id')
    .select(['case_file.id', 'section_a.intake_channel as channel', 'section_a.awareness_source as source'])
    .where('case_file.reporting_month', '>=', from)
    .where('case_file.reporting_month', '<=', to)
    .where('case_file.state', '<>', 'draft')
    .where('case_file.annulled_at', 'is', null)
    .where('case_file.is_sealed', '=', 0)
    .execute();

/** Cases that prevention brought in, as they count now in that month. */
export async function insertedIn(trx: Trx, month: Month): Promise<CaseId[]> {
  const rows = await countable(trx, { from: month, to: month });
  return rows.filter(({ channel }) => channel === insertedChannel).map(({ id }) => id);
}

/**
 * Validated cases, neither annulled nor reserved, that prevention brought in or told of the service: counts alone, in the
 * months that count them, as every table of the month.
 */
export async function casesThrough(trx: Trx, { from, to, reader }: Counting) {
  const all = await countable(trx, { from, to });
  const ids = all.map(({ id }) => id);
  const closed = reader === null ? new Set<string>() : await closedCases(trx, reader, ids);
  const rows = all.filter(({ id }) => !closed.has(id));
  return {
    inserted: rows.filter(({ channel }) => channel === insertedChannel).length,
    learned: rows.filter(({ source }) => preventionSources.some((code) => code === source)).length,
  };
}
