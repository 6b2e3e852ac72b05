/** What a ficha tells over time: kinds, signs, days since the event before, levels before. */
import { describe, expect, it } from 'vitest';
import { blankSectionB } from '../../../src/shared/intake/index.ts';
import { patternOf, stepsOf, summaryOf, type Told } from '../../../src/shared/pairs/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { blankPartnerRisk } from '../../../src/shared/risk/index.ts';

const b = { ...blankSectionB(), violenceType: 2 as const };

describe('the pattern of a ficha', () => {
  it('has the main kind first, then those of which an act was ticked', () => {
    const acts = { psychologicalActs: ['humiliation' as const], physicalActs: ['kicks' as const], sexualActs: [] };
    expect(patternOf({ b: { ...b, ...acts }, risk: null, hasBreach: false })).toEqual({
      kinds: ['physical', 'psychological'],
      signs: [],
    });
  });

  const none = { b, risk: null, hasBreach: false };
  const items = blankPartnerRisk().items;
  const signs: readonly (readonly [string, Parameters<typeof patternOf>[0]])[] = [
    ['strangulation', { ...none, b: { ...b, physicalActs: ['strangulation'] } }],
    ['strangulation', { ...none, risk: { ...blankPartnerRisk(), items: { ...items, strangulation: 'yes' } } }],
    ['weapon', { ...none, b: { ...b, physicalActs: ['weaponWounds'] } }],
    ['weapon', { ...none, b: { ...b, aggressorRiskFactors: ['threatWithDangerousObject'] } }],
    ['weapon', { ...none, risk: { ...blankPartnerRisk(), items: { ...items, weaponUse: 'yes' } } }],
    ['weaponAccess', { ...none, b: { ...b, aggressorRiskFactors: ['firearmAccess'] } }],
    ['weaponAccess', { ...none, risk: { ...blankPartnerRisk(), items: { ...items, weaponAccess: 'yes' } } }],
    ['deathThreat', { ...none, b: { ...b, psychologicalActs: ['deathThreat'] } }],
    ['deathThreat', { ...none, b: { ...b, aggressorRiskFactors: ['deathThreat'] } }],
    ['deathThreat', { ...none, risk: { ...blankPartnerRisk(), items: { ...items, threatToKill: 'yes' } } }],
    ['threatToOthers', { ...none, b: { ...b, aggressorRiskFactors: ['threatToHarmOthers'] } }],
    ['threatToOthers', { ...none, risk: { ...blankPartnerRisk(), items: { ...items, threatToChildren: 'yes' } } }],
    ['femicideAttempt', { ...none, b: { ...b, aggressorRiskFactors: ['femicideAttempt'] } }],
    ['breach', { ...none, b: { ...b, aggressorRiskFactors: ['breachesMeasures'] } }],
    ['breach', { ...none, hasBreach: true }],
  ];
  it.each(signs)('tells %s wherever it was written', (sign, sources) => {
    expect(patternOf(sources).signs).toEqual([sign]);
  });

  it('takes a «no» and a question left open for no sign', () => {
    const risk = { ...blankPartnerRisk(), items: { ...items, strangulation: 'no' as const } };
    expect(patternOf({ ...none, risk }).signs).toEqual([]);
  });
});

function told(number: string, over: Partial<Told>): Told {
  return {
    ...{ number, event: Number(number), user: 1, admittedOn: '2026-06-01' as CivilDate, occurredOn: null },
    ...{ state: 'validated', valuationLevel: null, partnerRisk: null, pattern: { kinds: [], signs: [] } },
    ...over,
  };
}

const on = (year: number, month: number | null = null, day: number | null = null) => ({ year, month, day });

describe('the steps from one event to the next', () => {
  it('count the days between two whole dates and nothing else', () => {
    const steps = stepsOf([
      told('3', { occurredOn: on(2026, 5, 1) }),
      told('1', { occurredOn: on(2024, 2, 28) }),
      told('2', { occurredOn: on(2024, 3, 1) }),
      told('4', { occurredOn: on(2026, 6) }),
    ]);
    expect([...steps].map(([number, { since }]) => [number, since])).toEqual([
      ['1', null],
      ['2', { kind: 'after', days: 2 }],
      ['3', { kind: 'after', days: 791 }],
      ['4', { kind: 'after', days: null }],
    ]);
  });

  it('know another victim of one event from another event', () => {
    const steps = stepsOf([
      told('1', { occurredOn: on(2026, 5, 1), event: 7 }),
      told('2', { occurredOn: on(2026, 5, 1), event: 7, user: 2 }),
    ]);
    expect(steps.get('2')?.since).toEqual({ kind: 'sameEvent' });
  });

  it('compare a level with the last one of the same person, never of another', () => {
    const steps = stepsOf([
      told('1', { occurredOn: on(2024, 1, 1), valuationLevel: 1, partnerRisk: 'mild' }),
      told('2', { occurredOn: on(2025, 1, 1), valuationLevel: 3, user: 2 }),
      told('3', { occurredOn: on(2025, 6, 1) }),
      told('4', { occurredOn: on(2026, 1, 1), valuationLevel: 2 }),
    ]);
    expect(steps.get('4')).toMatchObject({ levelBefore: 1, partnerRiskBefore: 'mild' });
    expect(steps.get('2')).toMatchObject({ levelBefore: null });
  });
});

describe('the summary', () => {
  it('counts events, not fichas, and no draft', () => {
    const strangled = { kinds: ['physical' as const], signs: ['strangulation' as const] };
    const summary = summaryOf([
      told('1', { event: 1, pattern: strangled }),
      told('2', { event: 1, user: 2, pattern: strangled }),
      told('3', { event: 2, pattern: { kinds: ['physical'], signs: [] } }),
      told('4', { event: 3, state: 'draft', pattern: strangled }),
      told('5', { event: 4, pattern: null }),
    ]);
    expect(summary).toEqual({
      ...{ events: 3, users: 2, drafts: 1, unread: 1 },
      kinds: [{ kind: 'physical', events: 2 }],
      signs: [{ sign: 'strangulation', events: 1 }],
    });
  });
});
