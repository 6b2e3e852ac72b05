import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOverAYear } from '../../../src/shared/intake/condition.ts';
import { proposeCondition, type CaseHistory, type EarlierFicha } from '../../../src/shared/intake/condition-history.ts';
import { conditionRules, ruleSetWords } from '../../../src/shared/intake/condition-rules.ts';
import { blankConditionAnswers, type ConditionAnswers } from '../../../src/shared/intake/schema.ts';
import { toPartial, type CivilDate } from '../../../src/shared/platform/dates.ts';
import { randomRuns } from '../../support/random-runs.ts';

const on = (text: string) => text as CivilDate;
const day = (text: string) => toPartial(on(text));

/** Nobody of the record is like her, she came by herself, and nothing else is known. */
const nothingKnown: CaseHistory = {
  today: on('2026-06-15'),
  earlier: [],
  userDoubt: null,
  ruledOut: 0,
  isReviewAsked: false,
  isAggressorSettled: true,
  isKnownOnlyAsAggressor: false,
  occurredOn: null,
  isSentByAnotherCentre: false,
  knownAsUser: null,
  fichaElsewhere: null,
  knownAsAggressor: null,
  needsLegalRepresentation: null,
  plannedServices: [],
};

function ficha(lastAttentionOn: string, aggressor: EarlierFicha['aggressor'], more: Partial<EarlierFicha> = {}) {
  const admittedOn = on('2024-01-05');
  return {
    cited: { number: '2024-0123', on: admittedOn },
    admittedOn,
    isSameEvent: false,
    aggressor,
    occurredOn: day('2024-01-02'),
    lastAttentionOn: on(lastAttentionOn),
    ...more,
  } satisfies EarlierFicha;
}

const recent = '2026-05-01';
const old = '2024-01-10';
const newDay = day('2026-06-10');
const elsewhere = { knownAsUser: true, fichaElsewhere: '77-2023 (CEM Inventado)' } as const;
const two = ['psychology', 'legal'] as const;

type Row = {
  row: number;
  history: Partial<CaseHistory>;
  answers?: Partial<ConditionAnswers>;
  proposed: unknown;
  needs?: string[];
  warned?: RegExp;
  says?: RegExp;
};

/** The test table of the domain page, row by row, over histories; hand answers only where the record has no say. */
const rows: Row[] = [
  { row: 1, history: { knownAsUser: false, occurredOn: newDay }, proposed: 1, says: /ni en otro/ },
  { row: 2, history: { occurredOn: newDay }, proposed: 'undecidable', needs: ['knownAsUser'] },
  {
    row: 3,
    history: { ...elsewhere, needsLegalRepresentation: true },
    answers: { newEvent: true },
    proposed: 'undecidable',
    needs: ['sameAggressor'],
    says: /77-2023/,
  },
  { row: 4, history: elsewhere, answers: { newEvent: true, sameAggressor: false }, proposed: 2 },
  {
    row: 5,
    history: { earlier: [ficha(recent, 'other')], occurredOn: newDay },
    proposed: 2,
    says: /es otra que la de la ficha 2024-0123 del 05\/01\/2024/,
  },
  {
    row: 6,
    history: { earlier: [ficha(recent, 'same')], occurredOn: newDay, needsLegalRepresentation: true },
    proposed: 3,
    says: /10\/06\/2026\) es posterior a la ficha 2024-0123/,
  },
  {
    row: 7,
    history: {
      earlier: [ficha(recent, 'same')],
      occurredOn: newDay,
      needsLegalRepresentation: false,
      plannedServices: ['legal'],
    },
    proposed: 'no-new-ficha',
    warned: /avise a Coordinación/,
  },
  {
    row: 8,
    history: {
      earlier: [ficha(old, 'same')],
      occurredOn: newDay,
      needsLegalRepresentation: false,
      plannedServices: two,
    },
    proposed: 5,
    warned: /hecho nuevo sin patrocinio/,
    says: /plan de la Sección E necesita 2 servicios: psicología y legal/,
  },
  {
    row: 9,
    history: {
      earlier: [ficha(old, 'same')],
      occurredOn: newDay,
      needsLegalRepresentation: true,
      plannedServices: two,
    },
    proposed: 3,
  },
  {
    row: 10,
    history: { earlier: [ficha('2025-06-15', 'same')], plannedServices: two },
    answers: { newEvent: false },
    proposed: 'no-new-ficha',
    says: /No pasó más de un año .*15\/06\/2025/,
  },
  {
    row: 11,
    history: { earlier: [ficha('2025-06-14', 'same')], plannedServices: two },
    answers: { newEvent: false },
    proposed: 5,
    says: /Pasó más de un año .*14\/06\/2025/,
  },
  {
    row: 12,
    history: { earlier: [ficha('2025-06-14', 'same')], plannedServices: ['social'] },
    answers: { newEvent: false },
    proposed: 'no-new-ficha',
    says: /un solo servicio/,
  },
  {
    row: 13,
    history: { ...elsewhere, isSentByAnotherCentre: true },
    answers: { transferredSameEvent: true, newEvent: false },
    proposed: 4,
  },
  {
    row: 14,
    history: { knownAsUser: false, isSentByAnotherCentre: true, occurredOn: newDay },
    answers: { transferredSameEvent: true },
    proposed: 4,
  },
  {
    row: 15,
    history: { isKnownOnlyAsAggressor: true, knownAsUser: false, occurredOn: newDay },
    proposed: 1,
    warned: /figura en otra ficha como presunta persona agresora/,
  },
  {
    row: 16,
    history: { userDoubt: 'alike', knownAsUser: false, occurredOn: newDay },
    proposed: 'undecidable',
    needs: ['samePerson'],
  },
];

