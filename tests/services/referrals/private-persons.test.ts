/**
 * Everybody who has a part in a ficha, planted in every text that a person types of every kind of letter, and the file
 * and the Word searched for them: found where the kind names them in full, nowhere else (D38).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankConsent } from '../../../src/shared/care/index.ts';
import type { Participation } from '../../../src/shared/intake/index.ts';
import { blankInformant, blankRecord } from '../../../src/shared/people/index.ts';
import {
  needsConsent,
  referralKinds,
  referralRules,
  shippedLetter,
  type ReferralKind,
  type ReferralOptions,
} from '../../../src/shared/referrals/index.ts';
import { aUser, sectionAForm } from '../../support/case-builder.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { someAnswers } from '../../support/referral-facts.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { receipt } from './a-receipt.ts';

/** As others write them, and the word by which they are found in a file. */
const people = {
  user: { spelled: ['Rosa Quispe', 'ROSA INVENTADA QUISPE FICTICIA'], found: 'ficticia|rosa quispe' },
  daughter: { spelled: ['Luz Huamancaya Soriano', 'Koillur', 'luz huamancaya'], found: 'huamancaya|koillur|qoyllur' },
  witness: {
    spelled: ['Zoila Testimonia Paredes', 'zoila paredes', 'ZOILA TESTIMONIA', 'Paredes, Zoila'],
    found: 'zoila|testimonia',
  },
  sister: { spelled: ['Mirta Ángela Orosco', 'Mirta Orosco', 'Mirta Angela'], found: 'mirta' },
  informant: { spelled: ['Julia Imaginaria Mamani', 'Julia Mamani'], found: 'julia' },
} as const;
type Who = keyof typeof people;
const school = { spelled: 'I.E. 50123', found: '50123' };

/** Documents, telephones, mails and homes of whom no letter names: they stop it. */
const secrets = ['40404040', '50505050', '60606060', '955 000 111', '955-000-222', 'Jr. Los Nogales Inventados 88', 'mirta@inventada.pe'] as const; // prettier-ignore

let centre: TestCentre;
let caseId: string;
let childId: string;
const folder = mkdtempSync(join(tmpdir(), 'private-persons-'));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await closeCentres();
});

type Given = {
  readonly names: readonly [given: string, first: string, second: string | null];
  readonly born: number;
  readonly document: string;
};

async function takesPart(part: Participation, { names, born, document }: Given) {
  const [givenNames, firstSurname, secondSurname] = names;
  const { documents } = blankRecord();
  const who = {
    kind: 'new' as const,
    person: {
      ...{ nameState: 'known' as const, givenNames, firstSurname, secondSurname },
      ...{ birth: { year: born, month: null, day: null }, toldAge: null },
      document: { ...documents[0], kind: 'dni' as const, state: 'known' as const, number: document },
    },
  };
  await (await centre.as('psico')).addParticipant({ caseId, who, part });
}

beforeAll(async () => {
  centre = await startCentre();
  const informant = {
    ...blankInformant(),
    ...{ givenNames: 'Julia Imaginaria', firstSurname: 'Mamani' },
    document: { kind: 'dni' as const, state: 'known' as const, number: '60606060' },
    contact: { ...aUser().contact, phone: '955000222', email: 'mirta@inventada.pe' },
    address: { ...aUser().address, text: 'Los Nogales Inventados 88' },
  };
  const answers = { informantIsUser: 0 as const, informantBond: 'vecina' };
  ({ caseId } = await centre.aCase({
    a: {
      ...sectionAForm({ answers }),
      user: aUser({ contact: { ...aUser().contact, phone: '955000111' } }),
      informant,
    },
  }));
  const bond = { bond: null, livesWithUser: null } as const;
  await takesPart(
    { role: 'child', bond: 'child', livesWithUser: true },
    { names: ['Luz Qoyllur', 'Huamancaya', 'Soriano'], born: 2018, document: '90909090' },
  );
  await takesPart({ ...bond, role: 'witness' }, { names: ['Zoila Testimonia', 'Paredes', null], born: 1980, document: '40404040' }); // prettier-ignore
  await takesPart({ ...bond, role: 'relative' }, { names: ['Mirta Ángela', 'Orosco', null], born: 1985, document: '50505050' }); // prettier-ignore
  const psychologist = await centre.as('psico');
  const purposes = referralKinds.filter(needsConsent);
  const consent = {
    ...blankConsent,
    scope: 'referral' as const,
    form: 'spoken' as const,
    receivers: [],
    reason: null,
    purposes,
  };
  await psychologist.recordConsent({ caseId, consent });
  const { children } = await psychologist.startReferral({ caseId, kind: 'upe' });
  childId = children[0]?.id ?? '';
});

