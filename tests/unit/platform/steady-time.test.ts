import { describe, expect, it } from 'vitest';
import { SteadyTime } from '../../../src/shared/platform/steady-time.ts';

/** Both clocks, each moved alone. */
function twoClocks() {
  const at = { wall: 1_000_000, monotonic: 500 };
  return { at, time: new SteadyTime({ now: () => at.wall, monotonic: () => at.monotonic }) };
}

describe('steady time', () => {
  it('goes on when the wall is set back', () => {
    const { at, time } = twoClocks();
    at.wall -= 7_200_000;
    at.monotonic += 60_000;
    expect(time.now()).toBe(60_000);
  });

  it('counts sleep, where the monotonic clock stands still', () => {
    const { at, time } = twoClocks();
    at.wall += 28_800_000;
    expect(time.now()).toBe(28_800_000);
  });

  it('counts a sleep in full after the wall was set back', () => {
    const { at, time } = twoClocks();
    at.wall -= 7_200_000;
    time.now();
    at.wall += 28_800_000;
    expect(time.now()).toBe(28_800_000);
  });

  it('does not run ahead of clocks that tick apart, however often it is asked', () => {
    const { at, time } = twoClocks();
    let last = 0;
    for (let tick = 1; tick <= 10_000; tick += 1) {
      at.monotonic += 0.5;
      at.wall = 1_000_000 + Math.floor(tick / 2) + (tick % 3);
      expect(time.now()).toBeGreaterThanOrEqual(last);
      last = time.now();
    }
    expect(last).toBeCloseTo(5000, 0);
  });
});
