import { describe, expect, it } from 'vitest';
import { SearchBudget } from '../../../src/main/people/search-budget.ts';

const now = 1_000_000;

/** Whether each of these lines, typed in turn, went on with the one before. */
function typed(lines: readonly string[], budget = new SearchBudget(), every = 200): boolean[] {
  return lines.map((line, at) => budget.spendTyped('ana', now + at * every, line));
}

describe('a line while it is typed', () => {
  it('is one search as long as letters are added, or a few taken away', () => {
    expect(typed(['hua', 'huam', 'huaman', 'huama', 'huamani'])).toEqual([false, true, true, true, true]);
  });

  it('is another search for other words, and when it is cut down to where anybody could follow', () => {
    expect(typed(['quispe', 'mamani'])).toEqual([false, false]);
    expect(typed(['quispe', 'qui', 'quinto'])).toEqual([false, false, true]);
  });

  it('is another search after two minutes, or after twenty-five renewals', () => {
    expect(typed(['quispe', 'quispe r'], new SearchBudget(), 120_000)).toEqual([false, false]);
    const long = Array.from({ length: 27 }, (_one, at) => 'quispe'.padEnd(6 + at, 'x'));
    expect(typed(long).filter((wentOn) => !wentOn)).toHaveLength(2);
  });

  it('counts with the others against the hour', () => {
    const budget = new SearchBudget();
    for (let count = 0; count < 60; count += 1) budget.spend('ana', now);
    expect(budget.left('ana', now)).toBe(0);
    expect(() => budget.spendTyped('ana', now, 'quispe')).toThrow('too-many-searches');
    expect(budget.spendTyped('otra', now, 'quispe')).toBe(false);
    expect(budget.left('otra', now)).toBe(59);
    expect(budget.left('ana', now + 3_600_000)).toBe(60);
  });
});
