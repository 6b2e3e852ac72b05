import { describe, expect, it } from 'vitest';
import { ageOf, familyWarnings, isTooYoungAParent, type FamilyMember } from '../../../src/shared/intake/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';

const day = '2026-06-10' as CivilDate;
const year = (value: number) => ({ birth: { year: value, month: null, day: null }, toldAge: null });
const told = (years: number, on: CivilDate = day) => ({ birth: null, toldAge: { years, on } });
const nothing = { birth: null, toldAge: null };

describe('ageOf', () => {
  it('counts from the date, from the year, or carries on what was told', () => {
    expect(ageOf({ birth: { year: 2016, month: 6, day: 11 }, toldAge: null }, day)).toBe(9);
    expect(ageOf(year(2016), day)).toBe(10);
    expect(ageOf(told(7, '2024-01-01' as CivilDate), day)).toBe(9);
    expect(ageOf(nothing, day)).toBeNull();
  });
});

describe('isTooYoungAParent', () => {
  it('doubts only what no reading of the two dates can explain', () => {
    expect(isTooYoungAParent(year(2000), year(2009))).toBe(true);
    expect(isTooYoungAParent(year(2000), year(2010))).toBe(false);
    expect(isTooYoungAParent(year(2010), year(2000))).toBe(true);
    expect(isTooYoungAParent(told(20), told(11))).toBe(false);
    expect(isTooYoungAParent(told(20), told(13))).toBe(true);
    expect(isTooYoungAParent(nothing, year(2000))).toBe(false);
  });
});

describe('familyWarnings', () => {
  const member = (overrides: Partial<FamilyMember>): FamilyMember => ({
    ...{ participantId: 'one', role: 'guardian', bond: null, isAggressor: false, isDeceased: false, ...nothing },
    ...overrides,
  });
  const words = (age: number | null, members: FamilyMember[], user = nothing) =>
    familyWarnings({ ...user, age }, members).map((one) => one.message);

  it('asks for a guardian of a minor alone, and takes neither the accused nor one who died', () => {
    expect(words(18, [])).toEqual([]);
    expect(words(null, [])).toEqual([]);
    expect(words(17, [member({})])).toEqual([]);
    expect(words(17, [member({ isDeceased: true })])).toHaveLength(1);
    expect(words(17, [member({ isAggressor: true })])).toHaveLength(2);
    expect(words(17, [member({ role: 'relative' })])).toHaveLength(1);
  });

  it('compares with her mother as with her child', () => {
    const user = { ...year(2000) } as unknown as typeof nothing;
    expect(words(26, [member({ role: 'child', bond: 'child', ...year(2005) })], user)).toHaveLength(1);
    expect(words(26, [member({ role: 'relative', bond: 'mother', ...year(1995) })], user)).toHaveLength(1);
    expect(words(26, [member({ role: 'relative', bond: 'sibling', ...year(1999) })], user)).toEqual([]);
  });
});
