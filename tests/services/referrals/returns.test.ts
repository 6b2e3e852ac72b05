import { afterEach, describe, expect, it } from 'vitest';
import { blankConsent } from '../../../src/shared/care/index.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import type { InputGivenOf } from '../../../src/shared/platform/contract.ts';
import { referralRules, shippedLetter, type ReferralKind } from '../../../src/shared/referrals/index.ts';
import { someAnswers } from '../../support/referral-facts.ts';
import { ViolenceType } from '../../../src/shared/intake/index.ts';
import { closeCentres, startCentre, type CaseOptions, type TestCentre } from '../../support/start-application.ts';
import { openAlertsOf } from '../../support/open-alerts.ts';

afterEach(closeCentres);

type Slip = InputGivenOf<Contract['recordSlip']>['slip'];

const slip: Slip = {
  attended: true,
  notAttendedReason: null,
  on: '2026-06-10',
  time: '15:00',
  services: ['emergency-kit'],
  kit: 'partial',
  kitItems: ['hiv-test', 'contraception'],
  nextOn: '2026-06-20',
  nextTime: null,
  nextPlace: 'Consultorio 3',
  recommendations: null,
  professional: 'Médica Inventada',
  college: null,
  result: {},
};

async function refer(
  centre: TestCentre,
  kind: ReferralKind = 'emergency-kit',
  urgency?: 'scheduled',
  of: CaseOptions = {},
) {
  const { caseId } = await centre.aCase(of);
  const psychologist = await centre.as('psico');
  const consent = { ...blankConsent, scope: 'referral' as const, form: 'spoken' as const, receivers: [], reason: null };
  await psychologist.recordConsent({ caseId, consent: { ...consent, purposes: [kind] } });
  const { options } = await psychologist.startReferral({ caseId, kind });
  await psychologist.issueReferral({
    caseId,
    kind,
    options: {
      ...options,
      receiver: { post: shippedLetter(kind).value.post, establishment: 'Hospital Inventado' },
      services: referralRules[kind].services.slice(0, 1),
      reason: referralRules[kind].asksReason ? 'Motivo inventado.' : null,
      answers: someAnswers(kind),
      urgency: urgency ?? options.urgency,
      isKitDecided: true,
    },
  });
  const [referral] = (await psychologist.listReferrals({ caseId })).referrals;
  if (referral === undefined) throw new Error('not issued');
  return { caseId, psychologist, referral };
}

const broken = (reason: string) => ({ failure: { code: 'rule-broken', reason } });

