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

/** A clock that starts at an instant and then runs: for a browser, where waiting is real. */
export function runningClock(instant: string): FixedClock {
  const started = Date.now();
  let base = Date.parse(instant);
  return {
    now: () => base + (Date.now() - started),
    set: (next) => void (base = Date.parse(next) - (Date.now() - started)),
    advance: (milliseconds) => void (base += milliseconds),
  };
}
