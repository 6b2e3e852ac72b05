import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankSectionA } from '../../../src/shared/intake/section-a.ts';
import { blankSectionB } from '../../../src/shared/intake/section-b.ts';
import { partnerRisk2019 } from '../../../src/shared/risk/partner-2019.ts';
import {
  levelIssues,
  partnerRiskEligibility,
  scorePartnerRisk,
  skippedAnswerIssues,
} from '../../../src/shared/risk/rules.ts';
import { sameDayFactsOf } from '../../../src/shared/risk/same-day.ts';
import {
  blankPartnerRisk,
  partnerRiskAnswersSchema,
  type PartnerRiskAnswers,
} from '../../../src/shared/risk/schema.ts';
import { vectors, type Vector } from '../../fixtures/risk/partner-2019-vectors.ts';

const letters = { y: 'yes', n: 'no', '-': 'unknown', '?': 'pending' } as const;

function answersOf({
  marks,
  livedTogether,
  isPregnant,
}: Pick<Vector, 'marks' | 'livedTogether' | 'isPregnant'>): PartnerRiskAnswers {
  const blank = blankPartnerRisk();
  const items = { ...blank.items };
  partnerRisk2019.items.forEach((item, at) => {
    items[item.id] = letters[marks[at] as keyof typeof letters];
  });
  return {
    ...blank,
    items,
    livedTogether: livedTogether ?? 'yes',
    annex: { ...blank.annex, pregnant: isPregnant === true ? 'yes' : null },
  };
}

const score = (answers: PartnerRiskAnswers) => scorePartnerRisk(partnerRisk2019, answers);

describe('scorePartnerRisk', () => {
  it.each(vectors)('scores: $name', (vector) => {
    const result = score(answersOf(vector));
    if (vector.result === null) {
      expect(result.status).toBe('incomplete');
      expect(result).not.toHaveProperty('points');
      expect(result).not.toHaveProperty('scoreLevel');
    } else {
      const [points, scoreLevel, adjustedLevel] = vector.result;
      expect(result).toMatchObject({ status: 'complete', points, scoreLevel, adjustedLevel });
    }
  });

  it('counts unknown answers and warns of the decisive ones', () => {
    const result = score(answersOf({ marks: '-ynn-y---y---------' }));
    expect(result).toMatchObject({ unknownCount: 14 });
    expect(result.status === 'complete' && result.warnings.join(' ')).toContain('(5, 9)');
  });

  it('takes «no corresponde» without its rule as not asked', () => {
    const answers = answersOf({ marks: 'nnnnnnnnnnnnnnnnnnn' });
    const result = score({ ...answers, items: { ...answers.items, weaponAccess: 'notApplicable' } });
    expect(result).toEqual({ status: 'incomplete', pending: ['weaponAccess'] });
  });

  const marks = fc.array(fc.constantFrom('y', 'n', '-', '?'), { minLength: 19, maxLength: 19 });

  it('keeps points from 0 to 37 and gives an incomplete form no level', () => {
    fc.assert(
      fc.property(marks, (list) => {
        const result = score(answersOf({ marks: list.join('') }));
        const isWhole = !list.includes('?') && list.some((letter) => letter === 'y' || letter === 'n');
        expect(result.status).toBe(isWhole ? 'complete' : 'incomplete');
        if (result.status === 'complete') expect(result.points >= 0 && result.points <= 37).toBe(true);
        else expect(Object.keys(result).sort()).toEqual(['pending', 'status']);
      }),
    );
  });

  it('never lowers points or level when an answer becomes the dangerous one', () => {
    const whole = fc.array(fc.constantFrom('y', 'n', '-'), { minLength: 19, maxLength: 19 });
    const order: readonly string[] = partnerRisk2019.levels.map((row) => row.level);
    fc.assert(
      fc.property(whole, fc.nat({ max: 18 }), (list, at) => {
        const item = partnerRisk2019.items[at];
        const worst = item !== undefined && item.points.no > 0 ? 'n' : 'y';
        const before = score(answersOf({ marks: list.join('') }));
        const after = score(answersOf({ marks: list.with(at, worst).join('') }));
        if (before.status === 'incomplete' || after.status === 'incomplete') return;
        expect(after.points).toBeGreaterThanOrEqual(before.points);
        expect(order.indexOf(after.adjustedLevel)).toBeGreaterThanOrEqual(order.indexOf(before.adjustedLevel));
      }),
    );
  });
});

