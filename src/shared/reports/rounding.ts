/**
 * Controlled rounding to 3: systematic sampling of the «round up» decisions over the cumulative remainders
 * (Cox, A Constructive Procedure for Unbiased Controlled Rounding). Whole numbers only.
 */
import { roundingBase } from './codes.ts';

/** Only three starts exist: with a real start u in (0,1) only ceil(3u) matters. */
export type Start = 1 | 2 | 3;

const part = /^[A-Za-z0-9][A-Za-z0-9-]{0,40}$/;

/**
 * The text whose HMAC-SHA256 under the centre's key decides the start of one group of tables.
 *
 * @throws RangeError for a part that could be mistaken for another label (`|`, empty, spaces).
 */
export function seedLabel(unit: {
  readonly centre: string;
  readonly period: string;
  /** `cases` for every table over the cases of the unit, else the name of the single count. */
  readonly group: string;
  readonly schema: number;
}): string {
  for (const text of [unit.centre, unit.period, unit.group]) {
    if (!part.test(text)) throw new RangeError('bad part of a seed label');
  }
  if (!Number.isSafeInteger(unit.schema) || unit.schema < 1) throw new RangeError('bad schema of a seed label');
  return `sdc-seed|v1|${unit.centre}|${unit.period}|${unit.group}|${unit.schema}|final`;
}

/**
 * Start from the first 8 bytes of the HMAC, big-endian and unsigned.
 *
 * @throws RangeError for fewer than 8 bytes.
 */
export function startOf(hmacBytes: Uint8Array): Start {
  if (hmacBytes.length < 8) throw new RangeError('a start needs 8 bytes');
  const head = new DataView(hmacBytes.buffer, hmacBytes.byteOffset, 8).getBigUint64(0, false);
  return (1 + Number(head % BigInt(roundingBase))) as Start;
}

/**
 * Rounds true counts in canonical order. Any run of neighbouring cells is off by at most 2, the total depends on the
 * true total and the start alone.
 *
 * @throws RangeError for a count that is no whole number from 0 on.
 */
export function roundControlled(counts: readonly number[], start: Start): number[] {
  let sum = 0;
  let before = 0;
  return counts.map((count) => {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('a count is a whole number');
    sum += count;
    // The mathematical floor: −1/3 goes to −1. Truncation would publish 3 for an empty first cell.
    const steps = Math.floor((sum - start) / roundingBase) + 1;
    const rounded = roundingBase * (steps - before);
    before = steps;
    return rounded;
  });
}
