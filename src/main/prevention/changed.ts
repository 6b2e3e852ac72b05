/** What was written of a month after it was closed: its T18 stays, the figures of today do not. */
import type { CivilDate, Instant, Month } from '../../shared/platform/dates.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import { listOwnChanges } from '../history/index.ts';
import { activities } from './plans.ts';
import { resultsByActivity } from './repository.ts';
import type { Trx } from './tables.ts';

export type ChangedActivity = { readonly topic: string; readonly heldOn: CivilDate; readonly on: CivilDate };

/** Activities that count otherwise since: done, corrected, withdrawn, or moved to another month or away from it. */
export async function activitiesChangedAfter(trx: Trx, month: Month, after: Instant): Promise<ChangedActivity[]> {
  const all = await activities.list(trx);
  const results = await resultsByActivity(
    trx,
    all.map(({ id }) => id),
  );
  const since = civilDateOf(Date.parse(after));
  const changed: ChangedActivity[] = [];
  for (const { id, topic, heldOn, changedOn } of all) {
    const result = results.get(id);
    const isOf = heldOn.startsWith(month);
    // Nothing was counted of what nobody said how it ended, and nothing else was touched since.
    if (result === undefined || (!isOf && changedOn < since)) continue;
    const ofPlan = await listOwnChanges(trx, { kind: 'prevention_activity', id }, 100);
    const ofResult = isOf ? await listOwnChanges(trx, { kind: 'prevention_result', id: result.id }, 1) : [];
    const left = ofPlan.filter(({ fields }) =>
      fields.some(({ field, before }) => field === 'heldOn' && String(before).startsWith(month)),
    );
    const times = [...(isOf ? ofPlan : left), ...ofResult].map(({ changedAt }) => changedAt);
    const last = times.toSorted().at(-1);
    if (last !== undefined && last > after) changed.push({ topic, heldOn, on: civilDateOf(Date.parse(last)) });
  }
  return changed;
}
