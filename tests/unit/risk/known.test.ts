/** What the record knows about a question is shown, never filled in; only what cannot both be true is asked about. */
import { describe, expect, it } from 'vitest';
import { blankSectionA, blankSectionB } from '../../../src/shared/intake/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import {
  contradicted,
  contradictionIssues,
  knownFacts,
  knownQuestions,
  type KnownInput,
} from '../../../src/shared/risk/index.ts';
import { riskAnswers } from '../../support/risk-answers.ts';

const on = '2026-06-10' as CivilDate;
const earlierDay = '2026-01-02' as CivilDate;

function known(more: Partial<KnownInput> = {}) {
  const sections = { a: { answers: blankSectionA(), on }, b: { answers: blankSectionB(), on } };
  return knownFacts({ ...sections, earlier: [], breaches: [], ...more });
}

describe('knownFacts', () => {
  it('says nothing of an empty record', () => {
    expect(known()).toEqual([]);
  });

  it('takes the newest earlier answer of each question, and asks only about what ever happened', () => {
    const older = { answers: riskAnswers('yes'), on: '2025-01-01' as CivilDate };
    const newer = { answers: riskAnswers('unknown', { livedTogether: 'no' }), on: earlierDay };
    const facts = known({ earlier: [newer, older] });
    expect(facts).toHaveLength(knownQuestions.length);
    expect(facts.find(({ about }) => about === 'items.strangulation')).toMatchObject({ on: older.on, asks: true });
    expect(facts.find(({ about }) => about === 'items.stableWork')).toMatchObject({ says: 'yes', asks: false });
    expect(facts.find(({ about }) => about === 'annex.pregnant')).toMatchObject({ on: newer.on, asks: false });
  });

  it('names the tick of Section B as the form does', () => {
    const answers = { ...blankSectionB(), aggressorRiskFactors: ['firearmAccess'] as never };
    expect(known({ b: { answers, on } })).toEqual([
      {
        ...{ about: 'items.weaponAccess', says: 'yes', source: 'sectionB', on, asks: true },
        words: 'Posee o tiene acceso a armas de fuego',
      },
    ]);
  });
});

describe('contradictions', () => {
  const facts = known({ breaches: [on] });

  it('are a contrary answer alone: no information contradicts nothing', () => {
    expect(contradicted(riskAnswers('no'), facts)).toEqual(['items.reportedBefore']);
    for (const mark of ['yes', 'unknown', 'pending'] as const)
      expect(contradicted(riskAnswers(mark), facts)).toEqual([]);
  });

  it('are settled by an explanation of that question, not of another', () => {
    const explained = (about: 'items.reportedBefore' | 'items.drugs') =>
      riskAnswers('no', { explained: [{ about, why: 'Lo denunció su hermana.' }] });
    expect(contradictionIssues(explained('items.reportedBefore'), facts)).toEqual([]);
    expect(contradictionIssues(explained('items.drugs'), facts)).toMatchObject([
      { path: 'explained.items.reportedBefore' },
    ]);
  });
});
