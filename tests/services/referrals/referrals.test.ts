import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { blankConsent } from '../../../src/shared/care/index.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import { ViolenceType } from '../../../src/shared/intake/index.ts';
import type { InputGivenOf } from '../../../src/shared/platform/contract.ts';
import type { ReferralOptions } from '../../../src/shared/referrals/index.ts';
import { aUser } from '../../support/case-builder.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const phone = '987654321';
const user = aUser({
  contact: {
    phone,
    whose: 'su hermana',
    mayCall: 'yes',
    hours: 'mañanas',
    whatToSay: null,
    email: null,
    emailIsSafe: null,
  },
  address: {
    streetKind: 'jiron',
    text: 'Los Jazmines Inventados 742',
    reference: 'frente al molino inventado',
    districtCode: '150132',
    settlement: null,
    isReserved: false,
    reservedReason: null,
  },
});

type Consent = InputGivenOf<Contract['recordConsent']>['consent'];

const decided: Partial<ReferralOptions> = {
  receiver: { post: 'Jefatura de emergencia', establishment: 'Hospital Inventado', authorityId: null },
  services: ['trauma'],
  reason: 'Lesiones por agresión física.',
};
const spoken: Consent = {
  ...blankConsent,
  scope: 'healthReferral',
  form: 'spoken',
  receivers: ['Hospital Inventado'],
  reason: null,
};

async function referral(centre: TestCentre, options: Parameters<TestCentre['aCase']>[0] = {}) {
  const { caseId } = await centre.aCase({ user, ...options });
  const psychologist = await centre.as('psico');
  const started = await psychologist.startReferral({ caseId, kind: 'health' });
  const request = { caseId, kind: 'health' as const, options: { ...started.options, ...decided } };
  return { caseId, psychologist, request, started };
}

describe('issueReferral', () => {
  it('prints nothing without a consent on record, whatever the form says', async () => {
    const centre = await startCentre();
    const { psychologist, caseId, request, started } = await referral(centre);
    expect(started.hasConsent).toBe(false);
    const claimed = {
      ...request,
      options: { ...request.options, consent: { kind: 'spoken' as const, on: '2026-06-10' } },
    };
    const refused = { failure: { code: 'rule-broken', reason: 'referral-without-consent' } };
    await expect(psychologist.issueReferral(claimed)).rejects.toMatchObject(refused);
    await psychologist.recordConsent({ caseId, consent: { ...spoken, form: 'refused' } });
    await expect(psychologist.issueReferral(claimed)).rejects.toMatchObject(refused);
    expect((await psychologist.listDocuments({ caseId })).documents).toEqual([]);
  });

  it('freezes the letter with the minimum of data: no address, no account, no accused, no telephone', async () => {
    const centre = await startCentre();
    const { psychologist, caseId, request } = await referral(centre);
    await psychologist.recordConsent({ caseId, consent: spoken });
    const { document } = await psychologist.issueReferral(request);
    expect(document).toMatchObject({ kind: 'referral', number: 'Derivación · D-2026-000001' });
    const { file } = await psychologist.viewDocument({ caseId, documentId: document.id });
    const bytes = await bytesOf(psychologist, file);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(document.contentHash);
    const text = textOf(bytes);
    expect(text).toContain('Rosa Inventada Quispe Ficticia');
    expect(text).toContain('00112233');
    expect(text).toContain('Hospital Inventado');
    expect(text).toContain('Zona: San Juan de Lurigancho');
    expect(text).toContain('Verbal, del 10 de junio de 2026');
    for (const secret of ['Jazmines', 'molino', phone, 'Condori', 'discutieron']) expect(text).not.toContain(secret);
  });

  it('prints the safe contact only when it is included', async () => {
    const centre = await startCentre();
    const { psychologist, request } = await referral(centre);
    const options = { ...request.options, includeSafeContact: true };
    const preview = await psychologist.previewReferral({ ...request, options });
    expect(textOf(await bytesOf(psychologist, preview.file))).toContain(`${phone}; de su hermana; horario: mañanas`);
    expect(preview.reserved).toEqual(['domicilio']);
  });

  it('prints on an exception and keeps its reason out of the letter', async () => {
    const centre = await startCentre();
    const { psychologist, caseId, request } = await referral(centre);
    await psychologist.recordConsent({ caseId, consent: { ...spoken, form: 'couldNotAsk', reason: 'dangerToLife' } });
    const { document } = await psychologist.issueReferral(request);
    const { file } = await psychologist.viewDocument({ caseId, documentId: document.id });
    const text = textOf(await bytesOf(psychologist, file));
    expect(text).toContain('Registrado en el centro.');
    expect(text).not.toContain('Peligro inmediato');
  });

  it('asks for receiver, services and reason at their fields, and stops at a reserved text', async () => {
    const centre = await startCentre();
    const { psychologist, caseId, request } = await referral(centre);
    await psychologist.recordConsent({ caseId, consent: spoken });
    const open = { ...request.options, receiver: null, reason: null };
    await expect(psychologist.issueReferral({ ...request, options: open })).rejects.toMatchObject({
      failure: { reason: 'referral-incomplete', issues: [{ path: 'options.receiver' }, { path: 'options.reason' }] },
    });
    const leaking = {
      ...request.options,
      answers: { ...request.options.answers, transport: 'Recoger en jirón los jazmines inventados n.º 742' },
    };
    await expect(psychologist.issueReferral({ ...request, options: leaking })).rejects.toMatchObject({
      failure: { reason: 'reserved-place-in-text' },
    });
  });
});

