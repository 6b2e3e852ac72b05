import type { Clock } from '../../src/shared/platform/clock.ts';

export type FixedClock = Clock & { set(instant: string): void; advance(milliseconds: number): void };

/** A clock that stands still until a test moves it. Default: Wednesday 10 June 2026, 09:00 in Lima. */
export function fixedClock(instant = '2026-06-10T14:00:00.000Z'): FixedClock {
  let now = Date.parse(instant);
  return {
    now: () => now,
    set: (next) => void (now = Date.parse(next)),
    advance: (milliseconds) => void (now += milliseconds),
  };
}
