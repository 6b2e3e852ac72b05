import { afterEach, describe, expect, it } from 'vitest';
import { blankPartnerRisk, partnerRisk2019, type PartnerRiskAnswers } from '../../../src/shared/risk/index.ts';
import { vectors, type Vector } from '../../fixtures/risk/partner-2019-vectors.ts';
import { allExplained } from '../../support/risk-answers.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';

afterEach(closeCentres);

const letters = { y: 'yes', n: 'no', '-': 'unknown', '?': 'pending' } as const;

function answersOf(vector: Pick<Vector, 'marks' | 'livedTogether' | 'isPregnant'>): PartnerRiskAnswers {
  const blank = blankPartnerRisk();
  const marks = partnerRisk2019.items.map((item, index) => [
    item.id,
    letters[vector.marks[index] as keyof typeof letters],
  ]);
  return {
    ...blank,
    items: Object.fromEntries(marks) as PartnerRiskAnswers['items'],
    livedTogether: vector.livedTogether ?? 'yes',
    annex: { ...blank.annex, pregnant: vector.isPregnant === true ? 'yes' : 'no' },
    annexBlank: 'noReply',
    locationOffer: 'declines',
    explained: allExplained,
  };
}

const allYes = answersOf({ marks: 'yyyyyyyyyyyyyyyyyyy' });
const signed = { hasConsent: true, confirmedLevel: null, overrideReason: null };

describe('assessRisk', () => {
  it('gives every vector its points and levels, and stores none that is incomplete', async () => {
    const centre = await startCentre();
    const psychologist = await centre.as('psico');
    const { caseId } = await centre.aCase();
    for (const vector of vectors) {
      // A call a second: the gate limits how many may follow each other.
      centre.clock.advance(1000);
      const call = psychologist.assessRisk({ caseId, answers: answersOf(vector), ...signed });
      if (vector.result === null) {
        await expect(call, vector.name).rejects.toMatchObject({
          failure: { code: 'rule-broken', reason: 'incomplete' },
        });
      } else {
        const { points, scoreLevel, adjustedLevel } = await call;
        expect([points, scoreLevel, adjustedLevel], vector.name).toEqual(vector.result);
      }
    }
    const { records } = await psychologist.getRisk({ caseId });
    expect(records).toHaveLength(vectors.filter((vector) => vector.result !== null).length);
  });

  it('reads the answers back as they were signed, with nulls and texts', async () => {
    const centre = await startCentre();
    const psychologist = await centre.as('psico');
    const { caseId } = await centre.aCase();
    const answers: PartnerRiskAnswers = {
      ...answersOf({ marks: 'yyyyyyyyyyynyyyyyyy' }),
      highestSeverity: 4,
      resistsControl: true,
      whichWeapon: 'cuchillo de cocina',
      annex: { ...allYes.annex, economicDependence: 'shared' },
      community: null,
      observations: 'Línea uno.\nLínea dos.',
    };
    const record = await psychologist.assessRisk({ caseId, answers, ...signed });
    const { records, refusal } = await psychologist.getRisk({ caseId });
    expect(refusal).toBeNull();
    expect(records).toMatchObject([{ id: record.id, points: record.points }]);
    const sorted = (all: PartnerRiskAnswers) => ({
      ...all,
      explained: all.explained.toSorted((one, other) => one.about.localeCompare(other.about)),
    });
    expect(records.map((one) => sorted(one.answers))).toEqual([sorted(answers)]);
  });

  it('keeps the computed and the confirmed level, and asks why they differ', async () => {
    const centre = await startCentre();
    const psychologist = await centre.as('psico');
    const { caseId } = await centre.aCase();
    const given = { caseId, answers: answersOf({ marks: 'nnnnnnnnnnnnnnnnnnn' }), hasConsent: true };
    await expect(
      psychologist.assessRisk({ ...given, confirmedLevel: 'severe2', overrideReason: null }),
    ).rejects.toMatchObject({ failure: { reason: 'level-reason', issues: [{ path: 'overrideReason' }] } });
    expect(
      await psychologist.assessRisk({ ...given, confirmedLevel: 'severe2', overrideReason: 'Lo anunció ayer.' }),
    ).toMatchObject({ adjustedLevel: 'moderate', confirmedLevel: 'severe2', overrideReason: 'Lo anunció ayer.' });
    expect(
      await psychologist.assessRisk({ ...given, confirmedLevel: 'moderate', overrideReason: 'Sobra.' }),
    ).toMatchObject({ confirmedLevel: 'moderate', overrideReason: null });
  });

  it('refuses without consent, and an answer to a question that is not asked at its field', async () => {
    const centre = await startCentre();
    const psychologist = await centre.as('psico');
    const { caseId } = await centre.aCase();
    await expect(
      psychologist.assessRisk({ caseId, answers: allYes, ...signed, hasConsent: false }),
    ).rejects.toMatchObject({ failure: { reason: 'consent-needed' } });
    const answers = { ...answersOf({ marks: 'nnnnnnnnnnnnnnnnnnn' }), whichWeapon: 'ninguna' };
    await expect(psychologist.assessRisk({ caseId, answers, ...signed })).rejects.toMatchObject({
      failure: { code: 'invalid', issues: [{ path: 'answers.whichWeapon' }] },
    });
  });

  it('erases the draft of the person who signs', async () => {
    const centre = await startCentre();
    const psychologist = await centre.as('psico');
    const { caseId } = await centre.aCase();
    const draft = await psychologist.openDraft({ form: 'risk', caseId });
    await psychologist.assessRisk({ caseId, answers: allYes, ...signed });
    await expect(psychologist.discardDraft({ draftId: draft.draftId })).rejects.toMatchObject({
      failure: { code: 'not-found' },
    });
  });
});

