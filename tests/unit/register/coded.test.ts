/** The coded columns that tables count by are, code for code, the cells of the register row. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import districts from '../../../resources/places/districts.json' with { type: 'json' };
import { blankAppraisal, formSectionIds, sectionOf } from '../../../src/shared/intake/index.ts';
import { makePlaceIndex, type PlaceRow } from '../../../src/shared/people/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { codedColumns, codedReader, questionsBehind } from '../../../src/shared/register/coded.ts';
import { noEvents, type CaseEvents, type RegisterFacts } from '../../../src/shared/register/facts.ts';
import { registerLines, registerRow } from '../../../src/shared/register/row.ts';
import type { Answers } from '../../../src/shared/record/index.ts';
import { anyAnswers } from '../../support/any-answers.ts';
import { anAggressor, aUser } from '../../support/case-builder.ts';

const places = makePlaceIndex(districts as unknown as readonly PlaceRow[]);
/** Of ours, in no row. */
const own = 'UBIGEO_DOMICILIO';

const events = fc.constantFrom<CaseEvents>(noEvents, {
  actions: [
    { service: 'psychology', number: 32 },
    { service: 'legal', number: null },
  ],
  filings: [2, 3, 4].map((kind) => ({
    ...{ kind, instance: 'court' as const, asksProtection: true, asksPrecautionary: false, asksPolice: false },
    ...{ toChildProtection: false, report: null },
  })),
  referrals: [{ kind: 'emergency-kit', services: ['emergency-kit'], kit: 'yes', isComplementary: false }],
  acts: [],
  valuations: 2,
});

function factsWith(answers: Record<string, Answers>, condition: 1 | 5 | null, done: CaseEvents): RegisterFacts {
  return {
    centre: { name: 'Villa Inventada', code: 'C-0001', category: 'policeStation', districtCode: '150132' },
    admission: { fichaNumber: null, admittedOn: '2026-06-10' as CivilDate, admittedTime: '15:45', shift: 'afternoon' },
    ...{ condition, reportingMonth: '2026-06', answers, authors: {}, account: null, occurredOn: null },
    ...{ user: aUser(), aggressor: anAggressor(), informant: null, events: done },
    appraisals: { psychology: blankAppraisal, social: blankAppraisal, legal: blankAppraisal },
  };
}

const sections = fc.record(Object.fromEntries(formSectionIds.map((id) => [id, anyAnswers(sectionOf(id).questions)])));

it('reads what the row of the whole ficha says, also where a later answer hides an earlier one', () => {
  const variables = [...codedColumns.keys()].filter((variable) => variable !== own);
  const read = codedReader(variables);
  fc.assert(
    fc.property(sections, fc.constantFrom(1, 5, null), events, (answers, condition, done) => {
      const byLetter = Object.fromEntries(formSectionIds.map((id) => [sectionOf(id).id, answers[id] ?? {}]));
      const row = registerRow(registerLines(factsWith(byLetter, condition, done), places));
      const coded = read({ condition, answers, events: done });
      const off = variables.filter((variable) => variable in row && (coded[variable] ?? '') !== row[variable]);
      expect(off).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it('reads a column from the questions behind it alone', () => {
  fc.assert(
    fc.property(sections, fc.constantFrom(...codedColumns.keys()), (answers, variable) => {
      const behind = questionsBehind([variable]);
      const few = Object.fromEntries(
        formSectionIds.flatMap((id) => {
          const names = Object.keys(behind[id] ?? {});
          return names.length === 0 ? [] : [[id, Object.fromEntries(names.map((name) => [name, answers[id]?.[name]]))]];
        }),
      );
      const read = codedReader([variable]);
      expect(read({ condition: 1, answers: few })).toEqual(read({ condition: 1, answers }));
    }),
    { numRuns: 300 },
  );
});
