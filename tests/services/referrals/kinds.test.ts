/** Every kind of referral through the real gate, printed and read back. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankConsent } from '../../../src/shared/care/index.ts';
import {
  needsConsent,
  referralKinds,
  referralRules,
  shippedLetter,
  type ReferralKind,
  type ReferralOptions,
} from '../../../src/shared/referrals/index.ts';
import type { Participation } from '../../../src/shared/intake/index.ts';
import { blankRecord } from '../../../src/shared/people/index.ts';
import { aUser, anAggressor } from '../../support/case-builder.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { someAnswers } from '../../support/referral-facts.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';

let centre: TestCentre;
let caseId: string;
let number: string;

/** One case with a consent for every kind, in one act; a second one without. */
beforeAll(async () => {
  centre = await startCentre();
  ({ caseId, number } = await centre.aCase({ user, aggressor }));
  await consentTo(caseId, referralKinds.filter(needsConsent));
  await (await centre.as('psico')).addParticipant({ caseId, who: aChild, part: daughter });
});
afterAll(closeCentres);

const daughter: Participation = { role: 'child', bond: 'child', livesWithUser: true };
const { nameState, firstSurname, secondSurname, documents } = blankRecord();
const aChild = {
  kind: 'new' as const,
  person: {
    ...{ nameState, givenNames: 'Luz Imaginaria', firstSurname, secondSurname },
    ...{ birth: { year: 2018, month: null, day: null }, toldAge: null },
    document: { ...documents[0], kind: null, state: 'none' as const, number: null },
  },
};

async function consentTo(of: string, kinds: readonly ReferralKind[]): Promise<void> {
  const consent = { ...blankConsent, scope: 'referral' as const, form: 'spoken' as const, receivers: [], reason: null };
  await (await centre.as('psico')).recordConsent({ caseId: of, consent: { ...consent, purposes: [...kinds] } });
}

const folder = mkdtempSync(join(tmpdir(), 'referral-kinds-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What no referral ever carries, planted wherever the record has room for it. */
const planted = {
  phone: '987000321',
  street: 'Los Jazmines Inventados 742',
  reference: 'frente al molino inventado',
  shelter: 'Casa Amapola Inventada',
  account: 'discutieron',
  mail: 'rosa@inventada.pe',
} as const;

const user = aUser({
  contact: {
    phone: planted.phone,
    whose: 'su hermana',
    mayCall: 'yes',
    hours: 'mañanas',
    whatToSay: null,
    email: planted.mail,
    emailIsSafe: null,
  },
  address: {
    streetKind: 'jiron',
    text: planted.street,
    reference: planted.reference,
    districtCode: '150132',
    settlement: null,
    isReserved: false,
    reservedReason: null,
  },
});
const aggressor = anAggressor({ document: { kind: 'dni', state: 'known', number: '70707070' } });

async function aReferral(kind: ReferralKind, more: Partial<ReferralOptions> = {}) {
  // A session may call only so often in a second.
  centre.clock.advance(1000);
  const psychologist = await centre.as('psico');
  const { options } = await psychologist.startReferral({ caseId, kind });
  const rule = referralRules[kind];
  const request = {
    caseId,
    kind,
    options: {
      ...options,
      receiver: { post: shippedLetter(kind).value.post, establishment: 'Institución Inventada' },
      services: rule.services.slice(0, 1),
      reason: rule.asksReason ? 'Motivo inventado en una frase.' : null,
      answers: someAnswers(kind),
      isKitDecided: true,
      ...more,
    },
  };
  return { psychologist, request };
}

async function issued(kind: ReferralKind): Promise<Buffer> {
  const { psychologist, request } = await aReferral(kind);
  const { document } = await psychologist.issueReferral(request);
  const { file } = await psychologist.viewDocument({ caseId, documentId: document.id });
  return bytesOf(psychologist, file);
}

describe.each(referralKinds)('a referral of kind %s', (kind) => {
  const rule = referralRules[kind];

  it('is issued as a sound PDF with its fonts inside and nothing under reserve', async () => {
    const bytes = await issued(kind);
    const file = join(folder, `${kind}.pdf`);
    writeFileSync(file, bytes);
    expect(execFileSync('qpdf', ['--check', file]).toString()).toContain('No syntax or stream encoding errors');
    const fonts = execFileSync('pdffonts', [file]).toString().split('\n').slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/ yes +yes +yes /);
    const text = textOf(bytes);
    expect(text).toContain(shippedLetter(kind).value.title);
    expect(text).toContain('FICHA DE CONTRARREFERENCIA');
    expect(text).not.toContain('[FALTA');
    for (const secret of Object.values(planted)) expect(text).not.toContain(secret);
    const isAboutUser = rule.subject !== 'aggressor' && rule.subject !== 'child';
    expect(text.includes('Rosa Inventada')).toBe(isAboutUser);
    expect(text.includes('Luz Imaginaria')).toBe(rule.subject === 'child');
    expect(text.includes('00112233')).toBe(isAboutUser && rule.facts.includes('document'));
    expect(text.includes(number)).toBe(rule.namesFicha);
    expect(text.includes('Pedro Imaginario')).toBe(rule.facts.includes('aggressor'));
  });

  it('stops at what is under reserve, wherever it is typed', async () => {
    const { psychologist, request } = await aReferral(kind);
    const secrets: string[] = [planted.phone, planted.street, planted.mail];
    if (rule.subject === 'aggressor') secrets.push('Rosa Quispe', '00112233');
    else if (!rule.facts.includes('aggressor')) secrets.push('pedro condori', '70707070');
    for (const secret of secrets) {
      const options = {
        ...request.options,
        receiver: { post: shippedLetter(kind).value.post, establishment: `Institución, ${secret}` },
      };
      await expect(psychologist.issueReferral({ ...request, options })).rejects.toMatchObject({
        failure: { reason: 'reserved-place-in-text' },
      });
    }
  });
});

describe('issueReferral', () => {
  it('rests on a consent for its own kind', async () => {
    const second = (await centre.aCase({ user })).caseId;
    centre.clock.advance(1000);
    await consentTo(second, ['shelter']);
    const psychologist = await centre.as('psico');
    for (const kind of referralKinds) {
      const { options, hasConsent } = await psychologist.startReferral({ caseId: second, kind });
      const isCovered = kind === 'shelter' || !needsConsent(kind);
      expect([kind, hasConsent]).toEqual([kind, isCovered]);
      const reason = isCovered ? 'referral-incomplete' : 'referral-without-consent';
      await expect(psychologist.issueReferral({ caseId: second, kind, options })).rejects.toMatchObject({
        failure: { reason },
      });
    }
  });

  it('is for those who attend the case and for nobody else', async () => {
    const { request } = await aReferral('demuna');
    for (const login of ['admision', 'promocion', 'soporte', 'visita'] as const)
      await expect((await centre.as(login)).issueReferral(request)).rejects.toMatchObject({ failure: {} });
    for (const login of ['social', 'legal'] as const)
      await expect((await centre.as(login)).issueReferral(request)).resolves.toMatchObject({ document: {} });
  });

  it('refuses a card that tells what it is about, at its field', async () => {
    const card = { place: 'Atención a víctimas', askFor: null, on: null, time: null };
    const { psychologist, request } = await aReferral('health', { card });
    await expect(psychologist.issueReferral(request)).rejects.toMatchObject({
      failure: { reason: 'card-not-neutral', issues: [{ path: 'options.card.place' }] },
    });
  });
});
