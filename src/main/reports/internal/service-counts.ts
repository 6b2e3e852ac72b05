/** What stands beside the cases of a month: the single counts of T13 and T14. */
import type { Month } from '../../../shared/platform/dates.ts';
import { actGroup, singleCountGroups, singleCounts, type SingleCount } from '../../../shared/reports/index.ts';
import type { Trx } from '../tables.ts';
import { actsOf, spanOfPeriod } from './population.ts';

const countedHere = singleCountGroups.filter((group) => singleCounts[group].table !== 'T18');

/** The counts of T13 and T14 of a month, true values: what stands beside its cases (R14). */
export async function serviceCounts(trx: Trx, month: Month): Promise<SingleCount[]> {
  const acts = await actsOf(trx, spanOfPeriod(month), new Set(countedHere));
  const groups = Map.groupBy(acts, ({ values }) => values[actGroup]);
  return countedHere.map((group) => ({ group, count: groups.get(group)?.length ?? 0 }));
}
