/** What the exact tables count: the cases of a period, and the acts of it whatever the month of their case (R2, R14). */
import { sql } from 'kysely';
import { oldListVersion } from '../../../shared/intake/index.ts';
import { spanOf, type CivilDate, type Month } from '../../../shared/platform/dates.ts';
import type { CaseId } from '../../../shared/platform/ids.ts';
import { actGroup, inPeriod, reportMonth, type Counted } from '../../../shared/reports/index.ts';
import { codedCases } from '../../register/index.ts';
import { tablesIn, type Trx } from '../tables.ts';
import { actsBetween } from './acts.ts';

/** A counted case or act, with what its list says. */
export type Thing = Counted & { readonly caseId: CaseId; readonly number: string; readonly on: CivilDate | null };

export type Span = { readonly from: Month; readonly to: Month };

/** `2026-05` is that month, `2026` the year; to date: from January on. */
export function spanOfPeriod(period: string, isToDate = false): Span {
  const [year = '', month] = period.split('-');
  const from = month === undefined || isToDate ? '01' : month;
  return { from: `${year}-${from}` as Month, to: `${year}-${month ?? '12'}` as Month };
}

export function daysOf({ from, to }: Span): { readonly from: CivilDate; readonly to: CivilDate } {
  const at = (month: Month) => spanOf({ year: Number(month.slice(0, 4)), month: Number(month.slice(5)), day: null });
  return { from: at(from).first, to: at(to).last };
}

/** Neither reserved nor annulled, and of the program: an old list brought numbers, no answers. */
function standing(trx: Trx) {
  return tablesIn(trx)
    .selectFrom('case_file')
    .select(['case_file.id', 'case_file.number', 'case_file.condition_confirmed', 'case_file.reporting_month'])
    .select('case_file.admitted_on')
    .where('case_file.is_sealed', '=', 0)
    .where('case_file.annulled_at', 'is', null)
    .where('case_file.form_version', '<>', oldListVersion)
    .orderBy('case_file.number');
}

/** The same, each with the user of its pair. */
const withUser = (trx: Trx) =>
  standing(trx).innerJoin('case_pair', 'case_pair.id', 'case_file.pair_id').select('case_pair.user_id');

type Columns = {
  readonly period: Span;
  readonly variables: readonly string[];
  /** Whether persons are told apart: their pairs are a table more to read. */
  readonly withPersons?: boolean;
};

/** Validated cases of these months by number, with the codes of these columns. */
export async function casesOf(trx: Trx, span: Span, { period, variables, withPersons }: Columns): Promise<Thing[]> {
  const from = withPersons === true ? withUser(trx) : standing(trx).select(sql<string>`''`.as('user_id'));
  const rows = await from
    .where('case_file.state', '<>', 'draft')
    .where('case_file.reporting_month', '>=', span.from)
    .where('case_file.reporting_month', '<=', span.to)
    .execute();
  const coded = await codedCases(trx, rows, variables);
  return rows.map((row, at) => {
    const month = row.reporting_month ?? period.from;
    const own = { [inPeriod]: month >= period.from && month <= period.to ? '1' : '', [reportMonth]: month.slice(5) };
    const values = Object.assign(coded[at] ?? {}, own);
    return { caseId: row.id, number: row.number, person: row.user_id, on: null, values };
  });
}

/** Acts of these groups in the days of the period, by day. */
export async function actsOf(trx: Trx, period: Span, groups: ReadonlySet<string>): Promise<Thing[]> {
  const cases = new Map((await withUser(trx).execute()).map((row) => [row.id, row]));
  const acts = await actsBetween(trx, [...cases.keys()], daysOf(period));
  return acts
    .filter(({ group }) => groups.has(group))
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
