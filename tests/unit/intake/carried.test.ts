import { describe, expect, it } from 'vitest';
import { blankSectionA, carriedAnswers, carriedBlocks, sectionA } from '../../../src/shared/intake/index.ts';

const earlier = {
  ...blankSectionA(),
  userAge: 30,
  userSex: 0,
  motherTongue: 1,
  works: 1,
  occupation: 5,
  minorSons: 0,
} as const;

describe('carriedAnswers', () => {
  it('offers what was answered and the new ficha lacks, zero among it, and never the age', () => {
    expect(carriedAnswers(earlier, blankSectionA())).toEqual({
      ...{ userSex: 0, motherTongue: 1, works: 1, occupation: 5, minorSons: 0 },
    });
  });

  it('offers nothing over an answer of today, nor what that answer hides', () => {
    const now = { ...blankSectionA(), userSex: 1 as const, works: 0 as const };
    expect(carriedAnswers(earlier, now)).toEqual({ motherTongue: 1, minorSons: 0 });
    expect(carriedAnswers(earlier, { ...blankSectionA(), userAge: 2 })).not.toHaveProperty('motherTongue');
  });

  it('takes every question once, from Section A, and none that changes from visit to visit', () => {
    const names = carriedBlocks.flatMap(({ questions }): readonly string[] => questions);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !(name in sectionA.questions))).toEqual([]);
    for (const name of ['userAge', 'isPregnant', 'gestationWeeks', 'bondGroup', 'aggressorLivesWithUser'])
      expect(names).not.toContain(name);
  });
});