describe('who the partner form is for', () => {
  it.each([
    ['a bond that is not of partners', { bondGroup: 2, partnerBond: null }, 'not-partner'],
    ['a girl below the minimum age', { userAge: 13 }, 'under-age'],
    ['a man', { userSex: 1 }, 'not-woman'],
    ['an age that was not answered', { userAge: null }, 'eligibility-unknown'],
  ] as const)('refuses %s in words and by reason', async (_, change, reason) => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const psychologist = await centre.as('psico');
    const { version, form } = await psychologist.getSectionA({ caseId });
    const answers = { ...form.answers, isPregnant: null, ...change };
    if ('bondGroup' in change) Object.assign(answers, { familyBond: 1 });
    await psychologist.saveSectionA({ caseId, version, form: { ...form, answers } });
    expect((await psychologist.getRisk({ caseId })).refusal).not.toBeNull();
    await expect(psychologist.assessRisk({ caseId, answers: allYes, ...signed })).rejects.toMatchObject({
      failure: { code: 'rule-broken', reason },
    });
  });
});

describe('a level that rises', () => {
  const levels = async (...marks: string[]) => {
    const centre = await startCentre();
    const psychologist = await centre.as('psico');
    const { caseId } = await centre.aCase();
    for (const one of marks) {
      centre.clock.advance(60_000);
      await psychologist.assessRisk({ caseId, answers: answersOf({ marks: one }), ...signed });
    }
    const { alerts } = await psychologist.listCaseAlerts({ caseId });
    return alerts.filter(({ kind }) => kind === 'levelRising').map(({ note }) => note);
  };
  const none = 'n'.repeat(19);
  const all = 'y'.repeat(19);

  it('is told against the last form signed', async () => {
    expect(await levels(none, all)).toEqual(['De Moderado a Severo 2.']);
  });

  it('is not told of the first form, of the same level or of one that falls', async () => {
    expect(await levels(all, all, none)).toEqual([]);
  });
});

describe('facts for the same day', () => {
  it('come from both sections and the newest form, with the window of the kit counted from the event', async () => {
    const centre = await startCentre();
    const psychologist = await centre.as('psico');
    const { caseId } = await centre.aCase({
      a: { answers: { isPregnant: 1 } },
      b: {
        incident: { occurredOn: { year: 2026, month: 6, day: 8 }, occurredTime: '21:30', place: null },
        answers: { violenceType: 3, sexualActs: ['rape'], physicalActs: [] },
      },
    });
    expect((await psychologist.getRisk({ caseId })).sameDay).toEqual(['pregnancyOrBelly', 'rapeWithinKit']);
    await psychologist.assessRisk({ caseId, answers: allYes, ...signed });
    expect((await psychologist.getRisk({ caseId })).sameDay).toContain('attemptOrStrangulation');
    centre.clock.set('2026-06-12T02:31:00.000Z');
    const later = await (await centre.restart()).as('psico');
    expect((await later.getRisk({ caseId })).sameDay).not.toContain('rapeWithinKit');
  });
});