const given = (history: Partial<CaseHistory>) => ({ ...nothingKnown, ...history });
const answered = (answers: Partial<ConditionAnswers> = {}) => ({ ...blankConditionAnswers, ...answers });

describe('proposeCondition', () => {
  it.each(rows)('decides row $row of the test table', ({ history, answers, proposed, needs, warned, says }) => {
    const proposal = proposeCondition(given(history), answered(answers));
    expect(proposal.proposed).toBe(proposed);
    expect(proposal.needsAnswer).toEqual(needs ?? []);
    expect(proposal.warnings.join(' ')).toMatch(warned ?? /^$/);
    expect(proposal.reasons.join(' ')).toMatch(says ?? /./);
  });

  it.each([
    {
      rule: 'asks first for the channel, when nobody answered it',
      history: { isSentByAnotherCentre: null, knownAsUser: false },
      proposed: 'undecidable',
      needs: ['intakeChannel'],
    },
    {
      rule: 'asks whether the same event was sent, when another CEM sent her',
      history: { isSentByAnotherCentre: true, knownAsUser: false },
      proposed: 'undecidable',
      needs: ['transferredSameEvent'],
    },
    {
      rule: 'asks who she is before anything of another centre is used',
      history: { ...elsewhere, userDoubt: 'linked' as const, occurredOn: newDay },
      proposed: 'undecidable',
      needs: ['samePerson'],
    },
    {
      rule: 'cannot tell 2 from 3 while the aggressor of either ficha is not known',
      history: { earlier: [ficha(recent, 'undecided')], occurredOn: newDay, needsLegalRepresentation: true },
      proposed: 'undecidable',
      needs: ['sameAggressor'],
    },
    {
      rule: 'waits while the aggressor may be one of the record',
      history: { earlier: [ficha(recent, 'other')], occurredOn: newDay, isAggressorSettled: false },
      proposed: 'undecidable',
      needs: ['sameAggressor'],
    },
    {
      rule: 'does not take a second aggressor of the same event for a history',
      history: { earlier: [ficha(recent, 'other', { isSameEvent: true })], occurredOn: newDay, knownAsUser: false },
      proposed: 1,
      needs: [],
    },
    {
      rule: 'knows her by a ficha that was only Derivado or Continuador, too',
      history: { earlier: [ficha(recent, 'same')], occurredOn: newDay, needsLegalRepresentation: true },
      proposed: 3,
      needs: [],
    },
    {
      rule: 'asks about the event when its date lies between the earlier event and the earlier ficha',
      history: { earlier: [ficha(recent, 'same')], occurredOn: day('2024-01-03') },
      proposed: 'undecidable',
      needs: ['newEvent'],
    },
    {
      rule: 'asks about the event when only its year is known and the earlier ficha is of that year',
      history: { earlier: [ficha(recent, 'same')], occurredOn: { year: 2024, month: null, day: null } },
      proposed: 'undecidable',
      needs: ['newEvent'],
    },
  ])('$rule', ({ history, proposed, needs }) => {
    const proposal = proposeCondition(given(history), answered());
    expect(proposal.proposed).toBe(proposed);
    expect(proposal.needsAnswer).toEqual(needs);
  });

  it('takes the last attention of the pair, not that of another aggressor, and a later one of another CEM', () => {
    const earlier = [ficha(recent, 'other'), ficha(old, 'same')];
    const history = given({ earlier, plannedServices: two });
    expect(proposeCondition(history, answered({ newEvent: false })).proposed).toBe(5);
    const later = answered({ newEvent: false, lastAttentionElsewhereOn: on('2026-01-01') });
    expect(proposeCondition(history, later).proposed).toBe('no-new-ficha');
  });

  it('lets an answer go before the dates and the plan, never before a pair that staff confirmed', () => {
    const history = given({ earlier: [ficha(old, 'same')], occurredOn: newDay, plannedServices: ['legal'] });
    const proposal = proposeCondition(history, answered({ newEvent: false, servicesNeeded: 2, sameAggressor: false }));
    expect(proposal.proposed).toBe(5);
    const again = { ...history, needsLegalRepresentation: true };
    expect(proposeCondition(again, answered({ sameAggressor: false })).proposed).toBe(3);
  });

  it('says where Section A contradicts the record', () => {
    const history = given({ earlier: [ficha(recent, 'same')], knownAsUser: false, knownAsAggressor: false });
    const { warnings } = proposeCondition(history, answered());
    expect(warnings.join(' ')).toMatch(/A\.1\.1.*A\.1\.2/);
  });

  it('names nothing of a ficha that the reader may not know', () => {
    const hidden = ficha(recent, 'other', { cited: { number: null, on: null } });
    const { reasons } = proposeCondition(given({ earlier: [hidden], occurredOn: newDay }), answered());
    expect(reasons.join(' ')).toMatch(/Coordinación debe revisar/);
    expect(reasons.join(' ')).not.toMatch(/2024/);
  });
});

