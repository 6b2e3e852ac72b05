import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/shared/platform/dates.ts';
import { withTrouble, type Trouble } from '../../../src/shared/platform/troubles.ts';

const at = (day: number) => `2026-06-${String(day).padStart(2, '0')}T14:00:00.000Z` as Instant;
type RolledBack = Extract<Trouble, { kind: 'rolled-back' }>;
const putBack = (facts: Partial<RolledBack>): RolledBack => {
  return { kind: 'rolled-back', reachesTo: at(8), missing: null, keptTo: null, lastKeptAt: null, ...facts };
};

describe('what was found besides', () => {
  it('tells a file that was put back once, with what marks and copies know together', () => {
    const byMarks = putBack({ missing: 3, keptTo: 20, lastKeptAt: at(9) });
    const byCopies = putBack({ reachesTo: at(7), missing: 12, keptTo: 18, lastKeptAt: at(10) });
    const marks: Trouble = { kind: 'marks-missing' };
    expect(withTrouble([marks, byMarks], byCopies)).toEqual([
      marks,
      putBack({ missing: 12, keptTo: 18, lastKeptAt: at(10) }),
    ]);
    expect(withTrouble([putBack({})], putBack({}))).toEqual([putBack({})]);
    expect(withTrouble([putBack({})], putBack({ missing: 1, keptTo: 4 }))).toEqual([
      putBack({ missing: 1, keptTo: 4 }),
    ]);
  });

  it('keeps every other one beside it', () => {
    const broken: Trouble = { kind: 'chain-broken', at: 12 };
    expect(withTrouble([putBack({})], broken)).toEqual([putBack({}), broken]);
    expect(withTrouble([broken], putBack({ missing: 2 }))).toEqual([broken, putBack({ missing: 2 })]);
  });
});