describe('a referral after it was issued', () => {
  it('goes from hand to hand, and only forward', async () => {
    const centre = await startCentre();
    const { caseId, psychologist, referral } = await refer(centre);
    expect(referral).toMatchObject({ state: 'printed', dueOn: '2026-06-11', isOverdue: false });
    const step = { caseId, referralId: referral.id, version: referral.version };
    const given = await psychologist.moveReferral({ ...step, to: 'handedOver', how: 'accompanied' });
    expect(given.referral).toMatchObject({ state: 'handedOver', handedHow: 'accompanied' });
    await expect(psychologist.moveReferral({ ...step, to: 'received', how: null })).rejects.toMatchObject({
      failure: { code: 'conflict' },
    });
    const closed = await psychologist.moveReferral({ ...step, version: 2, to: 'closed', how: null });
    expect(closed.referral).toMatchObject({ state: 'closed', dueOn: null });
    await expect(
      psychologist.moveReferral({ ...step, version: 3, to: 'handedOver', how: 'toHer' }),
    ).rejects.toMatchObject(broken('referral-state'));
    await expect(psychologist.recordSlip({ ...step, version: 3, slip })).rejects.toMatchObject(
      broken('referral-answered'),
    );
  });

  it('does not leave again once she took her consent back: no copy, no hand-over', async () => {
    const centre = await startCentre();
    const { caseId, psychologist, referral } = await refer(centre);
    const [document] = (await psychologist.listDocuments({ caseId })).documents;
    const copy = { caseId, documentId: document?.id ?? '', way: 'save', recipient: 'Hospital Inventado' } as const;
    await psychologist.releaseCopy({ ...copy, purpose: 'Atención' });
    const [consent] = (await psychologist.listConsents({ caseId })).consents.filter(
      ({ scope }) => scope === 'referral',
    );
    await psychologist.withdrawConsent({ caseId, consentId: consent?.id ?? '' });
    await expect(psychologist.releaseCopy({ ...copy, purpose: 'Atención' })).rejects.toMatchObject(
      broken('referral-without-consent'),
    );
    const step = { caseId, referralId: referral.id, version: referral.version };
    await expect(psychologist.moveReferral({ ...step, to: 'handedOver', how: 'toHer' })).rejects.toMatchObject(
      broken('referral-without-consent'),
    );
  });

  it('is found by the code of its slip, by those who may open the case', async () => {
    const centre = await startCentre();
    const { caseId, psychologist, referral } = await refer(centre);
    const code = referral.code ?? '';
    expect(await psychologist.findReferral({ code: code.toLowerCase() })).toMatchObject({ caseId, referral: { code } });
    await expect(psychologist.findReferral({ code: 'AAAA-AAB' })).rejects.toMatchObject(broken('slip-code-unreadable'));
    const other = await centre.as('coordina');
    await expect(other.findReferral({ code })).rejects.toMatchObject({ failure: { code: 'not-found' } });
  });

  it('keeps every field of the slip, and the kit reaches the register', async () => {
    const centre = await startCentre();
    const { caseId, psychologist, referral } = await refer(centre);
    const target = { caseId, referralId: referral.id, version: referral.version };
    await expect(psychologist.recordSlip({ ...target, slip: { ...slip, on: '2026-06-11' } })).rejects.toMatchObject(
      broken('slip-in-future'),
    );
    await psychologist.recordSlip({ ...target, slip });
    const [answered] = (await psychologist.listReferrals({ caseId })).referrals;
    expect(answered).toMatchObject({ state: 'attended', dueOn: null });
    expect(answered?.slip).toEqual({ ...slip, kitItems: ['contraception', 'hiv-test'] });
  });

  it.each([
    ['partial', ['hiv-test'], { D20: 'open', D21: 'open' }],
    ['partial', ['hiv-prophylaxis'], { D20: 'done', D21: 'open' }],
    ['partial', ['contraception'], { D20: 'open', D21: 'done' }],
    ['yes', [], { D20: 'done', D21: 'done' }],
    ['no', [], { D20: 'open', D21: 'open' }],
  ] as const)('kit %s with %j ends only the terms of what was delivered', async (kit, kitItems, ended) => {
    const centre = await startCentre();
    const answers = { violenceType: ViolenceType.sexual, sexualActs: ['rape' as const] };
    const { caseId, psychologist, referral } = await refer(centre, 'emergency-kit', undefined, { b: { answers } });
    const target = { caseId, referralId: referral.id, version: referral.version };
    await psychologist.recordSlip({ ...target, slip: { ...slip, kit, kitItems: [...kitItems] } });
    const { recordTerms } = await (await centre.as('legal')).getProceedings({ caseId });
    const states = recordTerms.filter(({ ruleId }) => ruleId in ended).map(({ ruleId, state }) => [ruleId, state]);
    expect(Object.fromEntries(states)).toEqual(ended);
  });

  it('of a child is not issued until it is said which child', async () => {
    const centre = await startCentre();
    await expect(refer(centre, 'demuna')).rejects.toMatchObject(broken('referral-incomplete'));
  });

  it('refuses what another kind would answer', async () => {
    const centre = await startCentre();
    const { caseId, psychologist, referral } = await refer(centre, 'public-defence');
    const target = { caseId, referralId: referral.id, version: referral.version };
    const plain: Slip = { ...slip, services: [], kit: null, kitItems: [] };
    for (const wrong of [
      slip,
      { ...plain, services: ['lodging' as const] },
      { ...plain, result: { fichaNumber: '1' } },
    ])
      await expect(psychologist.recordSlip({ ...target, slip: wrong })).rejects.toMatchObject(
        broken('slip-of-other-kind'),
      );
    const not: Slip = { ...plain, attended: false, notAttendedReason: 'didNotCome', on: null, time: null };
    await psychologist.recordSlip({ ...target, slip: not });
    expect((await psychologist.listReferrals({ caseId })).referrals[0]?.state).toBe('notAttended');
  });
});

