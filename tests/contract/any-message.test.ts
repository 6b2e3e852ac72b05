/**
 * Any JSON for any procedure gives a refusal or an answer of its own schema, never a bug, never a broken record.
 *
 * The seed stands in the title of the run: FUZZ_SEED repeats a run, FUZZ_RUNS makes it longer; `npm run fuzz` is the
 * long one.
 */
import { describe, expect, it } from 'vitest';
import { fuzzMessages } from '../fuzz/messages.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? 20_260_610);
const messages = Number(process.env['FUZZ_RUNS'] ?? 20_000);

describe(`any message (seed ${seed})`, () => {
  it(`gets a refusal or a valid answer, ${messages} times`, { timeout: 1_200_000 }, async () => {
    const result = await fuzzMessages({ messages, seed });
    expect(result.wrong).toEqual([]);
    expect(result.sent).toBe(messages);
    expect(Object.keys(result.answers)).toEqual(expect.arrayContaining(['ok', 'invalid', 'forbidden', 'locked']));
    // Most procedures are reached, not only refused at the door.
    if (messages >= 20_000) expect(result.answered.size).toBeGreaterThan(70);
  });
});
