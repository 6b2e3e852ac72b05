/** Her own copy on a real record: two people, sentence by sentence, and nobody else in it. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { closeCentres, passphrase, startCentre, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { seal } from '../reserve/sealing.ts';
import { accused, names, never, plantedCase } from './planted.ts';

afterEach(closeCentres);

const asks = {
  on: '2026-06-10',
  asker: 'herself',
  representedBy: null,
  identity: 'other',
  identityWords: 'Mostró el DNI 66778899 de Zoila',
  right: 'access',
  words: 'Quiero saber qué guardan de mí',
} as const;

async function asked(centre: TestCentre) {
  const { caseId, number } = await plantedCase(centre);
  const lawyer = await centre.as('legal');
  const { requestId } = await lawyer.recordDataRequest({ caseId, request: asks });
  return { centre, caseId, number, lawyer, target: { caseId, requestId } };
}

type Target = Awaited<ReturnType<typeof asked>>['target'];

const again = { password: passphrase };

/** What the program only doubts is withheld here. */
async function decideAll(lawyer: Client<Contract>, target: Target): Promise<void> {
  for (const { key, isToDecide } of (await lawyer.getOwnCopy(target)).passages)
    if (isToDecide) await lawyer.choosePassage({ ...target, passage: key, reason: null });
}

async function approved(centre: TestCentre, lawyer: Client<Contract>, target: Target): Promise<void> {
  await decideAll(lawyer, target);
  const { proposalId } = await lawyer.proposeOwnCopy(target, again);
  await (await centre.as('psico')).approveOwnCopy({ proposalId }, again);
}

