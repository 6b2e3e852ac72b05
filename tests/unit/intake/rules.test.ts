import { describe, expect, it } from 'vitest';
import { formVersion, unconfirmedRows } from '../../../src/shared/intake/form-version.ts';
import { comesAloneFor, missingFacts, sectionAIssues, sectionBIssues } from '../../../src/shared/intake/rules.ts';
import { blankSectionA } from '../../../src/shared/intake/section-a.ts';
import { blankSectionB } from '../../../src/shared/intake/section-b.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';

const admittedOn = '2026-06-15' as CivilDate;
const day = (year: number, month: number, day: number) => ({ year, month, day });

describe('sectionAIssues', () => {
  it('warns when age and birth date differ by more than one year', () => {
    const of = (userAge: number) =>
      sectionAIssues({ ...blankSectionA(), userAge }, { birth: day(1990, 1, 1), admittedOn }).map(
        (issue) => issue.path,
      );
    expect(of(35)).toEqual([]);
    expect(of(34)).toEqual(['userAge']);
  });
});

describe('sectionBIssues', () => {
  const none = { occurredOn: null, admittedOn };

  it('asks for an act of the main type, also of type 0', () => {
    const other = { ...blankSectionB(), violenceType: 0 as const, physicalActs: ['kicks' as const] };
    expect(sectionBIssues(other, none)).toMatchObject([{ path: 'economicActs', severity: 'error' }]);
    expect(sectionBIssues({ ...other, economicActs: ['incomeTaken'] }, none)).toEqual([]);
  });

  it('asks why the level is mild with high probability and impact', () => {
    const mild = { ...blankSectionB(), valuationLevel: 1 as const, likelihood: 2 as const, impact: 2 as const };
    expect(sectionBIssues(mild, none).map((issue) => issue.path)).toEqual(['mildLevelReason']);
    expect(sectionBIssues({ ...mild, mildLevelReason: 'Motivo' }, none)).toEqual([]);
  });

  it('refuses an event after the admission, not one whose day is unknown in that month', () => {
    const of = (occurredOn: { year: number; month: number | null; day: number | null }) =>
      sectionBIssues(blankSectionB(), { occurredOn, admittedOn }).map((issue) => issue.path);
    expect(of(day(2026, 6, 16))).toEqual(['occurredOn']);
    expect(of({ year: 2026, month: 6, day: null })).toEqual([]);
  });
});

describe('comesAloneFor', () => {
  it('becomes 3 for Derivado and Continuador only', () => {
    expect([1, 2, 3, 4, 5].map((code) => comesAloneFor(code as 1 | 2 | 3 | 4 | 5, 1))).toEqual([1, 1, 1, 3, 3]);
    expect(comesAloneFor(null, 0)).toBe(0);
  });
});

describe('missingFacts', () => {
  it('lists only facts that are asked', () => {
    const a = { ...blankSectionA(), complaintFiled: 0 as const };
    const questions = missingFacts('protectionMeasures', a, blankSectionB()).map((fact) => fact.question);
    expect(questions).toContain('incidentDistrict');
    expect(questions).not.toContain('complaintOn');
  });
});

describe('unconfirmedRows', () => {
  it('names the questions to confirm of this version of the form', () => {
    expect(formVersion.id).toBe('ficha-2021-07/2026');
    const rows = unconfirmedRows().map((row) => row.question);
    expect(rows).toContain('gestationWeeks');
    expect(rows).not.toContain('userSex');
  });
});
