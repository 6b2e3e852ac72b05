import { instantAt } from '../../shared/platform/clock.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CallFrame } from './gate/handler.ts';

/** A time of today may be off by the clock of a telephone or of a desk. */
export const clockTolerance = 10 * 60 * 1000;

/** Which part of a day and hour is later than now: what was done is not to come. Null when none is. */
export function futurePart(
  { today, clock }: Pick<CallFrame, 'today' | 'clock'>,
  at: { readonly on: CivilDate; readonly time: string | null },
  tolerance = 0,
): 'on' | 'time' | null {
  if (at.on > today) return 'on';
  if (at.on < today || at.time === null) return null;
  return Date.parse(instantAt(at.on, at.time)) > clock.now() + tolerance ? 'time' : null;
}
