/** A letter that was issued on paper, handed to the account of the institution afterwards: the checks of an issue. */
import { afterEach, describe, expect, it } from 'vitest';
import type { ConsentGiven } from '../../../src/shared/care/index.ts';
import { blankRecord } from '../../../src/shared/people/index.ts';
import type { ReferralOptions } from '../../../src/shared/referrals/index.ts';
import { consentFor, counterpart, establishments, switchOn } from '../../support/counterparts.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { again } from '../access/people.ts';
import { refusal } from '../refusal.ts';
import { seal } from '../reserve/sealing.ts';

afterEach(closeCentres);

type Issuing = {
  readonly kind?: 'police' | 'forensic-examination';
  readonly establishment?: string;
  /** What she said when the letter was issued. */
  readonly consent?: Partial<ConsentGiven>;
  readonly options?: Partial<ReferralOptions>;
};

async function issued(centre: TestCentre, caseId: string, given: Issuing = {}) {
  const psychologist = await centre.as('psico');
  const { kind = 'police' } = given;
  await psychologist.recordConsent({
    caseId,
    consent: consentFor('police', { scope: 'referral', purposes: [kind], ...given.consent }),
  });
  const { options } = await psychologist.startReferral({ caseId, kind });
  const receiver = { post: 'Jefatura', establishment: given.establishment ?? establishments.police, authorityId: null };
  await psychologist.issueReferral({
    ...{ caseId, kind },
    options: {
      ...options,
      ...{ receiver, services: [kind === 'police' ? 'receive-complaint' : 'injuries'], reason: 'Motivo inventado.' },
      ...given.options,
    },
  });
  const referral = (await psychologist.listReferrals({ caseId })).referrals.find((one) => one.kind === kind);
  if (referral === undefined) throw new Error('none');
  return {
    psychologist,
    referral,
    input: { caseId, referralId: referral.id, version: referral.version, consent: null },
  };
}

async function aLetter(given: Issuing = {}) {
  const centre = await startCentre();
  const account = await counterpart(centre, 'police');
  const { caseId } = await centre.aCase();
  return { centre, account, caseId, ...(await issued(centre, caseId, given)) };
}

const reasonOf = (work: () => Promise<unknown>) => refusal(work);

