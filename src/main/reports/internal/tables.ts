/** One table, or all of them, of a period. */
import { monthOf } from '../../../shared/platform/clock.ts';
import type { CivilDate } from '../../../shared/platform/dates.ts';
import { fail } from '../../../shared/platform/failures.ts';
import type { PlaceIndex } from '../../../shared/people/index.ts';
import { placeWords, type AgeGrouping } from '../../../shared/register/index.ts';
import {
  actGroup,
  internalRules,
  linesOf,
  makeTable,
  variablesOf,
  type MadeTable,
  type TableRule,
} from '../../../shared/reports/index.ts';
import type { Trx } from '../tables.ts';
import { actsOf, casesOf, spanOfPeriod, type Reader, type Span, type Thing } from './population.ts';

export type Ask = { readonly period: string; readonly grouping: AgeGrouping | null };
/** Who reads: what is closed to her is in no figure. */
type ReadBy = { readonly reader: Reader };
export type Made = MadeTable & { readonly things: readonly Thing[] };

/** Months of a span as two figures. */
function monthsOf({ from, to }: Span): string[] {
  const [first, last] = [Number(from.slice(5)), Number(to.slice(5))];
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at).padStart(2, '0'));
}

const nothing = { grouping: null, months: [], things: [], placeName: (code: string) => code };

/** Acts that a table has a row for. */
const groupsOf = (rule: TableRule): ReadonlySet<string> =>
  new Set(linesOf(rule.rows, nothing).flatMap(({ column, is }) => (column === actGroup ? is : [])));

/** Lines that count each person once. */
const countsPersons = ({ rows, columns }: TableRule) =>
  [...rows, ...columns].some((part) => 'lines' in part && part.lines.some(({ once }) => once === 'person'));

/** The tables that count the same cases are counted from one reading of them. */
async function readThings(trx: Trx, rules: readonly TableRule[], { period, reader }: Ask & ReadBy) {
  const own = spanOfPeriod(period);
  const wanted = (over: TableRule['over']) => rules.filter((rule) => rule.over === over);
  const columns = (over: TableRule['over']) => [...new Set(wanted(over).flatMap(variablesOf))];
  const cases = async (over: TableRule['over'], span: Span) =>
    wanted(over).length === 0
      ? []
      : casesOf(trx, span, {
          ...{ period: own, variables: columns(over), reader },
          withPersons: wanted(over).some(countsPersons),
        });
  const now = await cases(undefined, own);
  const toDate = await cases('yearToDate', spanOfPeriod(period, true));
  const groups = new Set(wanted('acts').flatMap((rule) => [...groupsOf(rule)]));
  const acts = groups.size === 0 ? [] : await actsOf(trx, own, { groups, reader });
  return (rule: TableRule): readonly Thing[] => {
    if (rule.over === 'yearToDate') return toDate;
    if (rule.over === undefined) return now;
    const rows = groupsOf(rule);
    return acts.filter(({ values }) => rows.has(values[actGroup] ?? ''));
  };
}

/** @throws rule-broken `month-future` */
export function refuseFuture({ period }: Ask, today: CivilDate): void {
  if (spanOfPeriod(period).from > monthOf(today)) throw fail('rule-broken', 'month-future');
}

/** @param as what is kept of each table: the list behind every figure of all of them would be many times the fichas */
export async function makeTables<Kept>(
  trx: Trx,
  ask: Ask & ReadBy,
  made: { readonly rules: readonly TableRule[]; readonly places: PlaceIndex; readonly as: (made: Made) => Kept },
): Promise<Kept[]> {
  const { rules, places, as } = made;
  const { period, grouping } = ask;
  const thingsOf = await readThings(trx, rules, ask);
  const placeName = (code: string) => {
    const [department = code, province, district] = placeWords(code, places);
    return district === undefined ? department : `${district} (${province ?? ''}, ${department})`;
  };
  const months = monthsOf(spanOfPeriod(period, true));
  return rules.map((rule) => {
    const things = thingsOf(rule);
    return as({ ...makeTable(rule, { grouping, months, things, placeName }), things });
  });
}

/** @throws not-found */
export async function makeOne(trx: Trx, ask: Ask & ReadBy & { readonly table: string }, places: PlaceIndex) {
  const rule = internalRules.find(({ key }) => key === ask.table);
  if (rule === undefined) throw fail('not-found');
  const [made] = await makeTables(trx, ask, { rules: [rule], places, as: (one) => one });
  if (made === undefined) throw fail('not-found');
  return made;
}
