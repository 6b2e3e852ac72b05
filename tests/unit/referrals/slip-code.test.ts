import { describe, expect, it } from 'vitest';
import { readSlipCode, slipCode } from '../../../src/shared/referrals/index.ts';

describe('the short code of a slip', () => {
  it('is one for each number of every year', () => {
    const codes = [2026, 2027].flatMap((year) => Array.from({ length: 20_000 }, (_, at) => slipCode(year, at + 1)));
    expect(new Set(codes).size).toBe(40_000);
  });

  it('is read however it is typed', () => {
    const code = slipCode(2026, 12);
    expect(readSlipCode(` ${code.toLowerCase().replace('-', ' ')} `)).toBe(code);
  });

  it('tells one wrong character and two swapped ones', () => {
    const code = slipCode(2026, 345);
    const plain = code.replace('-', '');
    for (let at = 0; at < plain.length; at += 1) {
      const other = plain[at] === 'X' ? 'Y' : 'X';
      expect(readSlipCode(plain.slice(0, at) + other + plain.slice(at + 1))).toBeNull();
      const next = plain[at + 1];
      if (next === undefined || next === plain[at]) continue;
      expect(readSlipCode(plain.slice(0, at) + next + (plain[at] ?? '') + plain.slice(at + 2))).toBeNull();
    }
    expect(readSlipCode('ABC')).toBeNull();
  });
});
