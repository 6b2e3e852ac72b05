/** What is new to a reader: visits are told apart by the time between two readings. */
import type { Instant } from '../platform/dates.ts';

/** Readings that follow one another faster are one visit. */
const apartMs = 30 * 60_000;

/**
 * The end of the visit before the present one.
 *
 * @param readings own readings of the case, newest first
 */
export function lastVisit(readings: readonly Instant[], now: Instant): Instant | null {
  let after = Date.parse(now);
  for (const at of readings) {
    const then = Date.parse(at);
    if (after - then > apartMs) return at;
    after = then;
  }
  return null;
}