/** Every text that is typed in the form of a kind, and how it is written there. */
function typedTexts(kind: ReferralKind): ((options: ReferralOptions, text: string) => ReferralOptions)[] {
  const { asksReason, hasCard, services, asked } = referralRules[kind];
  const answers = Object.entries(asked).filter(([, { question, print }]) => question.kind === 'text' && print !== null);
  return [
    ...(['post', 'establishment'] as const).map((field) => (options: ReferralOptions, text: string) => ({
      ...options,
      receiver: {
        post: 'Jefatura',
        establishment: 'Institución',
        authorityId: null,
        ...options.receiver,
        [field]: text,
      },
    })),
    ...(asksReason ? [(options: ReferralOptions, text: string) => ({ ...options, reason: text })] : []),
    ...answers.map(([name]) => (options: ReferralOptions, text: string) => ({
      ...options,
      answers: { ...options.answers, [name]: text },
    })),
    ...(services.includes('other')
      ? [(options: ReferralOptions, text: string) => ({ ...options, services: ['other' as const], otherService: text })]
      : []),
    ...(hasCard
      ? (['place', 'askFor'] as const).map((field) => (options: ReferralOptions, text: string) => ({
          ...options,
          card: { place: null, askFor: null, on: null, time: null, ...options.card, [field]: text },
        }))
      : []),
    ...(['profession', 'college'] as const).map((field) => (options: ReferralOptions, text: string) => ({
      ...options,
      professional: { names: 'Paula Inventada Psicóloga', profession: 'Psicóloga', college: null, [field]: text },
    })),
    (options, text) => ({ ...options, place: text }),
  ];
}

async function aLetter(kind: ReferralKind) {
  centre.clock.advance(1000);
  const psychologist = await centre.as('psico');
  const { options } = await psychologist.startReferral({ caseId, kind });
  const rule = referralRules[kind];
  return {
    psychologist,
    options: {
      ...options,
      receiver: { post: shippedLetter(kind).value.post, establishment: 'Institución Inventada', authorityId: null },
      childId: (rule.subject === 'child' ? childId : null) as ReferralOptions['childId'],
      services: rule.services.slice(0, 1),
      reason: rule.asksReason ? 'Motivo inventado en una frase.' : null,
      // What is asked of ideas or an attempt is typed as well.
      answers: { ...someAnswers(kind), ...(kind === 'mental-health' && { suicideRisk: 2 }) },
      isKitDecided: true,
    },
  };
}

function wordText(bytes: Buffer): string {
  const file = join(folder, 'read.docx');
  writeFileSync(file, bytes);
  return execFileSync('unzip', ['-p', file, 'word/document.xml', 'docProps/*.xml'])
    .toString('utf8')
    .replace(/<[^>]*>/g, ' ');
}

async function issued(kind: ReferralKind, options: ReferralOptions): Promise<string> {
  const psychologist = await centre.as('psico');
  const { document } = await psychologist.issueReferral({ caseId, kind, options });
  const { file } = await psychologist.viewDocument({ caseId, documentId: document.id });
  const copy = { caseId, documentId: document.id, way: 'save' as const, recipient: 'Institución', purpose: 'Prueba' };
  const word = await psychologist.releaseCopy({ ...copy, format: 'docx' });
  if (word.file === null) throw new Error('no Word file');
  const text = textOf(await bytesOf(psychologist, file)) + wordText(await bytesOf(psychologist, word.file));
  return text.toLowerCase();
}

/** Who stands in full in a letter of each kind, and why. */
const standsIn: Readonly<Record<ReferralKind, readonly Who[]>> = {
  // About the woman herself: the receiver attends her by her name.
  health: ['user'],
  'emergency-kit': ['user'],
  'forensic-examination': ['user'],
  'psychological-examination': ['user'],
  'single-interview': ['user'],
  'mental-health': ['user'],
  police: ['user'],
  shelter: ['user'],
  'public-defence': ['user'],
  sis: ['user'],
  accompaniment: ['user'],
  'urgent-care': ['user'],
  'other-cem': ['user'],
  'social-programme': ['user'],
  // About the child, by name; her mother of age where she is written, for she answers for the child.
  upe: ['daughter', 'user'],
  demuna: ['daughter', 'user'],
  school: ['daughter', 'user'],
  // About the accused person: nobody of hers.
  'aggressor-centre': [],
};