const maybe = fc.option(fc.boolean(), { nil: null });
const anyDay = fc
  .integer({ min: 0, max: 1500 })
  .map((days) => on(new Date(Date.UTC(2022, 4, 1) + days * 86_400_000).toISOString().slice(0, 10)));
const anyEvent = fc.option(
  anyDay.chain((date) => {
    const { year, month } = day(date);
    return fc.constantFrom(day(date), { year, month, day: null }, { year, month: null, day: null });
  }),
  { nil: null },
);
const anyFicha = fc.record({
  cited: fc.record({ number: fc.constantFrom(null, '2024-0001'), on: fc.constant(null) }),
  admittedOn: anyDay,
  isSameEvent: fc.boolean(),
  aggressor: fc.constantFrom('same' as const, 'other' as const, 'undecided' as const),
  occurredOn: anyEvent,
  lastAttentionOn: anyDay,
});
const anyHistory: fc.Arbitrary<CaseHistory> = fc.record({
  today: fc.constant(on('2026-06-15')),
  earlier: fc.array(anyFicha, { maxLength: 4 }),
  userDoubt: fc.constantFrom(null, 'linked' as const, 'alike' as const),
  ruledOut: fc.nat(3),
  isReviewAsked: fc.boolean(),
  isAggressorSettled: fc.boolean(),
  isKnownOnlyAsAggressor: fc.boolean(),
  occurredOn: anyEvent,
  isSentByAnotherCentre: maybe,
  knownAsUser: maybe,
  fichaElsewhere: fc.constantFrom(null, '77-2023'),
  knownAsAggressor: maybe,
  needsLegalRepresentation: maybe,
  plannedServices: fc.subarray(['psychology', 'social', 'legal'] as const),
});
const anyAnswers: fc.Arbitrary<ConditionAnswers> = fc.record({
  newEvent: maybe,
  sameAggressor: maybe,
  transferredSameEvent: maybe,
  servicesNeeded: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
  lastAttentionElsewhereOn: fc.option(anyDay, { nil: null }),
});