describe('the instrument', () => {
  it('adds to 37 and covers 0 to 37 without gaps', () => {
    const most = partnerRisk2019.items.reduce((sum, item) => sum + Math.max(item.points.yes, item.points.no), 0);
    expect(most).toBe(37);
    const edges = partnerRisk2019.levels.map((row) => [row.from, row.to]);
    expect(edges).toEqual([
      [0, 7],
      [8, 13],
      [14, 17],
      [18, 37],
    ]);
  });
});

describe('the answers', () => {
  it('are accepted blank and refused with an unknown field', () => {
    expect(partnerRiskAnswersSchema.safeParse(blankPartnerRisk()).success).toBe(true);
    expect(partnerRiskAnswersSchema.safeParse({ ...blankPartnerRisk(), level: 'mild' }).success).toBe(false);
  });

  it('may not hold what the form skips', () => {
    const answers = answersOf({ marks: 'nnnnnnnnnnnyyyyyyyy' });
    const odd = {
      ...answers,
      whichWeapon: 'x',
      resistsControl: true,
      annex: { ...answers.annex, blowsToBelly: 'no' as const },
    };
    const paths = skippedAnswerIssues(partnerRisk2019, odd).map((issue) => issue.path);
    expect(paths).toEqual(['whichWeapon', 'resistsControl', 'annex.blowsToBelly']);
    expect(skippedAnswerIssues(partnerRisk2019, answers)).toEqual([]);
  });
});

describe('partnerRiskEligibility', () => {
  const facts = { bondGroup: 1, age: 14, sex: 0, minimumAge: 14 };

  it.each([
    ['a partner at the minimum age', facts, 'eligible'],
    ['an age under the setting', { ...facts, age: 13 }, 'refused'],
    ['a relative', { ...facts, bondGroup: 2 }, 'refused'],
    ['a man', { ...facts, sex: 1 }, 'refused'],
    ['an unknown bond', { ...facts, bondGroup: null }, 'unknown'],
  ])('answers for %s', (_, given, status) => {
    expect(partnerRiskEligibility(given).status).toBe(status);
  });
});

describe('levelIssues', () => {
  it('asks for a reason only when the level differs, and refuses an incomplete form', () => {
    const result = score(answersOf({ marks: 'nnnnnnnnnnnnnnnnnnn' }));
    expect(levelIssues(result, 'moderate', null)).toEqual([]);
    expect(levelIssues(result, 'mild', null)).toHaveLength(1);
    expect(levelIssues(result, 'mild', 'Motivo')).toEqual([]);
    expect(levelIssues(score(blankPartnerRisk()), 'mild', 'Motivo')).toHaveLength(1);
  });
});

describe('sameDayFactsOf', () => {
  const blank = {
    a: blankSectionA(),
    b: blankSectionB(),
    partnerRisk: blankPartnerRisk(),
    hoursSinceEvent: null,
    kitHours: 72,
  };

  it('finds none in blank answers', () => {
    expect(sameDayFactsOf(blank)).toEqual([]);
  });

  it('finds what the form and the section say, in order', () => {
    const partnerRisk = answersOf({ marks: 'nynnnynnynnnnnnnnny' });
    const b = { ...blank.b, valuationLevel: 3 as const, sexualActs: ['rape' as const] };
    const a = { ...blank.a, aggressorLivesWithUser: 1 as const };
    expect(sameDayFactsOf({ ...blank, a, b, partnerRisk, hoursSinceEvent: 72 })).toEqual([
      'attemptOrStrangulation',
      'weapon',
      'deathThreat',
      'justLeft',
      'suicidalIdeas',
      'rapeWithinKit',
      'accessAndSevere',
    ]);
  });

  it('lets a rape go after the window of the kit, not while its hour is unknown', () => {
    const b = { ...blank.b, sexualActs: ['rape' as const] };
    expect(sameDayFactsOf({ ...blank, b, hoursSinceEvent: 73 })).toEqual([]);
    expect(sameDayFactsOf({ ...blank, b })).toEqual(['rapeWithinKit']);
  });
});
