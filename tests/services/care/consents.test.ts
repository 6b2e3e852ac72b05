import { afterEach, describe, expect, it } from 'vitest';
import { blankConsent } from '../../../src/shared/care/index.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import type { InputGivenOf } from '../../../src/shared/platform/contract.ts';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';

afterEach(closeCentres);

type Consent = InputGivenOf<Contract['recordConsent']>['consent'];

const spoken: Consent = {
  ...blankConsent,
  scope: 'referral',
  form: 'spoken',
  receivers: [],
  reason: null,
  purposes: ['health', 'sis'],
};
const options = {
  receiver: { post: 'Jefatura', establishment: 'Hospital Inventado' },
  services: ['trauma' as const],
  reason: 'Motivo inventado.',
};

async function aHealthReferral(age: number | null = null) {
  const centre = await startCentre();
  const a = age === null ? {} : { a: { answers: { userAge: age } }, user: { birth: null } };
  const { caseId } = await centre.aCase(a);
  const psychologist = await centre.as('psico');
  const start = await psychologist.startReferral({ caseId, kind: 'health' });
  const issue = () => psychologist.issueReferral({ caseId, kind: 'health', options: { ...start.options, ...options } });
  return { centre, caseId, psychologist, issue };
}

const refused = (reason: string) => ({ failure: { code: 'rule-broken', reason } });

describe('withdrawConsent', () => {
  it('stops further printing, and a new consent starts it again', async () => {
    const { caseId, psychologist, issue } = await aHealthReferral();
    const { id } = await psychologist.recordConsent({ caseId, consent: spoken });
    await issue();
    const withdrawn = await psychologist.withdrawConsent({ caseId, consentId: id });
    expect(withdrawn.withdrawnAt).not.toBeNull();
    await expect(issue()).rejects.toMatchObject(refused('referral-without-consent'));
    await expect(psychologist.withdrawConsent({ caseId, consentId: id })).rejects.toMatchObject(
      refused('consent-withdrawn'),
    );
    await psychologist.recordConsent({ caseId, consent: spoken });
    await expect(issue()).resolves.toMatchObject({ document: {} });
  });

  it('is not for a consent of another case', async () => {
    const { centre, caseId, psychologist } = await aHealthReferral();
    const { id } = await psychologist.recordConsent({ caseId, consent: spoken });
    const other = await centre.aCase();
    await expect(psychologist.withdrawConsent({ caseId: other.caseId, consentId: id })).rejects.toMatchObject({
      failure: { code: 'not-found' },
    });
  });
});

describe('reviewConsent', () => {
  it('lists what could not be asked until somebody looks at it again', async () => {
    const { centre, caseId, psychologist, issue } = await aHealthReferral();
    const exception = { ...spoken, form: 'couldNotAsk' as const, reason: 'dangerToLife' as const };
    const { id } = await psychologist.recordConsent({ caseId, consent: exception });
    await issue();
    const open = await psychologist.listConsentsToReview({});
    expect(open.consents).toMatchObject([{ caseId, consent: { id, reason: 'dangerToLife' } }]);
    await centre.aCase();
    await psychologist.reviewConsent({ caseId, consentId: id, review: 'refusedLater' });
    expect((await psychologist.listConsentsToReview({})).consents).toEqual([]);
    await expect(issue()).rejects.toMatchObject(refused('referral-without-consent'));
    await expect(psychologist.reviewConsent({ caseId, consentId: id, review: 'upheld' })).rejects.toMatchObject(
      refused('consent-withdrawn'),
    );
  });
});

describe('the consent for a child', () => {
  const guardian = { guardianNames: 'Abuela Inventada', guardianBond: 'abuela' };

  it('is of a guardian with the assent of the child', async () => {
    const { caseId, psychologist, issue } = await aHealthReferral(12);
    await psychologist.recordConsent({ caseId, consent: spoken });
    await expect(issue()).rejects.toMatchObject(refused('referral-without-guardian'));
    await psychologist.recordConsent({ caseId, consent: { ...spoken, ...guardian, assent: 'refused' } });
    await expect(issue()).rejects.toMatchObject(refused('referral-without-guardian'));
    await psychologist.recordConsent({ caseId, consent: { ...spoken, ...guardian, assent: 'given' } });
    await expect(issue()).resolves.toMatchObject({ document: {} });
  });

  it('goes out on an exception where there is no guardian', async () => {
    const { caseId, psychologist, issue } = await aHealthReferral(12);
    const exception = { ...spoken, form: 'couldNotAsk' as const, reason: 'childAtRisk' as const };
    await psychologist.recordConsent({ caseId, consent: exception });
    await expect(issue()).resolves.toMatchObject({ document: {} });
  });

  it('is never of the accused person', async () => {
    const { caseId, psychologist } = await aHealthReferral(12);
    const { givenNames, firstSurname } = anAggressor();
    const accused = {
      guardianNames: `${givenNames ?? ''}  ${(firstSurname ?? '').toUpperCase()}`,
      guardianBond: 'padre',
    };
    await expect(
      psychologist.recordConsent({ caseId, consent: { ...spoken, ...accused, assent: 'given' } }),
    ).rejects.toMatchObject(refused('guardian-is-aggressor'));
  });

  it('asks about a guardian with part of the name of the accused person, and takes the answer', async () => {
    const { caseId, psychologist, issue } = await aHealthReferral(12);
    const alike = { ...spoken, guardianNames: 'Pedro Condori', guardianBond: 'tío', assent: 'given' as const };
    await expect(psychologist.recordConsent({ caseId, consent: alike })).rejects.toMatchObject({
      failure: { reason: 'guardian-like-aggressor', issues: [{ path: 'consent.guardianNames' }] },
    });
    await expect(issue()).rejects.toMatchObject(refused('referral-without-consent'));
    await psychologist.recordConsent({ caseId, consent: { ...alike, guardianIsOther: true } });
    await expect(issue()).resolves.toMatchObject({ document: {} });
  });

  it('is asked for while nobody knows her age, and her word is enough', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    const { caseId } = await desk.openCase({
      ...{ arrivalId: null, admission, userLink: { kind: 'new' }, aggressorLink: { kind: 'new' } },
      ...{ user: aUser({ birth: null }), aggressor: anAggressor() },
    });
    await desk.handOverCase({ caseId, service: 'psychology' });
    const psychologist = await centre.as('psico');
    const start = await psychologist.startReferral({ caseId, kind: 'health' });
    expect(start.consenter).toBe('unknown');
    const request = { caseId, kind: 'health' as const, options: { ...start.options, ...options } };
    await psychologist.recordConsent({ caseId, consent: spoken });
    await expect(psychologist.issueReferral(request)).rejects.toMatchObject(refused('referral-of-unknown-age'));
    await psychologist.recordConsent({ caseId, consent: { ...spoken, majority: 'minor' } });
    await expect(psychologist.issueReferral(request)).rejects.toMatchObject(refused('referral-without-guardian'));
    await psychologist.recordConsent({ caseId, consent: { ...spoken, majority: 'adult' } });
    await expect(psychologist.issueReferral(request)).resolves.toMatchObject({ document: {} });
  });
});