async function issued(centre: TestCentre, lawyer: Client<Contract>, target: Target): Promise<string> {
  await approved(centre, lawyer, target);
  const { file } = await lawyer.issueOwnCopy({ ...target, way: 'save', printer: null });
  if (file === null) throw new Error('nothing was handed back');
  return textOf(await bytesOf(lawyer, file));
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const found = (text: string, sought: readonly string[]) => sought.filter((one) => plain(text).includes(plain(one)));
const digits = (text: string) => text.replace(/\D/g, '');

/** Numbers also where they are written with spaces. */
const leaks = (text: string) => [
  ...found(text, never),
  ...never.filter((one) => /^[\d ]+$/.test(one) && digits(text).includes(digits(one))),
];

describe('the copy of a person planted with others', () => {
  it('holds what is hers and nobody else, read back from its pages', async () => {
    const { centre, lawyer, number, target } = await asked(await startCentre());
    const { passages } = await lawyer.getOwnCopy(target);
    const planted = [...never, ...names, accused, 'Informat', 'Defensor'];
    const idle = passages.filter((one) => found(one.text, planted).length === 0);
    process.stdout.write(
      `planted copy: ${passages.length} sentences asked about, ${idle.length} of them for nothing\n`,
    );
    const text = await issued(centre, lawyer, target);
    expect(leaks(text)).toEqual([]);
    expect(found(text, names)).toEqual([]);
    for (const hers of [
      'Rosa Inventada Quispe Ficticia',
      '00112233',
      `Ficha ${number}`,
      'Los Lirios 12',
      'me empujó esa noche',
    ])
      expect(text).toContain(hers);
    for (const hers of [
      'Tengo miedo de que vuelva',
      'Ella se siente mejor',
      '32 Acompañamiento psicojurídico',
      'Hematoma, cuello',
      'Demuna',
    ])
      expect(plain(text)).toContain(plain(hers));
    // She named him in her account, and nobody else did in hers.
    expect(text.split(accused)).toHaveLength(2);
    expect(text).toContain('[frase en reserva]');
  });

  it('shows what would leak without the withholding: a sentence let stand is found', async () => {
    const { centre, lawyer, target } = await asked(await startCentre());
    const { passages } = await lawyer.getOwnCopy(target);
    for (const { key, isClosed } of passages)
      if (!isClosed) await lawyer.choosePassage({ ...target, passage: key, reason: 'told' });
    const text = await issued(centre, lawyer, target);
    expect(found(text, ['Zoila', 'Domitila Vecindaria', 'Guillermina'])).toEqual([
      'Zoila',
      'Domitila Vecindaria',
      'Guillermina',
    ]);
    // What is closed stays out, whatever was chosen.
    expect(leaks(text)).toEqual([]);
  });
});

describe('its cover', () => {
  it('counts what is in it and what is not, each with its norm', async () => {
    const { lawyer, target } = await asked(await startCentre());
    const { withheld, inside, passages } = await lawyer.getOwnCopy(target);
    const counts = Object.fromEntries(withheld.map(({ part, count }) => [part, count]));
    expect(counts).toMatchObject({ children: 1, informant: 2, network: 3, shelters: 2, safety: 1 });
    expect(counts['passages']).toBe(passages.length);
    expect(counts['aggressor']).toBeGreaterThan(4);
    expect(withheld.every(({ why }) => why.length > 20)).toBe(true);
    expect(inside.filter(({ count }) => count > 0).map(({ part }) => part)).toEqual([
      ...[
        'identity',
        'contact',
        'answers',
        'account',
        'attentions',
        'injuries',
        'reintegration',
        'plan',
        'measures',
        'consents',
        'opened',
      ],
    ]);
  });
});

describe('who it leaves by', () => {
  it('is another person each time, once, and only as it was approved', async () => {
    const { centre, lawyer, target } = await asked(await startCentre());
    const issue = () => lawyer.issueOwnCopy({ ...target, way: 'save', printer: null });
    expect(await refusal(issue)).toBe('rule-broken/own-copy-not-approved');
    await decideAll(lawyer, target);
    const { proposalId } = await lawyer.proposeOwnCopy(target, again);
    expect(await refusal(() => lawyer.proposeOwnCopy(target, again))).toBe('rule-broken/own-copy-asked-already');
    expect(await refusal(() => lawyer.approveOwnCopy({ proposalId }, again))).toBe('rule-broken/own-proposal');
    await (await centre.as('psico')).approveOwnCopy({ proposalId }, again);
    const passage = (await lawyer.getOwnCopy(target)).passages.find(({ isClosed }) => !isClosed);
    await lawyer.choosePassage({ ...target, passage: passage?.key ?? '', reason: 'told' });
    expect(await refusal(issue)).toBe('rule-broken/own-copy-changed');
    await lawyer.choosePassage({ ...target, passage: passage?.key ?? '', reason: null });
    expect(await refusal(issue)).toBe('none');
    expect(await refusal(issue)).toBe('rule-broken/own-copy-not-approved');
  });

  it('is not approved for longer than a day', async () => {
    const { centre, lawyer, target } = await asked(await startCentre());
    await approved(centre, lawyer, target);
    centre.clock.advance(25 * 60 * 60 * 1000);
    const later = await (await centre.restart()).as('legal');
    expect(await refusal(() => later.issueOwnCopy({ ...target, way: 'save', printer: null }))).toBe(
      'rule-broken/own-copy-not-approved',
    );
  });

  it('stands in the register of copies as handed to her, and is copied no more', async () => {
    const { centre, caseId, lawyer, target } = await asked(await startCentre());
    await issued(centre, lawyer, target);
    const { documents } = await lawyer.listDocuments({ caseId });
    const paper = documents.find(({ kind }) => kind === 'own-copy');
    expect(paper).toMatchObject({ isMadeAnew: true, hasWord: false, copies: [{ recipient: 'Persona usuaria' }] });
    const request = { caseId, documentId: paper?.id ?? '', way: 'save', recipient: 'Ella', purpose: 'Otra' } as const;
    expect(await refusal(() => lawyer.releaseCopy(request))).toBe('rule-broken/own-copy-once');
    const [line] = (await lawyer.listRequestsOfCase({ caseId })).requests;
    expect(line?.copyNumber).toBe('H-2026-000001');
    const end = {
      state: 'granted',
      answeredOn: '2026-06-10',
      answer: 'Se le entregó',
      basis: null,
      receipt: 'signed',
    } as const;
    await lawyer.answerDataRequest({ ...target, version: line?.version ?? 0, end });
    expect((await lawyer.listRequestsOfCase({ caseId })).requests[0]).toMatchObject({
      state: 'granted',
      receipt: 'signed',
    });
    expect((await (await centre.as('visita')).verifyRecord({})).problems).toEqual([]);
  });

  it('is not asked for while a sentence waits to be decided, and says which', async () => {
    const { lawyer, target } = await asked(await startCentre());
    const open = async () => (await lawyer.getOwnCopy(target)).passages.filter(({ isToDecide }) => isToDecide);
    const first = await open();
    expect(first.map(({ text }) => text.split(' ')[0])).toEqual(['Yhosselinda', 'Wayrachay', 'Nurhama,', '¿Kelvinson']);
    expect(await refusal(() => lawyer.proposeOwnCopy(target, again))).toBe('rule-broken/own-copy-undecided');
    await lawyer.choosePassage({ ...target, passage: first[0]?.key ?? '', reason: 'nobody' });
    expect(await open()).toHaveLength(3);
    await decideAll(lawyer, target);
    expect(await refusal(() => lawyer.proposeOwnCopy(target, again))).toBe('none');
  });

  it('is refused to whoever does not attend her and to roles that read no case', async () => {
    const { centre, target } = await asked(await startCentre());
    for (const login of ['admision', 'soporte', 'visita', 'promocion'] as const) {
      const other = await centre.as(login);
      expect(await refusal(() => other.getOwnCopy(target))).toBe('forbidden/');
      expect(await refusal(() => other.showOwnCopy(target))).toBe('forbidden/');
    }
    expect(await refusal(async () => (await centre.as('psico')).proposeOwnCopy(target, again))).toMatch(/^forbidden/);
    expect(
      await refusal(async () => (await centre.as('psico')).issueOwnCopy({ ...target, way: 'save', printer: null })),
    ).toMatch(/^(forbidden|rule-broken)/);
  });
});

describe('a sentence', () => {
  it('that carries a datum of somebody else cannot be let stand, and one that changed is asked again', async () => {
    const { lawyer, target } = await asked(await startCentre());
    const { passages } = await lawyer.getOwnCopy(target);
    const closed = passages.find(({ isClosed }) => isClosed);
    const choose = (passage: string) => refusal(() => lawyer.choosePassage({ ...target, passage, reason: 'told' }));
    expect(await choose(closed?.key ?? '')).toBe('rule-broken/own-copy-passage-closed');
    expect(await choose('0'.repeat(64))).toBe('rule-broken/own-copy-passage-gone');
  });
});

describe('a request', () => {
  it('of another right, unverified or answered has no copy', async () => {
    const { caseId, lawyer } = await asked(await startCentre());
    const record = async (change: object) =>
      (await lawyer.recordDataRequest({ caseId, request: { ...asks, ...change } })).requestId;
    const copy = (requestId: string) => refusal(() => lawyer.getOwnCopy({ caseId, requestId }));
    expect(await copy(await record({ right: 'rectification' }))).toBe('rule-broken/own-copy-other-right');
    const unverified = await record({ identity: 'not', identityWords: 'No trajo nada' });
    expect(await copy(unverified)).toBe('rule-broken/request-unverified');
    const identity = { identity: 'known', identityWords: null } as const;
    await lawyer.verifyRequester({ caseId, requestId: unverified, version: 1, identity });
    expect(await copy(unverified)).toBe('none');
    const end = {
      state: 'withdrawn',
      answeredOn: '2026-06-10',
      answer: 'Lo pensó',
      basis: null,
      receipt: null,
    } as const;
    await lawyer.answerDataRequest({ caseId, requestId: unverified, version: 2, end });
    expect(await copy(unverified)).toBe('rule-broken/request-answered');
  });
});

async function herId(centre: TestCentre): Promise<string> {
  const client = await centre.as('coordina');
  const { candidates } = await client.findPersons({ query: 'Quispe Ficticia Rosa', arrivalId: null, role: 'user' });
  return candidates[0]?.personId ?? '';
}

describe('fichas around', () => {
  it('in which she is denounced leave nothing in it, not even that they are there', async () => {
    const { centre, lawyer, target } = await asked(await startCentre());
    const before = await lawyer.getOwnCopy(target);
    const userId = await herId(centre);
    const link = { kind: 'known', personId: userId } as const;
    const victim = aUser({
      givenNames: 'Marcelina Ajena',
      firstSurname: 'Huarcaya',
      document: { kind: 'dni', state: 'known', number: '70707070' },
    });
    const desk = await centre.as('admision');
    const persons = {
      user: victim,
      userLink: { kind: 'new' } as const,
      aggressor: { ...anAggressor(), givenNames: 'Rosa Inventada', firstSurname: 'Quispe' },
      aggressorLink: link,
    };
    const { number } = await desk.openCase({ arrivalId: null, admission, ...persons });
    const after = await lawyer.getOwnCopy(target);
    expect([after.fichas, after.notRead]).toEqual([before.fichas, before.notRead]);
    const text = await issued(centre, lawyer, target);
    expect(found(text, [number, 'Marcelina', 'Huarcaya', '70707070'])).toEqual([]);
  });

  it('of hers that are reserved are not said to be there either', async () => {
    const { centre, lawyer, target } = await asked(await startCentre());
    const userId = await herId(centre);
    const other = await centre.aCase({ userId, isValidated: false });
    const both = await lawyer.getOwnCopy(target);
    expect(both.fichas).toHaveLength(2);
    await seal(centre, other.caseId, { members: ['psico'] });
    const one = await lawyer.getOwnCopy(target);
    expect([one.fichas, one.notRead]).toEqual([[both.fichas[0]], 0]);
  });
});

/** Persons of no ficha, and those of it written so that a name is hardly one. */
const hidden = [
  'Su amiga Ernestina Quinteros la aloja.',
  'El señor Toribio Mamani vive en Las Begonias 233.',
  'La profesora Anacleta avisó.',
  'La Zoilita y la Domi la acompañan.',
  'Pedrito la llamó.',
  'Vino P.I.C. a buscarla.',
  'Vino Zoi\nla con ella.',
  'Z0ila vino y Z o i l a volvió.',
  'Fb: ZoilaParedes85.',
  'DNI cuatro cuatro cinco cinco seis seis siete siete.',
  'Vive por cactus 77.',
  'A la altura de la cuadra 77 de Cactus.',
  'Está en el albergue Aurora.',
  'la psicóloga Paula dijo eso.',
];
const attention = { action: 'action-32', on: '2026-06-09', time: null, withWhom: 'user', outcome: 'done' } as const;

describe('whoever the record does not know, or knows by another spelling', () => {
  it('is withheld until somebody lets the sentence stand', async () => {
    const { centre, caseId, lawyer, target } = await asked(await startCentre());
    const psychologist = await centre.as('psico');
    await psychologist.recordAttention({ caseId, attention: { ...attention, note: hidden.join(' ') } });
    const text = await issued(centre, lawyer, target);
    const told = [
      'Ernestina',
      'Toribio',
      'Begonias',
      'Anacleta',
      'Zoilita',
      'Domi la',
      'Pedrito',
      'P.I.C.',
      'Zoi',
      'Z0ila',
    ];
    const places = ['Z o i l a', 'ZoilaParedes', 'cuatro cuatro', 'cactus', 'Aurora', 'Paula dijo'];
    expect(found(text.replace(/Domicilio/g, ''), [...told, ...places])).toEqual([]);
  });

  it('leaves an ordinary record with next to nothing to ask', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const note =
      'La señora refiere que está más tranquila y que duerme mejor. Se le orientó sobre la Ley 30364 y sus medidas de ' +
      'protección. El lunes 8 de junio acudió a la Comisaría de Mujeres con su hija menor. Se coordinó con el Segundo ' +
      'Juzgado de Familia de Lima y la Demuna. Rosa acepta volver al CEM en Julio. Su amiga la acompañó.';
    await psychologist.recordAttention({ caseId, attention: { ...attention, on: '2026-06-10', note } });
    const lawyer = await centre.as('legal');
    const { requestId } = await lawyer.recordDataRequest({ caseId, request: asks });
    const { passages } = await lawyer.getOwnCopy({ caseId, requestId });
    expect(passages.filter(({ part }) => part === 'attentions')).toEqual([]);
    expect(passages.length).toBeLessThan(3);
  });

  it('does not stop the paper with a sign that no letter prints', async () => {
    const { centre, caseId, lawyer, target } = await asked(await startCentre());
    const psychologist = await centre.as('psico');
    await psychologist.recordAttention({ caseId, attention: { ...attention, note: 'Se siente mejor 🙂 hoy.' } });
    expect(await issued(centre, lawyer, target)).toContain('Se siente mejor [signo] hoy.');
  });
});