describe.each(referralKinds)('a letter of kind %s', (kind) => {
  const texts = typedTexts(kind);
  const stands = standsIn[kind];

  it('names in full whom it must, everybody else by initials, in the file and in the Word', async () => {
    const hidden = (Object.keys(people) as Who[]).filter((who) => !stands.includes(who));
    // Of the user nothing may stand beside the accused person: that letter is stopped, as the test below asks.
    const shortened = hidden.filter((who) => who !== 'user');
    const spellings = shortened.flatMap((who) => people[who].spelled);
    const at = referralKinds.indexOf(kind);
    for (let from = at; from < at + spellings.length; from += texts.length) {
      const { psychologist, options: plain } = await aLetter(kind);
      const planted = texts.reduce<ReferralOptions>(
        (options, plant, turn) => plant(options, `por ${spellings[(from + turn) % spellings.length] ?? ''}`),
        plain,
      );
      const { reserved } = await psychologist.previewReferral({ caseId, kind, options: planted });
      expect(reserved.join()).toMatch(/por iniciales, «[A-Z]\./);
      const text = await issued(kind, planted);
      for (const who of shortened) expect(text).not.toMatch(new RegExp(people[who].found));
    }
  });

  it('stops at their documents, telephones, mails and homes', async () => {
    for (const [at, secret] of secrets.entries()) {
      const { psychologist, options } = await aLetter(kind);
      const plant = texts[at % texts.length];
      const one = plant?.(options, secret) ?? options;
      expect(await refusal(() => psychologist.issueReferral({ caseId, kind, options: one }))).toBe(
        'rule-broken/reserved-place-in-text',
      );
    }
    if (stands.length > 0) return;
    for (const spelled of people.user.spelled) {
      const { psychologist, options } = await aLetter(kind);
      const one = texts[1]?.(options, spelled) ?? options;
      expect(await refusal(() => psychologist.issueReferral({ caseId, kind, options: one }))).toBe(
        'rule-broken/reserved-place-in-text',
      );
    }
  });

  it('names the school of a child only where the receiver is it, or asks for it', async () => {
    const { psychologist, options } = await aLetter(kind);
    const planted = texts.reduce<ReferralOptions>((all, plant, at) => plant(all, `I.E. ${50100 + at}`), options);
    const preview = await psychologist.previewReferral({ caseId, kind, options: planted });
    const text = textOf(await bytesOf(psychologist, preview.file));
    const found = texts.flatMap((_plant, at) => (text.includes(String(50100 + at)) ? [at] : []));
    const { namesSchool, hasCard } = referralRules[kind];
    const ofCard = hasCard ? 2 : 0;
    const expected = namesSchool === 'receiver' ? 2 + ofCard : namesSchool === 'question' ? 1 : 0;
    expect(found).toHaveLength(expected);
  });
});

describe('a letter', () => {
  it('keeps of its form what was printed, and says first what it leaves out where the page asks', async () => {
    const { psychologist, options } = await aLetter('health');
    const letters = [
      { kind: 'health' as const, options: { ...options, reason: 'Vino con Zoila Testimonia Paredes.' } },
    ];
    const act = { caseId, batchId: crypto.randomUUID() as never, consent: null, letters };
    const first = psychologist.issueReferrals({ ...act, isTold: false });
    await expect(first).rejects.toMatchObject({
      failure: { reason: 'paper-tells-less', issues: [{ message: 'Testigo: por iniciales, «Z. T. P.» (1 vez)' }] },
    });
    await expect(psychologist.issueReferrals({ ...act, isTold: true })).resolves.toMatchObject({ documents: [{}] });
  });
});

describe('an acta de recepción', () => {
  const item = { kind: 'object' as const, description: 'Teléfono', packing: 'Sobre', seal: 'P-002', files: [] };

  it('names whoever hands over and signs, and the pair; everybody else by initials', async () => {
    centre.clock.advance(1000);
    const social = await centre.as('social');
    const spelled = 'Koillur, Zoila Testimonia, Mirta Orosco y Julia Mamani, del I.E. 50123';
    const items = [{ ...item, description: `Teléfono de ${spelled}`, packing: 'Sobre de Mirta Orosco', seal: 'De Zoila Paredes' }]; // prettier-ignore
    const given = { ...receipt, handedBy: 'Julia Imaginaria Mamani', note: spelled, keptAt: 'Con Mirta Angela', items };
    const first = social.issueCustodyReceipt({ caseId, receipt: given, isTold: false });
    await expect(first).rejects.toMatchObject({ failure: { reason: 'paper-tells-less' } });
    const { document } = await social.issueCustodyReceipt({ caseId, receipt: given });
    const { file } = await social.viewDocument({ caseId, documentId: document.id });
    const text = textOf(await bytesOf(social, file)).toLowerCase();
    for (const who of ['daughter', 'witness', 'sister'] as const)
      expect(text).not.toMatch(new RegExp(people[who].found));
    expect(text).toContain('julia imaginaria mamani');
    expect(text).not.toContain(school.found);
    const [kept] = (await social.listCustody({ caseId })).receipts;
    expect(JSON.stringify(kept)).not.toMatch(/Zoila|Mirta|Koillur/);
  });

  it.each(secrets.filter((one) => one !== '60606060'))('stops at «%s»', async (secret) => {
    centre.clock.advance(1000);
    const social = await centre.as('social');
    const given = { ...receipt, items: [{ ...item, description: secret }] };
    expect(await refusal(() => social.issueCustodyReceipt({ caseId, receipt: given }))).toBe(
      'rule-broken/reserved-place-in-text',
    );
  });
});
