/** The page of a section shows what was done in the case; nothing is written by it, and nobody reads more by it. */
import { afterEach, describe, expect, it } from 'vitest';
import { blankConsent } from '../../../src/shared/care/index.ts';
import { blankSectionC, ViolenceType } from '../../../src/shared/intake/index.ts';
import { referralRules, shippedLetter, type ReferralKind } from '../../../src/shared/referrals/index.ts';
import {
  closeCentres,
  startCentre,
  type CaseOptions,
  type Login,
  type TestCentre,
} from '../../support/start-application.ts';
import { anOffice } from '../../support/an-office.ts';
import { someAnswers } from '../../support/referral-facts.ts';
import { cargo, issue } from '../filings/a-presentation.ts';
import { anEvent } from '../proceedings/a-proceeding.ts';

afterEach(closeCentres);

async function aCase(options: CaseOptions = {}) {
  const centre = await startCentre();
  const { caseId } = await centre.aCase(options);
  const read = async (login: Login, section: 'c' | 'd' | 'e' | 'f') =>
    (await (await centre.as(login)).getFormSection({ caseId, section })).work;
  const shown = async (login: Login, section: 'c' | 'd' | 'e' | 'f') =>
    (await read(login, section)).map(({ question, value }) => [question, value]);
  return { centre, caseId, read, shown };
}

async function refer(centre: TestCentre, caseId: string, kind: ReferralKind, isAnswered: boolean) {
  const psychologist = await centre.as('psico');
  const consent = { ...blankConsent, scope: 'referral' as const, form: 'spoken' as const, receivers: [], reason: null };
  await psychologist.recordConsent({ caseId, consent: { ...consent, purposes: [kind] } });
  const { options } = await psychologist.startReferral({ caseId, kind });
  await psychologist.issueReferral({
    ...{ caseId, kind },
    options: {
      ...options,
      receiver: { post: shippedLetter(kind).value.post, establishment: 'Establecimiento Inventado' },
      services: referralRules[kind].services.slice(0, 1),
      reason: referralRules[kind].asksReason ? 'Motivo inventado.' : null,
      answers: someAnswers(kind),
      isKitDecided: true,
    },
  });
  const referral = (await psychologist.listReferrals({ caseId })).referrals.find((one) => one.kind === kind);
  if (referral === undefined) throw new Error('not issued');
  if (!isAnswered) return;
  await psychologist.recordSlip({
    ...{ caseId, referralId: referral.id, version: referral.version },
    slip: {
      ...{
        attended: true,
        notAttendedReason: null,
        on: '2026-06-10',
        time: null,
        services: [],
        kit: null,
        kitItems: [],
      },
      ...{ nextOn: null, nextTime: null, nextPlace: null, recommendations: null, college: null, result: {} },
      professional: 'Médica Inventada',
    },
  });
}

describe('what the work shows beside a section', () => {
  it('is in Section C her home visit and the shelter that took her in, and what was typed stays', async () => {
    const { centre, caseId, read, shown } = await aCase();
    const social = await centre.as('social');
    const visit = { action: 'social-home-visit', on: '2026-06-10', time: null, withWhom: 'user', note: null } as const;
    await social.recordAttention({ caseId, attention: { ...visit, outcome: 'notFound' } });
    await refer(centre, caseId, 'shelter', false);
    expect(await shown('social', 'c')).toEqual([]);
    await social.recordAttention({ caseId, attention: { ...visit, outcome: 'done' } });
    const made = { question: 'homeVisitMade', value: 1, words: 'Visita domiciliaria', on: '2026-06-10' };
    expect(await read('social', 'c')).toEqual([{ ...made, page: 'attentions' }]);
    const form = { section: 'c', answers: { ...blankSectionC(), homeVisitMade: 0 } } as const;
    await social.saveFormSection({ caseId, version: 0, form });
    const again = await social.getFormSection({ caseId, section: 'c' });
    expect([again.version, again.form.answers]).toEqual([1, form.answers]);
    expect(again.work).toHaveLength(1);
  });

  it('says of a shelter that answered neither its name nor who answered', async () => {
    const { centre, caseId, read } = await aCase();
    await refer(centre, caseId, 'shelter', true);
    const lines = await read('social', 'c');
    expect(lines.map(({ question }) => question)).toEqual(['needsInsertion', 'acceptsInsertion', 'insertedInShelter']);
    expect(JSON.stringify(lines)).not.toMatch(/Inventad/);
  });

  it('is in Section D where the proceeding stood before she came, by the office of the directory', async () => {
    const { centre, caseId, shown } = await aCase();
    const lawyer = await centre.as('legal');
    const { id: authorityId } = await lawyer.keepOffice({ id: null, version: null, form: anOffice() });
    const given = { authorityId, office: 'Juzgado Inventado' };
    await lawyer.recordEvent({ caseId, event: anEvent('policeInformed', '2026-06-01', { office: null }) });
    await lawyer.recordEvent({ caseId, event: anEvent('courtReceived', '2026-06-02', given) });
    await lawyer.recordEvent({ caseId, event: anEvent('prosecutorReceived', '2026-06-10', { office: null }) });
    expect(await shown('legal', 'd')).toEqual([
      ['priorInstances', ['police', 'specialisedCourt']],
      ['policeSince', '2026-06-01'],
      ['specialisedCourtOffice', 'Juzgado Inventado'],
      ['specialisedCourtSince', '2026-06-02'],
    ]);
    // Part of the process of today, and of nothing that was before.
    expect(await shown('legal', 'f')).toEqual([['processInstance', 2]]);
  });

  it('forgets an act that was registered by mistake', async () => {
    const { centre, caseId, shown } = await aCase();
    const lawyer = await centre.as('legal');
    const event = anEvent('policeInformed', '2026-06-01');
    const { eventId } = await lawyer.recordEvent({ caseId, event });
    centre.clock.advance(1000);
    const wrong = { isWithdrawn: true, reason: 'notHappened', words: null } as const;
    await lawyer.correctEvent({ caseId, eventId, version: 1, event, ...wrong });
    expect(await shown('legal', 'd')).toEqual([]);
  });

  it('is in Section E the writ that was presented, and in F the kit and its slip', async () => {
    const { centre, caseId, shown } = await aCase({
      b: { answers: { violenceType: ViolenceType.sexual, sexualActs: ['rape'] } },
    });
    const lawyer = await centre.as('legal');
    const { filingId } = await issue(lawyer, caseId);
    expect(await shown('legal', 'e')).toEqual([]);
    await lawyer.presentFiling({ caseId, filingId, form: cargo() });
    await refer(centre, caseId, 'emergency-kit', true);
    expect(await shown('legal', 'e')).toEqual([['planActions', ['emergencyKit', 'requestMeasures']]]);
    expect(await shown('psico', 'f')).toEqual([
      ['sexualViolenceCase', 1],
      ['kitHealthCentre', 'Establecimiento Inventado'],
      ['kitProfessional', 'Médica Inventada'],
    ]);
  });

  it('shows a reader only what its own page would', async () => {
    const { centre, caseId, shown } = await aCase();
    const lawyer = await centre.as('legal');
    await lawyer.recordEvent({ caseId, event: anEvent('policeInformed', '2026-06-09') });
    await refer(centre, caseId, 'shelter', true);
    expect(await shown('legal', 'f')).toEqual([['processInstance', 1]]);
    expect(await shown('social', 'c')).toHaveLength(3);
    // Who leads reads the form of every case, and the referrals and the proceeding only of those of her own.
    expect(await shown('coordina', 'f')).toEqual([]);
    expect(await shown('coordina', 'c')).toEqual([]);
  });
});