describe('listWaitingReferrals', () => {
  it('lists each by the days of its urgency, the longest overdue first, for those who may open the case', async () => {
    const centre = await startCentre();
    const urgent = await refer(centre);
    const slow = await refer(centre, 'sis', 'scheduled');
    const { psychologist } = urgent;
    expect((await psychologist.listWaitingReferrals({})).waiting).toEqual([]);
    centre.clock.advance(24 * 3_600_000);
    const second = await centre.restart();
    const again = await second.as('psico');
    expect((await again.listWaitingReferrals({})).waiting.map(({ caseId }) => caseId)).toEqual([urgent.caseId]);
    centre.clock.advance(14 * 24 * 3_600_000);
    const later = await (await second.restart()).as('psico');
    const waiting = (await later.listWaitingReferrals({})).waiting.map(({ caseId }) => caseId);
    expect(waiting).toEqual([urgent.caseId, slow.caseId]);
  });
});

describe('remindReferrals', () => {
  it('tells the team once of a slip that did not come and of a consent to review, and counts both', async () => {
    const centre = await startCentre();
    const { caseId, psychologist } = await refer(centre);
    const exception = { ...blankConsent, scope: 'referral', form: 'couldNotAsk', reason: 'dangerToLife' } as const;
    await psychologist.recordConsent({ caseId, consent: { ...exception, receivers: [], purposes: ['sis'] } });
    expect(await psychologist.remindReferrals({})).toEqual({ raised: 0 });
    expect(await psychologist.countWaitingReferrals({})).toEqual({ overdue: 0, toReview: 1 });
    centre.clock.advance(24 * 3_600_000);
    const next = await centre.restart();
    const lawyer = await next.as('legal');
    expect(await lawyer.remindReferrals({})).toEqual({ raised: 2 });
    expect(await lawyer.remindReferrals({})).toEqual({ raised: 0 });
    const again = await next.as('psico');
    expect(await again.countWaitingReferrals({})).toEqual({ overdue: 1, toReview: 1 });
    const { alerts } = await openAlertsOf(again);
    const told = alerts.filter(({ kind }) => kind === 'referralOverdue' || kind === 'consentToReview');
    expect(told.map(({ kind, note, raisedBy }) => [kind, note, raisedBy]).sort()).toEqual([
      ['consentToReview', 'No se pudo pedir el 10/06/2026. Peligro inmediato para la vida', null],
      [
        'referralOverdue',
        'Derivación · D-2026-000001: Kit de emergencia (violencia sexual). Se esperaba hasta el 11/06/2026',
        null,
      ],
    ]);
    expect(await (await next.as('coordina')).countWaitingReferrals({})).toEqual({ overdue: 0, toReview: 0 });
  });
});

describe('recordRefusal', () => {
  it('takes the official reasons of the kit; the ninth only after six months', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const refuse = (reason: number, words: string | null = null) =>
      psychologist.recordRefusal({ caseId, refusal: { kind: 'emergency-kit', reason, words } });
    await refuse(3);
    await expect(refuse(9)).rejects.toMatchObject(broken('refusal-too-early'));
    await expect(refuse(10)).rejects.toMatchObject({ failure: { code: 'invalid' } });
    await refuse(10, 'Motivo inventado.');
    const { refusals } = await psychologist.listReferrals({ caseId });
    expect(refusals.map(({ reason }) => reason).sort()).toEqual([
      'No desea acceder al kit de emergencia',
      'Otros motivos',
    ]);
  });
});
