/** Acts beside the cases of a unit: T13 and T14 by what the services did, T18 by what was done in prevention. */
import type { Month } from '../../shared/platform/dates.ts';
import { singleCountGroups, type SingleCount } from '../../shared/reports/index.ts';
import { preventionCounts } from '../prevention/index.ts';
import { serviceCounts } from './internal/service-counts.ts';
import type { Trx } from './tables.ts';

/** True counts of these months together; a unit that shows none is asked for none. */
export async function singleCountsOf(trx: Trx, months: readonly Month[]): Promise<SingleCount[]> {
  if (months.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { group, count } of await serviceCounts(trx, months)) counts.set(group, count);
  for (const month of months)
    for (const [group, count] of Object.entries(await preventionCounts(trx, month)))
      counts.set(group, (counts.get(group) ?? 0) + count);
  return singleCountGroups.map((group) => ({ group, count: counts.get(group) ?? 0 }));
}