describe('previewReferral', () => {
  it('counts the emergency kit from the date and hour of the event', async () => {
    const centre = await startCentre();
    const b = { answers: { violenceType: ViolenceType.sexual, sexualActs: ['rape'] as 'rape'[] } };
    const { psychologist, request, started } = await referral(centre, { b });
    expect(started.options).toMatchObject({ urgency: 'emergency', services: ['emergency-kit', 'sexual-health'] });
    const slow = { ...request, options: { ...request.options, urgency: 'scheduled' as const } };
    expect((await psychologist.previewReferral(slow)).warnings).toEqual([
      expect.stringContaining('72 horas'),
      expect.stringContaining('menor que la que corresponde por el tiempo'),
    ]);
  });

  it('says after 72 hours that the kit is still urgent', async () => {
    const centre = await startCentre({ clock: fixedClock('2026-06-13T03:00:00.000Z') });
    const b = { answers: { violenceType: ViolenceType.sexual, sexualActs: ['rape'] as 'rape'[] } };
    const { psychologist, request, started } = await referral(centre, { b, isValidated: false });
    expect(started.options.urgency).toBe('urgent');
    expect((await psychologist.previewReferral(request)).warnings).toEqual([expect.stringContaining('120 horas')]);
  });
});

describe('the emergency kit', () => {
  const sexual = { answers: { violenceType: ViolenceType.sexual, sexualActs: ['rape'] as 'rape'[] } };
  it.each([
    [
      'a ficha without sexual violence',
      undefined,
      '2026-06-10T15:00:00.000Z',
      'La ficha no dice que haya violencia sexual',
    ],
    ['after its hours', sexual, '2026-06-18T15:00:00.000Z', /^Pasaron \d+ horas y el kit sirve hasta las 120/],
  ] as const)(
    'is asked about in %s, as a kind of its own and among the services of health',
    async (_of, b, now, words) => {
      const centre = await startCentre({ clock: fixedClock(now) });
      const { psychologist, caseId, request } = await referral(centre, {
        ...(b !== undefined && { b }),
        isValidated: false,
      });
      await psychologist.recordConsent({ caseId, consent: spoken });
      const { options: ofKit, kitQuestion } = await psychologist.startReferral({ caseId, kind: 'emergency-kit' });
      expect(kitQuestion).toMatch(words);
      const { receiver } = request.options;
      const kit = {
        caseId,
        kind: 'emergency-kit' as const,
        options: { ...ofKit, receiver, reason: 'Motivo inventado.' },
      };
      const health = { ...request, options: { ...request.options, services: ['emergency-kit' as const] } };
      for (const letter of [kit, health]) {
        expect((await psychologist.previewReferral(letter)).warnings[0]).toBe(kitQuestion);
        await expect(psychologist.issueReferral(letter)).rejects.toMatchObject({
          failure: {
            reason: 'referral-kit-doubtful',
            issues: [{ path: 'options.isKitDecided', message: kitQuestion }],
          },
        });
        const decided = { ...letter, options: { ...letter.options, isKitDecided: true } };
        await expect(psychologist.issueReferral(decided)).resolves.toMatchObject({ document: { kind: 'referral' } });
      }
    },
  );

  it('is not asked about within its hours, nor where another service is asked for', async () => {
    const centre = await startCentre();
    const { psychologist, caseId, request, started } = await referral(centre, { b: sexual });
    await psychologist.recordConsent({ caseId, consent: spoken });
    expect(started.kitQuestion).toBeNull();
    await psychologist.issueReferral({ ...request, options: { ...request.options, services: ['emergency-kit'] } });
    const other = await referral(centre);
    await other.psychologist.recordConsent({ caseId: other.caseId, consent: spoken });
    await other.psychologist.issueReferral({
      ...other.request,
      options: { ...other.request.options, services: ['tests'] },
    });
  });
});

