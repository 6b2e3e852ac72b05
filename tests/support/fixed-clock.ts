import type { SteadyClock } from '../../src/shared/platform/clock.ts';

export type FixedClock = SteadyClock & { set(instant: string): void; advance(milliseconds: number): void };

/** A clock that stands still until a test moves it; `set` moves the wall only, as a person would. Default: Wednesday 10 June 2026, 09:00 in Lima. */
export function fixedClock(instant = '2026-06-10T14:00:00.000Z'): FixedClock {
  let now = Date.parse(instant);
  let steady = 0;
  return {
    now: () => now,
    monotonic: () => steady,
    set: (next) => void (now = Date.parse(next)),
    advance: (milliseconds) => {
      now += milliseconds;
      steady += milliseconds;
    },
  };
}

/** A clock that starts at an instant and then runs: for a browser, where waiting is real. */
export function runningClock(instant: string): FixedClock {
  const started = Date.now();
  let base = Date.parse(instant);
  let steady = 0;
  return {
    now: () => base + (Date.now() - started),
    monotonic: () => performance.now() + steady,
    set: (next) => void (base = Date.parse(next) - (Date.now() - started)),
    advance: (milliseconds) => {
      base += milliseconds;
      steady += milliseconds;
    },
  };
}