describe('every generated history', () => {
  it('gets exactly one outcome with a reason, and asks exactly when it cannot decide', () => {
    fc.assert(
      fc.property(anyHistory, anyAnswers, (history, answers) => {
        const { proposed, reasons, needsAnswer, asked } = proposeCondition(history, answers);
        expect([1, 2, 3, 4, 5, 'no-new-ficha', 'undecidable']).toContain(proposed);
        expect(reasons.length).toBeGreaterThan(0);
        expect(new Set(reasons).size).toBe(reasons.length);
        expect(needsAnswer.length > 0).toBe(proposed === 'undecidable');
        for (const question of needsAnswer) expect(asked).toContain(question);
      }),
      randomRuns(2000),
    );
  });

  it('is never Nuevo while a ficha, a doubt or an unanswered A.1.1 stands', () => {
    fc.assert(
      fc.property(anyHistory, anyAnswers, (history, answers) => {
        if (proposeCondition(history, answers).proposed !== 1) return;
        expect(history.knownAsUser).toBe(false);
        expect(history.earlier.every((one) => one.isSameEvent)).toBe(true);
        expect(history.userDoubt).toBe(null);
      }),
      randomRuns(2000),
    );
  });

  it('is never Reincidente without the same aggressor, a new event and sponsorship', () => {
    fc.assert(
      fc.property(anyHistory, anyAnswers, (history, answers) => {
        if (proposeCondition(history, answers).proposed !== 3) return;
        expect(history.needsLegalRepresentation).toBe(true);
        expect(answers.newEvent).not.toBe(false);
        const isPair = history.earlier.some((one) => one.aggressor === 'same' && !one.isSameEvent);
        expect(isPair || answers.sameAggressor === true).toBe(true);
      }),
      randomRuns(2000),
    );
  });

  it('keeps a decided condition when a fact that was not known becomes known and no question rested on it', () => {
    fc.assert(
      fc.property(anyHistory, anyAnswers, (history, answers) => {
        const before = proposeCondition(history, answers);
        if (before.proposed === 'undecidable' || before.asked.includes('servicesNeeded')) return;
        for (const servicesNeeded of [1, 3]) {
          expect(proposeCondition(history, { ...answers, servicesNeeded }).proposed).toBe(before.proposed);
        }
      }),
      randomRuns(1000),
    );
  });

  it('needs fewer answers, never others, once one of the needed answers is given', () => {
    fc.assert(
      fc.property(anyHistory, anyAnswers, fc.integer({ min: 1, max: 3 }), (history, answers, servicesNeeded) => {
        const before = proposeCondition(history, answers);
        if (!before.needsAnswer.includes('servicesNeeded')) return;
        const after = proposeCondition(history, { ...answers, servicesNeeded });
        for (const question of after.needsAnswer) expect(before.needsAnswer).toContain(question);
        expect(after.needsAnswer).not.toContain('servicesNeeded');
      }),
      randomRuns(1000),
    );
  });
});

describe('isOverAYear', () => {
  it('counts by calendar from the 29th of February', () => {
    expect(isOverAYear(on('2024-02-29'), on('2025-02-28'), 'calendar')).toBe(false);
    expect(isOverAYear(on('2024-02-29'), on('2025-03-01'), 'calendar')).toBe(true);
  });

  it('counts 365 days when the rule says so', () => {
    expect(isOverAYear(on('2024-01-01'), on('2025-01-01'), 'calendar')).toBe(false);
    expect(isOverAYear(on('2024-01-01'), on('2025-01-01'), 'days365')).toBe(true);
  });
});

describe('the rules a condition rests on', () => {
  it('are named by year and version; words of another form stay as they are', () => {
    expect(ruleSetWords(conditionRules.version)).toBe('reglas de 2021, versión 2');
    expect(ruleSetWords('otras')).toBe('reglas otras');
  });
});
