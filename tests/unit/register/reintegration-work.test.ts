/** Each answer of Sections B and C that a record of insertion, reintegration, Acompañamiento or a visit gives. */
import { describe, expect, it } from 'vitest';
import { linesToPut, sectionC } from '../../../src/shared/intake/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { noKeptWork, keptRules, type KeptWork } from '../../../src/shared/register/reintegration-work.ts';
import { workLines } from '../../../src/shared/register/section-work.ts';
import { accompaniment, kin, plan, refusal, shelter, visit } from './kept-work.ts';

const day = (text: string) => text as CivilDate;
const idle = {
  ...{ admittedOn: day('2026-06-01'), answersB: {}, homeVisits: [], acts: [], filings: [], referrals: [] },
  kitRefusals: [],
};
const lines = (section: 'b' | 'c', kept: Partial<KeptWork>) =>
  workLines(section, { ...idle, kept: { ...noKeptWork, ...kept } });
const answers = (section: 'b' | 'c', kept: Partial<KeptWork>) =>
  Object.fromEntries(lines(section, kept).map(({ question, value }) => [question, value]));

const withKin = { needsInsertion: 1, acceptsInsertion: 1, insertedWithKin: 1 };
const inShelter = { needsInsertion: 1, acceptsInsertion: 1, insertedInShelter: 1 };
const annulled = { reason: 'mistake', words: null, by: '', at: '2026-06-10T14:00:00.000Z' };
const ended = { on: '2026-06-11', reason: 'moved', words: null, by: '', at: '2026-06-11T14:00:00.000Z' };

describe('what the records answer', () => {
  it.each<['b' | 'c', string, Partial<KeptWork>, Record<string, unknown>]>([
    [
      'c',
      'one relative',
      { placement: [kin()] },
      { ...withKin, insertionKinCount: 1, insertionKin1Who: 'Hermana', insertionKin1Age: 34 },
    ],
    [
      'c',
      'two relatives by day, the age of one not known, one of them left since',
      { placement: [kin({ since: '2026-06-12', kinship: 'Tía', age: null }), kin({ ended })] },
      {
        ...{ ...withKin, insertionKinCount: 2, insertionKin1Who: 'Hermana', insertionKin1Age: 34 },
        insertionKin2Who: 'Tía',
      },
    ],
    [
      'c',
      'a shelter with its name',
      { placement: [shelter()] },
      { ...inShelter, insertionShelterCount: 1, insertionShelter1: 'Casa Inventada' },
    ],
    [
      'c',
      'a shelter whose name nobody wrote',
      { placement: [shelter({ house: null })] },
      { ...inShelter, insertionShelterCount: 1 },
    ],
    [
      'c',
      'a refusal, in the words of its list',
      { placement: [refusal()] },
      { needsInsertion: 1, acceptsInsertion: 0, noInsertionReason: 'Por su trabajo o sus estudios' },
    ],
    [
      'c',
      'a refusal in words of its own',
      { placement: [refusal({ refusal: 'other', refusalWords: 'Cuida a su madre' })] },
      { needsInsertion: 1, acceptsInsertion: 0, noInsertionReason: 'Cuida a su madre' },
    ],
    [
      'c',
      'accepted after a refusal',
      { placement: [refusal({ saidOn: '2026-06-09' }), shelter({ house: null })] },
      { ...inShelter, insertionShelterCount: 1 },
    ],
    [
      'c',
      'a refusal after a placement: not whether she accepts',
      { placement: [refusal({ saidOn: '2026-06-12' }), shelter({ house: null })] },
      { needsInsertion: 1, insertedInShelter: 1, insertionShelterCount: 1 },
    ],
    ['c', 'a placement that was annulled', { placement: [kin({ annulled })] }, {}],
    ['c', 'a plan of the centre', { reintegration_plan: [plan()] }, { reintegrationPlan: 1 }],
    [
      'c',
      'the newest word on the plan',
      { reintegration_plan: [plan({ implementer: 2 }), plan({ implementer: 0, madeOn: '2026-06-01' })] },
      { reintegrationPlan: 2 },
    ],
    ['c', 'a visit without incident', { home_visit: [visit()] }, { homeVisitMade: 1, homeVisitResult: 1 }],
    [
      'c',
      'a visit with an incident',
      { home_visit: [visit({ result: 2, actions: 'Se avisó' })] },
      { homeVisitMade: 1, homeVisitResult: 2, homeVisitActions: 'Se avisó' },
    ],
    [
      'c',
      'a visit that was not made',
      { home_visit: [visit({ made: 0, result: null, why: 'Sin movilidad' })] },
      { homeVisitMade: 0, noHomeVisitReason: 'Sin movilidad' },
    ],
    [
      'c',
      'one that was made before one that was not',
      { home_visit: [visit(), visit({ made: 0, result: null, why: 'x', visitedOn: '2026-06-12' })] },
      { homeVisitMade: 1, homeVisitResult: 1 },
    ],
    ['b', 'Acompañamiento', { accompaniment: [accompaniment({ level: 2 })] }, { accompanimentReferral: 2 }],
    [
      'b',
      'the newest Acompañamiento',
      { accompaniment: [accompaniment({ level: 2, since: '2026-06-12' }), accompaniment()] },
      { accompanimentReferral: 2 },
    ],
    ['b', 'two levels of one day', { accompaniment: [accompaniment({ level: 2 }), accompaniment()] }, {}],
  ])('Section %s: %s', (section, _what, kept, expected) => {
    expect(answers(section, kept)).toEqual(expected);
  });

  it('of a No that an attention or a referral speaks against says nothing', () => {
    const kept = { ...noKeptWork, placement: [refusal()], home_visit: [visit({ made: 0, result: null, why: 'x' })] };
    const referral = { kind: 'shelter', asksKit: false, establishment: null, issuedOn: day('2026-06-10'), level: null };
    const attended = { on: day('2026-06-11'), professional: null };
    const found = workLines('c', {
      ...{ ...idle, kept, homeVisits: [day('2026-06-01')], referrals: [{ ...referral, attended }] },
    });
    expect(found.map(({ question, value }) => [question, value])).toEqual([
      ['needsInsertion', 1],
      ['homeVisitMade', 1],
    ]);
  });

  it('leads to its page, with the day of the fact', () => {
    expect(lines('c', { placement: [kin({ age: null })] }).map(({ page, on }) => [page, on])).toEqual(
      Array.from({ length: 5 }, () => ['reintegration', '2026-06-10']),
    );
  });

  it('is put at once with what only comes up by it, and over nothing that was typed', () => {
    const all = lines('c', { placement: [kin()], home_visit: [visit()] });
    const puts = (answers: Record<string, unknown>) =>
      linesToPut(all, answers, { questions: sectionC.questions, context: {} }).map(({ question }) => question);
    expect(puts({})).toEqual([
      ...['needsInsertion', 'acceptsInsertion', 'insertedWithKin', 'insertionKinCount'],
      ...['insertionKin1Who', 'insertionKin1Age', 'homeVisitMade', 'homeVisitResult'],
    ]);
    expect(puts({ needsInsertion: 0, homeVisitMade: 1 })).toEqual(['homeVisitResult']);
  });

  it('is one rule a question', () => {
    const questions = keptRules.map(({ question }) => question);
    expect(new Set(questions).size).toBe(questions.length);
    expect(questions).toHaveLength(27);
  });
});
