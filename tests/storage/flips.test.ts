/** One flipped bit at a time; FLIP_SEED repeats a run, FLIP_RUNS makes it longer, `npm run fuzz` is the long one. */
import { describe, expect, it } from 'vitest';
import { fuzzFlips } from '../fuzz/flips.ts';

const seed = Number(process.env['FLIP_SEED'] ?? 20_260_610);
const flips = Number(process.env['FLIP_RUNS'] ?? 300);

describe(`a flipped bit (seed ${seed})`, () => {
  it(`is found, mended or harmless, ${flips} times`, { timeout: 1_200_000 }, async () => {
    const { silent, lockedOut, done } = await fuzzFlips({ flips, seed });
    expect({ silent, lockedOut }).toEqual({ silent: [], lockedOut: [] });
    expect(done).toBe(flips);
  });
});
