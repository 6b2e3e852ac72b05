/** Whether the date of this computer can be true, by what the record was last told (bad inputs, row 46). */
import type { Instant } from '../platform/dates.ts';

export type DateDoubt = 'back' | 'forward';

/** A correction of a few minutes is daily life; half a year without a single entry is not. */
const dateDoubtRules = { backMinutes: 10, forwardDays: 180 } as const;

const minute = 60_000;

/** Null when the step from the last entry to now is believable. */
export function dateDoubtOf(last: Instant, now: Instant): DateDoubt | null {
  const step = Date.parse(now) - Date.parse(last);
  if (step < -dateDoubtRules.backMinutes * minute) return 'back';
  return step > dateDoubtRules.forwardDays * 24 * 60 * minute ? 'forward' : null;
}
