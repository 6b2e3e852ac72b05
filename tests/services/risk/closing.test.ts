/** A form is signed with its three parts: items, annex A, and what the record already knows. */
import { afterEach, describe, expect, it } from 'vitest';
import type { PartnerRiskAnswers } from '../../../src/shared/risk/index.ts';
import { admission } from '../../support/case-builder.ts';
import { riskAnswers, signing } from '../../support/risk-answers.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';

afterEach(closeCentres);

type A = { readonly isPregnant: 0 | 1 | null };

async function withCase(a: A, b: Record<string, unknown> = {}) {
  const centre = await startCentre();
  const { caseId } = await centre.aCase({ a: { answers: a }, b: { answers: b } });
  const psychologist = await centre.as('psico');
  const sign = (answers: PartnerRiskAnswers) => psychologist.assessRisk({ caseId, answers, ...signing });
  return { centre, caseId, psychologist, sign };
}

/** Thirteen points: he can get a weapon, she left him, he has no stable work. */
const thirteen = (more: Partial<PartnerRiskAnswers> = {}) => {
  const { items } = riskAnswers('no');
  return riskAnswers('no', { items: { ...items, weaponAccess: 'yes' }, ...more });
};
const pregnant = (said: 'yes' | 'no' | null) => ({ annex: { ...riskAnswers('no').annex, pregnant: said } });
const refused = (reason: string, path: string) => ({ failure: { code: 'rule-broken', reason, issues: [{ path }] } });

describe('question 8 of annex A', () => {
  it.each([1, null] as const)('is asked aloud when Section A says %s', async (isPregnant) => {
    const { psychologist, caseId, sign } = await withCase({ isPregnant });
    await expect(sign(thirteen(pregnant(null)))).rejects.toMatchObject(
      refused('pregnancy-not-asked', 'answers.annex.pregnant'),
    );
    expect((await psychologist.getRisk({ caseId })).records).toEqual([]);
    expect(await sign(thirteen(pregnant('yes')))).toMatchObject({
      points: 13,
      scoreLevel: 'moderate',
      adjustedLevel: 'severe1',
      confirmedLevel: 'severe1',
    });
  });

  it('may stay blank where Section A says that she is not', async () => {
    const { sign } = await withCase({ isPregnant: 0 });
    expect(await sign(thirteen(pregnant(null)))).toMatchObject({ adjustedLevel: 'moderate' });
  });

  it.each([
    [1, 'no'],
    [0, 'yes'],
  ] as const)('is explained when Section A says %s and she says %s', async (isPregnant, said) => {
    const { sign } = await withCase({ isPregnant });
    await expect(sign(thirteen(pregnant(said)))).rejects.toMatchObject(
      refused('contradiction', 'answers.explained.annex.pregnant'),
    );
    const explained = [{ about: 'annex.pregnant' as const, why: 'La prueba de hoy lo aclaró.' }];
    const record = await sign(thirteen({ ...pregnant(said), explained }));
    expect(record.answers.explained).toEqual(explained);
  });
});

describe('annex A and the offer of annex B', () => {
  it('are part of signing', async () => {
    const { sign } = await withCase({ isPregnant: 0 });
    await expect(sign(thirteen({ annexBlank: null }))).rejects.toMatchObject(
      refused('annex-incomplete', 'answers.annexBlank'),
    );
    await expect(sign(thirteen({ locationOffer: null }))).rejects.toMatchObject(
      refused('location-not-offered', 'answers.locationOffer'),
    );
    const whole: PartnerRiskAnswers['annex'] = {
      economicDependence: 'no',
      paysSupport: 'yes',
      supportClaim: null,
      takesAssets: 'no',
      orientationDiscrimination: 'noReply',
      ethnicDiscrimination: 'no',
      disabilityDiscrimination: 'notApplicable',
      pregnant: 'no',
      abandonedPregnant: null,
      blowsToBelly: null,
    };
    expect((await sign(thirteen({ annex: whole, annexBlank: null }))).points).toBe(13);
  });
});

describe('what the record already knows', () => {
  it('is told with source and date, and «No» to it is asked about', async () => {
    const { psychologist, caseId, sign } = await withCase(
      { isPregnant: 0 },
      { aggressorRiskFactors: ['firearmAccess', 'breachesMeasures'] },
    );
    const { known } = await psychologist.getRisk({ caseId });
    expect(known).toContainEqual({
      about: 'items.weaponAccess',
      says: 'yes',
      source: 'sectionB',
      words: 'Posee o tiene acceso a armas de fuego',
      on: admission.admittedOn,
      asks: true,
    });
    expect(known).toContainEqual(
      expect.objectContaining({ about: 'items.reportedBefore', words: 'Incumple medidas de protección' }),
    );
    const none = riskAnswers('no');
    await expect(sign(none)).rejects.toMatchObject({
      failure: {
        reason: 'contradiction',
        issues: [{ path: 'answers.explained.items.weaponAccess' }, { path: 'answers.explained.items.reportedBefore' }],
      },
    });
    const items = { ...none.items, weaponAccess: 'unknown' as const, reportedBefore: 'yes' as const };
    expect((await sign({ ...none, items })).answers.items.weaponAccess).toBe('unknown');
  });

  it('holds what an earlier form of the pair said once and for all, and a breach told by the team', async () => {
    const { psychologist, caseId, centre, sign } = await withCase({ isPregnant: 0 });
    await sign(riskAnswers('yes'));
    centre.clock.advance(60_000);
    await psychologist.recordAttention({
      caseId,
      attention: {
        ...{ action: 'psychology-breach', on: admission.admittedOn, time: null, withWhom: 'user', outcome: 'done' },
        note: null,
      },
    });
    const { known, before } = await psychologist.getRisk({ caseId });
    expect(before?.points).toBe(29);
    expect(known).toContainEqual(expect.objectContaining({ about: 'items.reportedBefore', source: 'breach' }));
    const asked = known.filter(({ source, asks }) => source === 'earlierForm' && asks).map(({ about }) => about);
    expect(asked).toEqual(
      ['weaponUse', 'threatToKill', 'reportedBefore', 'forcedSex', 'strangulation', 'hitWhilePregnant']
        .concat(['hisSuicideThreat', 'herSuicideThreat'])
        .map((item) => `items.${item}`),
    );
    await expect(sign(riskAnswers('no'))).rejects.toMatchObject({ failure: { reason: 'contradiction' } });
  });
});
