import { describe, expect, it } from 'vitest';
import { isWorthAsking, isWorthShowing, pairBits } from '../../../src/shared/people/index.ts';

/** Thirteen bits and a third before anything is compared. */
const centre = 10_000;
const bits = (own: number, other: number, hasOtherGiven = false) => ({ own, other, hasOtherGiven });

describe('pairBits', () => {
  it.each([
    ['her own and his', bits(6, 10), 16],
    ['another man says nothing against her', bits(6, -10), 6],
    ['he alone never makes one woman of two', bits(1.9, 40), 1.9],
    ['nor does he of two given names', bits(6, 40, true), 6],
  ])('%s', (_words, given, expected) => {
    expect(pairBits(given)).toBe(expected);
  });
});

describe('who is asked about', () => {
  it.each([
    ['her names alone, likelier than not', bits(14, 0), true],
    ['not quite', bits(13, 0), false],
    ['with him beside her', bits(5, 9), true],
    ['a sister: even twice as likely as not is too little', bits(14.3, 0, true), false],
    ['another given name, and yet «probable»', bits(17, 0, true), true],
  ])('%s', (_words, given, expected) => {
    expect(isWorthAsking(given, centre)).toBe(expected);
  });

  it('is shown from one chance in a hundred', () => {
    expect([bits(6.7, 0), bits(6.5, 0)].map((one) => isWorthShowing(one, centre))).toEqual([true, false]);
  });
});