describe('composeReferralDraft', () => {
  it('says the letter as it would be issued, with what lacks and what stays in reserve; takes no number, keeps nothing', async () => {
    const centre = await startCentre();
    const { psychologist, caseId, request } = await referral(centre);
    const { blocks, missing, reserved } = await psychologist.composeReferralDraft(request);
    const words = JSON.stringify(blocks);
    expect(words).toContain('Hospital Inventado');
    expect(words).not.toContain('Jazmines');
    expect(words).not.toContain(phone);
    expect(missing.map(({ fact, field }) => [fact, field])).toContainEqual(['consent', 'consent']);
    expect(reserved).toContain('teléfono seguro');
    await psychologist.recordConsent({ caseId, consent: spoken });
    const { document } = await psychologist.issueReferral(request);
    expect(document.number).toMatch(/0*1$/);
    const { lines } = await (await centre.as('coordina')).listAudit({ before: null });
    const actions = lines.map(({ action }) => action);
    expect(actions).toContain('referral.started');
    expect(actions).not.toContain('referral.previewed');
  });

  it('is told only to the session that began it', async () => {
    const centre = await startCentre();
    const { request } = await referral(centre);
    const { caseId, kind } = request;
    const later = await (await centre.restart()).as('psico');
    const compose = () => later.composeReferralDraft(request);
    expect(await refusal(compose)).toBe('rule-broken/paper-not-begun');
    await later.startReferral({ caseId, kind });
    expect((await compose()).blocks.length).toBeGreaterThan(0);
  });

  it('is refused for a case that is not theirs, as one that does not exist', async () => {
    const centre = await startCentre();
    const { request } = await referral(centre);
    const lawyer = await centre.as('legal');
    const relative = {
      ...{ kinship: 'siblingOrGrandparent' as const, documentKind: 'dni' as const, documentNumber: '00112233' },
      ...{ givenNames: null, firstSurname: null, secondSurname: null },
    };
    await lawyer.declareConflict({ person: relative });
    await expect(lawyer.composeReferralDraft(request)).rejects.toMatchObject({ failure: { code: 'not-found' } });
    const desk = await centre.as('admision');
    await expect(desk.composeReferralDraft(request)).rejects.toMatchObject({ failure: { code: 'forbidden' } });
  });
});
