import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOverAYear, proposeCondition } from '../../../src/shared/intake/condition.ts';
import type { ConditionFacts } from '../../../src/shared/intake/condition-rules.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';

const on = (text: string) => text as CivilDate;

const unknown: ConditionFacts = {
  today: on('2026-06-15'),
  transferredSameEvent: false,
  userKnownHere: false,
  userKnownElsewhere: false,
  isKnownOnlyAsAggressor: false,
  newEvent: null,
  sameAggressor: null,
  needsLegalRepresentation: null,
  servicesNeeded: null,
  lastAttentionOn: null,
  earlierFicha: null,
};
const here = { userKnownHere: true, userKnownElsewhere: null, earlierFicha: '0123/2025' };
const elsewhere = { userKnownElsewhere: true };
const recent = { lastAttentionOn: on('2026-05-01') };
const old = { lastAttentionOn: on('2024-01-10') };
const again = { newEvent: true, sameAggressor: true };

type Row = { row: number; facts: Partial<ConditionFacts>; proposed: unknown; needs?: string[]; warned?: true };
const rows: Row[] = [
  { row: 1, facts: { newEvent: true }, proposed: 1 },
  { row: 2, facts: { userKnownElsewhere: null, newEvent: true }, proposed: 'undecidable', needs: ['knownAsUser'] },
  {
    row: 3,
    facts: { ...elsewhere, newEvent: true, needsLegalRepresentation: true },
    proposed: 'undecidable',
    needs: ['sameAggressor'],
  },
  { row: 4, facts: { ...elsewhere, newEvent: true, sameAggressor: false }, proposed: 2 },
  { row: 5, facts: { ...here, ...recent, newEvent: true, sameAggressor: false }, proposed: 2 },
  { row: 6, facts: { ...here, ...recent, ...again, needsLegalRepresentation: true }, proposed: 3 },
  {
    row: 7,
    facts: { ...here, ...recent, ...again, needsLegalRepresentation: false, servicesNeeded: 1 },
    proposed: 'no-new-ficha',
    warned: true,
  },
  {
    row: 8,
    facts: { ...here, ...old, ...again, needsLegalRepresentation: false, servicesNeeded: 2 },
    proposed: 5,
    warned: true,
  },
  { row: 9, facts: { ...here, ...old, ...again, needsLegalRepresentation: true, servicesNeeded: 2 }, proposed: 3 },
  {
    row: 10,
    facts: { ...here, sameAggressor: true, newEvent: false, servicesNeeded: 2, lastAttentionOn: on('2025-06-15') },
    proposed: 'no-new-ficha',
  },
  {
    row: 11,
    facts: { ...here, sameAggressor: true, newEvent: false, servicesNeeded: 2, lastAttentionOn: on('2025-06-14') },
    proposed: 5,
  },
  {
    row: 12,
    facts: { ...here, sameAggressor: true, newEvent: false, servicesNeeded: 1, lastAttentionOn: on('2025-06-14') },
    proposed: 'no-new-ficha',
  },
  { row: 13, facts: { ...elsewhere, transferredSameEvent: true, newEvent: false, sameAggressor: true }, proposed: 4 },
  { row: 14, facts: { transferredSameEvent: true, newEvent: true }, proposed: 4 },
  { row: 15, facts: { isKnownOnlyAsAggressor: true, newEvent: true }, proposed: 1, warned: true },
  { row: 16, facts: { userKnownHere: null, newEvent: true }, proposed: 'undecidable', needs: ['samePerson'] },
];

describe('proposeCondition', () => {
  it.each(rows)('decides row $row of the test table', ({ facts, proposed, needs, warned }) => {
    const proposal = proposeCondition({ ...unknown, ...facts });
    expect(proposal.proposed).toBe(proposed);
    expect(proposal.needsAnswer.map((need) => need.question)).toEqual(needs ?? []);
    expect(proposal.warnings.length > 0).toBe(warned ?? false);
  });

  it('cites the ficha and the date it rests on', () => {
    const facts = { ...unknown, ...here, newEvent: false, servicesNeeded: 2, ...old };
    expect(proposeCondition(facts).reasons.join(' ')).toMatch(/0123\/2025.*10\/01\/2024/);
  });

  it('gives exactly one outcome with a reason for every input', () => {
    const maybe = fc.option(fc.boolean(), { nil: null });
    const facts = fc.record({
      transferredSameEvent: maybe,
      userKnownHere: maybe,
      userKnownElsewhere: maybe,
      isKnownOnlyAsAggressor: fc.boolean(),
      newEvent: maybe,
      sameAggressor: maybe,
      needsLegalRepresentation: maybe,
      servicesNeeded: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
      lastAttentionOn: fc.constantFrom(null, on('2024-01-10'), on('2025-06-15'), on('2026-05-01')),
      earlierFicha: fc.constantFrom(null, '0123/2025'),
    });
    fc.assert(
      fc.property(facts, (given) => {
        const { proposed, reasons, needsAnswer } = proposeCondition({ ...given, today: unknown.today });
        expect([1, 2, 3, 4, 5, 'no-new-ficha', 'undecidable']).toContain(proposed);
        expect(reasons.length).toBeGreaterThan(0);
        expect(needsAnswer.length > 0).toBe(proposed === 'undecidable');
        if (proposed === 1) expect(given.userKnownHere === false && given.userKnownElsewhere === false).toBe(true);
      }),
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
