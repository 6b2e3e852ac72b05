/** What the exact tables count: the cases of a period, and the acts of it whatever the month of their case (R2, R14). */
import { sql } from 'kysely';
import { oldListVersion } from '../../../shared/intake/index.ts';
import { firstOfMonth, lastOfMonth, type CivilDate, type Month } from '../../../shared/platform/dates.ts';
import type { CaseId, StaffId } from '../../../shared/platform/ids.ts';
import { actGroup, inPeriod, reportMonth, type Counted } from '../../../shared/reports/index.ts';
import { closedTo, type StandingRow } from '../../intake/index.ts';
import { codedCases } from '../../register/index.ts';
import { tablesIn, type Trx } from '../tables.ts';
import { actsBetween } from './acts.ts';

/** A counted case or act, with what its list says. */
export type Thing = Counted & { readonly caseId: CaseId; readonly number: string; readonly on: CivilDate | null };

export type Span = { readonly from: Month; readonly to: Month };

/** `2026-05` is that month, `2026` the year; to date: from January on. */
export function spanOfPeriod(period: string, isToDate = false): Span {
  const [year = '', month] = period.split('-');
  const of = (one: string) => `${year}-${one}` as Month;
  return { from: of(month === undefined || isToDate ? '01' : month), to: of(month ?? '12') };
}

export function daysOf({ from, to }: Span): { readonly from: CivilDate; readonly to: CivilDate } {
  return { from: firstOfMonth(from), to: lastOfMonth(to) };
}

/** Every ficha, with what tells who stands in it. */
function bare(trx: Trx) {
  return tablesIn(trx)
    .selectFrom('case_file')
    .select(['case_file.id', 'case_file.number', 'case_file.condition_confirmed', 'case_file.reporting_month'])
    .select(['case_file.admitted_on', 'case_file.validated_at', 'case_file.annulled_at'])
    .select(['case_file.is_sealed', 'case_file.pair_id', 'case_file.informant_id'])
    .select(['case_file.maybe_user_id', 'case_file.maybe_aggressor_id']);
}

/** Every ficha with its person, and with what tells who stands in it. */
export const fichas = (trx: Trx) =>
  bare(trx).innerJoin('case_pair', 'case_pair.id', 'case_file.pair_id').select('case_pair.user_id');
export type FichaRow = Awaited<ReturnType<ReturnType<typeof fichas>['execute']>>[number];

/** Neither reserved nor annulled, and of the program: an old list brought numbers, no answers. */
function standing(trx: Trx) {
  return bare(trx)
    .where('case_file.is_sealed', '=', 0)
    .where('case_file.annulled_at', 'is', null)
    .where('case_file.form_version', '<>', oldListVersion)
    .orderBy('case_file.number');
}

/** The same, each with the user of its pair. */
const withUser = (trx: Trx) =>
  standing(trx).innerJoin('case_pair', 'case_pair.id', 'case_file.pair_id').select('case_pair.user_id');

/** Null: of nobody's reading, for what leaves the centre as a whole. */
export type Reader = StaffId | null;

/** Those that no conflict of the reader closes: a figure of hers would tell what she may not know. */
export async function openAmong<Row extends StandingRow>(
  trx: Trx,
  rows: readonly Row[],
  reader: Reader,
): Promise<readonly Row[]> {
  if (reader === null) return rows;
  const closed = await closedTo(trx, rows, reader);
  return rows.filter(({ id }) => !closed.has(id));
}

type Population = {
  readonly period: Span;
  readonly variables: readonly string[];
  readonly reader: Reader;
  /** Whether persons are told apart: their pairs are a table more to read. */
  readonly withPersons?: boolean;
};

/** Validated cases of these months by number, with the codes of these columns. */
export async function casesOf(trx: Trx, span: Span, of: Population): Promise<Thing[]> {
  const { period, variables, reader, withPersons } = of;
  const from = withPersons === true ? withUser(trx) : standing(trx).select(sql<string>`''`.as('user_id'));
  const all = await from
    .where('case_file.state', '<>', 'draft')
    .where('case_file.reporting_month', '>=', span.from)
    .where('case_file.reporting_month', '<=', span.to)
    .execute();
  const rows = await openAmong(trx, all, reader);
  const coded = await codedCases(trx, rows, variables);
  return rows.map((row, at) => {
    const month = row.reporting_month ?? period.from;
    const own = { [inPeriod]: month >= period.from && month <= period.to ? '1' : '', [reportMonth]: month.slice(5) };
    const values = Object.assign(coded[at] ?? {}, own);
    return { caseId: row.id, number: row.number, person: row.user_id, on: null, values };
  });
}

/** Acts of these groups in the days of the period, by day. */
export async function actsOf(
  trx: Trx,
  period: Span,
  { groups, reader }: { readonly groups: ReadonlySet<string>; readonly reader: Reader },
): Promise<Thing[]> {
  const rows = await withUser(trx).execute();
  const ids = rows.map(({ id }) => id);
  const acts = (await actsBetween(trx, ids, daysOf(period))).filter(({ group }) => groups.has(group));
  // Who stands in a ficha is read of those alone in which anything was done.
  const own = new Set(acts.map(({ caseId }) => caseId));
  const theirs = rows.filter(({ id }) => own.has(id));
  const cases = new Map((await openAmong(trx, theirs, reader)).map((row) => [row.id, row]));
  return acts
    .toSorted((one, other) => one.on.localeCompare(other.on))
    .flatMap(({ caseId, on, group }) => {
      const row = cases.get(caseId);
      return row === undefined
        ? []
        : [{ caseId, on, number: row.number, person: row.user_id, values: { [actGroup]: group } }];
    });
}

/** How many validated cases of the period are reserved: the totals differ from the central register by them (D24). */
export async function sealedIn(trx: Trx, { from, to }: Span): Promise<number> {
  const row = await tablesIn(trx)
    .selectFrom('case_file')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('reporting_month', '>=', from)
    .where('reporting_month', '<=', to)
    .where('is_sealed', '=', 1)
    .where('annulled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}