describe('a letter that was issued already', () => {
  it('is read by the account from then on, and no letter more is made', async () => {
    const { account, caseId, psychologist, input } = await aLetter();
    expect((await account.listSheets({})).sheets).toEqual([]);
    const { handOverId } = await psychologist.handIssuedReferral(input);
    const { blocks } = await account.readSheet({ caseId, handOverId });
    expect(JSON.stringify(blocks)).toContain('Motivo inventado.');
    expect((await psychologist.listReferrals({ caseId })).referrals).toMatchObject([{ state: 'handedOver' }]);
    expect((await psychologist.listHandOvers({ caseId })).handOvers).toMatchObject([
      { id: handOverId, referralId: input.referralId, isOpen: true },
    ]);
  });

  it('keeps how it was given to her, and takes the first answer as any hand-over', async () => {
    const { account, caseId, psychologist, referral, input } = await aLetter();
    const step = { caseId, referralId: referral.id, version: referral.version };
    const moved = (await psychologist.moveReferral({ ...step, to: 'handedOver', how: 'toHer' })).referral;
    const { handOverId } = await psychologist.handIssuedReferral({ ...input, version: moved.version });
    expect((await psychologist.listReferrals({ caseId })).referrals).toMatchObject([{ handedHow: 'toHer' }]);
    const note = { kind: 'complaint', number: '7', on: '2026-06-10', time: '08:30', office: 'Comisaría' } as const;
    expect(await account.noteAsCounterpart({ caseId, handOverId, note })).toEqual({ outcome: 'kept' });
  });

  it('goes with the consent that is given in the same act', async () => {
    const { account, caseId, psychologist, input } = await aLetter({ consent: { receivers: [] } });
    expect(await reasonOf(() => psychologist.handIssuedReferral(input))).toBe(
      'rule-broken/counterpart-without-consent',
    );
    await psychologist.handIssuedReferral({ ...input, consent: consentFor('police') });
    expect((await account.listSheets({})).sheets).toHaveLength(1);
    const { consents } = await psychologist.listConsents({ caseId });
    expect(consents.filter(({ receivers }) => receivers.includes(establishments.police))).toHaveLength(1);
  });

  it('is refused where she took her consent back, or says no in the act, and nothing is kept', async () => {
    const { caseId, psychologist, input } = await aLetter();
    const no = consentFor('police', { form: 'refused', receivers: [] });
    expect(await reasonOf(() => psychologist.handIssuedReferral({ ...input, consent: no }))).toBe(
      'rule-broken/referral-without-consent',
    );
    const { consents } = await psychologist.listConsents({ caseId });
    expect(consents).toHaveLength(1);
    await psychologist.withdrawConsent({ caseId, consentId: consents[0]?.id ?? '' });
    expect(await reasonOf(() => psychologist.handIssuedReferral(input))).toBe('rule-broken/referral-without-consent');
    expect((await psychologist.listHandOvers({ caseId })).handOvers).toEqual([]);
  });

  it('is refused while the centre has no such counterpart', async () => {
    const { centre, psychologist, input } = await aLetter();
    await switchOn(centre, 'police', false);
    expect(await reasonOf(() => psychologist.handIssuedReferral(input))).toBe('rule-broken/counterpart-off');
  });

  it('is refused of a reserved ficha, and where an account bears the name of somebody of hers', async () => {
    const { centre, caseId, psychologist, input } = await aLetter();
    const login = { login: 'otro', fullName: 'Pedro Imaginario Condori', roles: ['policeCounterpart' as const] };
    const rest = { profession: null, college: null, collegeNumber: null };
    const details = { ...login, ...rest };
    const { proposalId } = await (
      await centre.as('coordina')
    ).proposeStaffChange({ staffChange: { change: 'create', details } });
    await psychologist.approveStaffChange({ proposalId }, again);
    expect(await reasonOf(() => psychologist.handIssuedReferral(input))).toBe('rule-broken/counterpart-near');
    await seal(centre, caseId, { members: ['psico', 'legal'] });
    expect(await reasonOf(() => psychologist.handIssuedReferral(input))).toBe('rule-broken/counterpart-sealed');
  });

  it('is refused for a letter of another kind, or to another institution', async () => {
    const { centre, caseId, psychologist, input } = await aLetter({ establishment: 'Comisaría de Otro Lugar' });
    expect(await reasonOf(() => psychologist.handIssuedReferral(input))).toBe('rule-broken/counterpart-other-receiver');
    const other = await issued(centre, caseId, { kind: 'forensic-examination' });
    expect(await reasonOf(() => psychologist.handIssuedReferral(other.input))).toBe(
      'rule-broken/counterpart-other-kind',
    );
  });

  it('takes the name of the institution however its capitals and accents were typed', async () => {
    const { psychologist, input } = await aLetter({ establishment: 'COMISARIA inventada' });
    expect(await psychologist.handIssuedReferral(input)).toHaveProperty('handOverId');
  });

  it('is refused a second time, when it was answered, and when it changed meanwhile', async () => {
    const { caseId, psychologist, input } = await aLetter();
    await psychologist.handIssuedReferral(input);
    expect(await reasonOf(() => psychologist.handIssuedReferral(input))).toBe('conflict/');
    const [now] = (await psychologist.listReferrals({ caseId })).referrals;
    const version = now?.version ?? 0;
    expect(await reasonOf(() => psychologist.handIssuedReferral({ ...input, version }))).toBe(
      'rule-broken/counterpart-handed',
    );
    const step = { caseId, referralId: input.referralId, version };
    const { referral } = await psychologist.moveReferral({ ...step, to: 'closed', how: null });
    expect(await reasonOf(() => psychologist.handIssuedReferral({ ...input, version: referral.version }))).toBe(
      'rule-broken/counterpart-answered',
    );
  });

  it('is refused where its text names what is in reserve since it was issued', async () => {
    const { caseId, psychologist, input } = await aLetter({
      options: { reason: 'La acompaña quien tiene DNI 45612378.' },
    });
    const [document] = blankRecord().documents;
    const person = {
      ...{ nameState: 'known' as const, givenNames: 'Irma', firstSurname: 'Inventada', secondSurname: null },
      ...{ birth: null, toldAge: null },
      document: { ...document, kind: 'dni' as const, state: 'known' as const, number: '45612378' },
    };
    const part = { role: 'relative' as const, bond: 'other' as const, livesWithUser: false };
    await psychologist.addParticipant({ caseId, who: { kind: 'new', person }, part });
    expect(await reasonOf(() => psychologist.handIssuedReferral(input))).toBe('rule-broken/reserved-place-in-text');
  });

  it('is of the team alone', async () => {
    const { centre, input } = await aLetter();
    for (const login of ['admision', 'promocion', 'soporte', 'visita'] as const)
      expect(await reasonOf(async () => (await centre.as(login)).handIssuedReferral(input)), login).toBe('forbidden/');
  });
});
