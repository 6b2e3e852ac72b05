/** What stands beside the cases of a month: the single counts of T13 and T14. */
import { monthOf } from '../../../shared/platform/clock.ts';
import type { Month } from '../../../shared/platform/dates.ts';
import { actGroup, singleCountGroups, singleCounts, type SingleCount } from '../../../shared/reports/index.ts';
import type { Trx } from '../tables.ts';
import { actsOf } from './population.ts';

const countedHere = singleCountGroups.filter((group) => singleCounts[group].table !== 'T18');

/** The counts of T13 and T14 of these months, true values: what stands beside their cases (R14). */
export async function serviceCounts(trx: Trx, months: readonly Month[]): Promise<SingleCount[]> {
  const [first, last] = [months.toSorted().at(0), months.toSorted().at(-1)];
  if (first === undefined || last === undefined) return [];
  const acts = await actsOf(trx, { from: first, to: last }, { groups: new Set(countedHere), reader: null });
  const inMonths = acts.filter(({ on }) => on !== null && months.includes(monthOf(on)));
  const groups = Map.groupBy(inMonths, ({ values }) => values[actGroup]);
  return countedHere.map((group) => ({ group, count: groups.get(group)?.length ?? 0 }));
}
