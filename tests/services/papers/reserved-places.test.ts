/**
 * Reserved addresses, shelters and telephones planted wherever the record has room for them, and every output searched for
 * them: writs, referrals, hearing papers, Word files, copies, lists, searches and the month.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { blankConsent } from '../../../src/shared/care/index.ts';
import { kinds, type FilingKind } from '../../../src/shared/filings/index.ts';
import { IntakeChannel, blankSectionC } from '../../../src/shared/intake/index.ts';
import { blankInformant, type UserPerson } from '../../../src/shared/people/index.ts';
import { referralKinds, referralRules, shippedLetter, needsConsent } from '../../../src/shared/referrals/index.ts';
import { aUser, sectionAForm } from '../../support/case-builder.ts';
import { pdfOf } from '../../support/files.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { aLetter, aWholeModel, keepModel } from '../../support/own-model.ts';
import { leaks, plantedPlaces, spellings, type Planted } from '../../support/planted-places.ts';
import { someAnswers } from '../../support/referral-facts.ts';
import { approveRules } from '../../support/second-eye.ts';
import { addFile } from '../../support/send-file.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { aHearing, type HearingGiven } from '../proceedings/a-proceeding.ts';
import { failureOf, refusal } from '../refusal.ts';

afterEach(closeCentres);
const folder = mkdtempSync(join(tmpdir(), 'planted-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plantedNames = ['street', 'reference', 'phone', 'mail', 'shelter', 'secondShelter', 'informantStreet', 'informantPhone'] as const; // prettier-ignore
/** A run fills a centre and prints some eighty papers. */
const runs = { numRuns: 1, endOnFailure: true } as const;

function livingAt(street: string, reference: string, contact: Partial<UserPerson['contact']>) {
  const { contact: noContact, address } = aUser();
  return {
    contact: { ...noContact, mayCall: 'yes' as const, whose: 'una vecina', emailIsSafe: true, ...contact },
    address: {
      ...{ ...address, streetKind: 'jiron' as const, text: street, reference },
      ...{ isReserved: true, reservedReason: 'lo pidió' },
    },
  };
}

async function aPlantedCase(centre: TestCentre, planted: Planted, account?: string): Promise<string> {
  const { phone, mail: email } = planted;
  const user = { ...aUser(), ...livingAt(planted.street, planted.reference, { phone, email }) };
  const informant = {
    ...blankInformant(),
    ...livingAt(planted.informantStreet, 'al frente', { phone: planted.informantPhone, email: null }),
    givenNames: 'Julia Imaginaria',
    firstSurname: 'Mamani',
  };
  const answers = { intakeChannel: IntakeChannel.shelter, shelterName: planted.shelter, shelterFichaNumber: '12', shelterFichaYear: 2026, informantIsUser: 0 as const, informantBond: 'vecina' }; // prettier-ignore
  const a = { ...sectionAForm({ answers }), user, informant };
  const { caseId } = await centre.aCase({ a, ...(account === undefined ? {} : { b: { account } }) });
  const inserted = { hasNetworks: 0, needsInsertion: 1, acceptsInsertion: 1, insertedWithKin: 0, insertedInShelter: 1, insertionShelterCount: 1, insertionShelter1: planted.secondShelter } as const; // prettier-ignore
  const social = await centre.as('social');
  await social.saveFormSection({
    caseId,
    version: 0,
    form: { section: 'c', answers: { ...blankSectionC(), ...inserted } },
  });
  return caseId;
}

async function filingsOf(centre: TestCentre, caseId: string): Promise<{ kind: FilingKind; model: string | null }[]> {
  const lawyer = await centre.as('legal');
  const { kinds: offered } = await lawyer.listFilings({ caseId });
  return offered.map(({ kind, model }) => ({ kind, model }));
}

function wordTextOf(bytes: Buffer): string {
  const file = join(folder, 'read.docx');
  writeFileSync(file, bytes);
  return execFileSync('unzip', ['-p', file, 'word/document.xml', 'docProps/*.xml'])
    .toString('utf8')
    .replace(/<[^>]*>/g, ' ');
}

/** What the record cannot answer of a writ: the measures asked for. */
async function startedWrit(centre: TestCentre, caseId: string, kind: FilingKind, model: string | null = null) {
  const lawyer = await centre.as('legal');
  const { options } = await lawyer.startFiling({ caseId, kind, model });
  const asked = [{ code: 'no-contact' as const, reason: 'La llama todos los días.', detail: null }];
  return { ...options, measures: kinds[kind].uses.measures ? asked : options.measures };
}

/** An issued writ of the case and a file that may go with it. */
async function toBundle(centre: TestCentre, caseId: string) {
  const lawyer = await centre.as('legal');
  centre.clock.advance(2000);
  const options = await startedWrit(centre, caseId, 3);
  const { document } = await lawyer.issueFiling({ caseId, kind: 3, options, missingReason: 'urgency' });
  const { filings } = await lawyer.listPresenting({ caseId });
  const filing = filings.find(({ documentId }) => documentId === document.id);
  if (filing === undefined) throw new Error('the writ is not listed');
  const { attachment } = await addFile(lawyer, caseId, { name: 'acta.pdf', bytes: await pdfOf(['Acta inventada']) });
  return (title: string) =>
    lawyer.assembleFiling({
      ...{ caseId, filingId: filing.filingId, limitMb: null, reduces: false },
      annexes: [{ attachmentId: attachment.id, title }],
    });
}

type Output = readonly [what: string, text: string];

/** A writ of every kind, each with its Word file, and all of them in one file with the office copies. */
async function writs(centre: TestCentre, caseId: string): Promise<Output[]> {
  const lawyer = await centre.as('legal');
  const outputs: Output[] = [];
  const documentIds: string[] = [];
  await keepModel(lawyer, aWholeModel());
  await keepModel(lawyer, aLetter());
  await approveRules(centre);
  for (const { kind, model } of await filingsOf(centre, caseId)) {
    centre.clock.advance(2000);
    const options = await startedWrit(centre, caseId, kind, model);
    const { document } = await lawyer.issueFiling({ caseId, kind, options, missingReason: 'urgency' });
    documentIds.push(document.id);
    const { file } = await lawyer.viewDocument({ caseId, documentId: document.id });
    outputs.push([`writ ${kind}`, textOf(await bytesOf(lawyer, file))]);
    const leaving = { way: 'save', format: 'docx', recipient: 'Juzgado Inventado', purpose: 'presentar' } as const;
    const { file: word } = await lawyer.releaseCopy({ caseId, documentId: document.id, ...leaving });
    if (word !== null) outputs.push([`writ ${kind} in Word`, wordTextOf(await bytesOf(lawyer, word))]);
  }
  const { file } = await lawyer.releaseCopies({
    ...{ caseId, batchId: crypto.randomUUID(), documentIds, way: 'save', courtCopies: 1, officeCopies: 1 },
    ...{ recipient: null, purpose: null, printer: null, reprintOf: null },
  });
  if (file !== null) outputs.push(['batch of copies', textOf(await bytesOf(lawyer, file))]);
  return outputs;
}

async function referralOf(centre: TestCentre, caseId: string, kind: (typeof referralKinds)[number], place: string) {
  // A session may call only so often in a second.
  centre.clock.advance(2000);
  const social = await centre.as('social');
  const { options } = await social.startReferral({ caseId, kind });
  const rule = referralRules[kind];
  const filled = {
    ...options,
    receiver: { post: shippedLetter(kind).value.post, establishment: place },
    services: rule.services.slice(0, 1),
    reason: rule.asksReason ? 'Motivo inventado en una frase.' : null,
    answers: someAnswers(kind),
    isKitDecided: true,
  };
  return { social, request: { caseId, kind, options: filled } };
}

async function consentToAll(centre: TestCentre, caseId: string): Promise<void> {
  const consent = { ...blankConsent, scope: 'referral' as const, form: 'spoken' as const, receivers: [], reason: null };
  await (
    await centre.as('social')
  ).recordConsent({
    caseId,
    consent: { ...consent, purposes: referralKinds.filter(needsConsent) },
  });
}

async function referrals(centre: TestCentre, caseId: string): Promise<Output[]> {
  await consentToAll(centre, caseId);
  const outputs: Output[] = [];
  for (const kind of referralKinds) {
    const { social, request } = await referralOf(centre, caseId, kind, 'Institución Inventada');
    const { file } = await social.previewReferral(request);
    outputs.push([`referral ${kind}`, textOf(await bytesOf(social, file))]);
  }
  return outputs;
}

/** The hearing papers of a hearing with one typed text, each with the failure that stops it. */
async function hearingWith(centre: TestCentre, caseId: string, typed: Partial<HearingGiven>) {
  centre.clock.advance(2000);
  const lawyer = await centre.as('legal');
  const hearing = aHearing('2026-06-15', '09:00', typed);
  const { hearingId } = await lawyer.saveHearing({ caseId, hearingId: null, version: null, hearing });
  return (paper: 'sheet' | 'card') => failureOf(() => lawyer.hearingPaper({ caseId, hearingId, paper }));
}

async function hearingPapers(centre: TestCentre, caseId: string): Promise<Output[]> {
  const lawyer = await centre.as('legal');
  const hearing = aHearing('2026-06-15', '09:00');
  const { hearingId } = await lawyer.saveHearing({ caseId, hearingId: null, version: null, hearing });
  const { file: sheet } = await lawyer.hearingPaper({ caseId, hearingId, paper: 'sheet' });
  const { file: card } = await lawyer.hearingPaper({ caseId, hearingId, paper: 'card' });
  const { file: day } = await lawyer.dayPaper({ scope: 'mine' });
  return [
    ['hearing sheet', textOf(await bytesOf(lawyer, sheet))],
    ['hearing card', textOf(await bytesOf(lawyer, card))],
    ['day paper', textOf(await bytesOf(lawyer, day))],
  ];
}

/** What is shown outside the ficha, to whom, and what the month takes out of the house. */
async function lists(centre: TestCentre, caseId: string, planted: Planted): Promise<Output[]> {
  const desk = await centre.as('admision');
  const coordinator = await centre.as('coordina');
  const lawyer = await centre.as('legal');
  const { arrivalId } = await desk.openArrival({});
  const everything = { from: null, to: null, state: null, way: null };
  const read = {
    'arrival search': await desk.findPersons({ query: 'Rosa Quispe', arrivalId, role: 'any' }),
    'own cases': await lawyer.listMyCases({}),
    documents: await lawyer.listDocuments({ caseId }),
    'print register': await coordinator.readPrintRegister(everything),
    audit: await coordinator.listAudit({ before: null }),
    deadlines: await lawyer.listDeadlines({ scope: 'mine' }),
    'referrals waiting': await lawyer.listWaitingReferrals({}),
    month: await coordinator.previewMonth({ month: '2026-06' }),
  };
  const social = await centre.as('social');
  const record = [await social.getSectionA({ caseId }), await social.getFormSection({ caseId, section: 'c' })];
  // The ficha itself holds all of them: what follows looks for something that is there.
  expect(leaks(JSON.stringify(record), planted)).toEqual(Object.keys(planted));
  return Object.entries(read).map(([what, answer]) => [what, JSON.stringify(answer)]);
}

describe('reserved places and telephones', () => {
  it('stand in no output, wherever the record holds them', async () => {
    await fc.assert(
      fc.asyncProperty(plantedPlaces, async (planted) => {
        const centre = await startCentre();
        const caseId = await aPlantedCase(centre, planted);
        const outputs = [
          ...(await writs(centre, caseId)),
          ...(await referrals(centre, caseId)),
          ...(await hearingPapers(centre, caseId)),
          ...(await lists(centre, caseId, planted)),
        ];
        const leaking = outputs.flatMap(([what, text]) => leaks(text, planted).map((name) => `${what}: ${name}`));
        expect(leaking).toEqual([]);
        // Nothing is proved by empty papers.
        expect(outputs.filter(([, text]) => text.length < 50).map(([what]) => what)).toEqual(['referrals waiting']);
        expect(outputs.filter(([, text]) => text.includes('Rosa Inventada')).length).toBeGreaterThan(30);
        await centre.close();
      }),
      runs,
    );
  });

  it('stop a presentation at the title of the annex that says them, however they are spelled', async () => {
    await fc.assert(
      fc.asyncProperty(plantedPlaces, fc.nat(), async (planted, hand) => {
        const centre = await startCentre();
        const caseId = await aPlantedCase(centre, planted);
        const assemble = await toBundle(centre, caseId);
        for (const name of plantedNames) {
          centre.clock.advance(2000);
          const hands = spellings(planted[name]);
          const spelled = (hands[hand % hands.length] ?? String)(planted[name]);
          const failure = await failureOf(() => assemble(`Acta levantada en ${spelled}`));
          expect([name, failure?.reason]).toEqual([name, 'reserved-place-in-text']);
          expect(failure?.issues.map(({ path }) => path)).toEqual(['annexes.0.title']);
        }
        const { parts } = await assemble('Acta de nacimiento');
        expect(parts).toHaveLength(1);
        await centre.close();
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('stop the papers of a hearing at the field that says them, and are left out of the sheet of the day', async () => {
    const typed = fc.record({ planted: plantedPlaces, name: fc.constantFrom(...plantedNames), hand: fc.nat() });
    await fc.assert(
      fc.asyncProperty(typed, async ({ planted, name, hand }) => {
        const centre = await startCentre();
        const caseId = await aPlantedCase(centre, planted);
        const hands = spellings(planted[name]);
        const text = `Cerca de ${(hands[hand % hands.length] ?? String)(planted[name])}`;
        for (const [field, papers, more] of [
          ['office', ['sheet'], {}],
          ['room', ['sheet', 'card'], {}],
          ['bring', ['sheet', 'card'], {}],
          ['link', ['sheet'], { mode: 'video' }],
        ] as const) {
          const failureOn = await hearingWith(centre, caseId, { ...more, [field]: text });
          for (const paper of papers) {
            const failure = await failureOn(paper);
            expect([name, field, failure?.reason]).toEqual([name, field, 'reserved-place-in-text']);
            expect(failure?.issues.map(({ path }) => path)).toEqual([`hearing.${field}`]);
          }
        }
        const lawyer = await centre.as('legal');
        const today = { ...aHearing('2026-06-10', '23:00'), office: text };
        await lawyer.saveHearing({ caseId, hearingId: null, version: null, hearing: today });
        const { file } = await lawyer.dayPaper({ scope: 'mine' });
        const sheet = textOf(await bytesOf(lawyer, file));
        expect([name, leaks(sheet, planted)]).toEqual([name, []]);
        expect(sheet).toContain('[dato en reserva]');
        await centre.close();
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('stop a writ and a referral when a person typed them, however they are spelled', async () => {
    const typed = fc.record({ planted: plantedPlaces, name: fc.constantFrom(...plantedNames), hand: fc.nat() });
    await fc.assert(
      fc.asyncProperty(typed, async ({ planted, name, hand }) => {
        const centre = await startCentre();
        const hands = spellings(planted[name]);
        const spelled = (hands[hand % hands.length] ?? String)(planted[name]);
        const caseId = await aPlantedCase(centre, planted, `Dijo que ahora está en ${spelled} desde el martes.`);
        const lawyer = await centre.as('legal');
        for (const { kind } of await filingsOf(centre, caseId)) {
          centre.clock.advance(2000);
          const options = await startedWrit(centre, caseId, kind);
          const request = { caseId, kind, options: { ...options, otherRequests: [`Que se la cite en ${spelled}.`] } };
          const { file } = await lawyer.previewFiling(request);
          const text = textOf(await bytesOf(lawyer, file));
          expect([kind, leaks(text, planted)]).toEqual([kind, []]);
          expect(text).toContain('[dato en reserva]');
          const refused = await refusal(() => lawyer.issueFiling({ ...request, missingReason: 'urgency' }));
          expect([kind, refused]).toEqual([kind, 'rule-broken/reserved-place-in-text']);
        }
        await consentToAll(centre, caseId);
        for (const kind of ['health', 'sis', 'other-cem'] as const) {
          const { social, request } = await referralOf(centre, caseId, kind, `Al lado de ${spelled}`);
          const { file } = await social.previewReferral(request);
          expect([kind, leaks(textOf(await bytesOf(social, file)), planted)]).toEqual([kind, []]);
          const refused = await refusal(() => social.issueReferral(request));
          expect([kind, refused]).toEqual([kind, 'rule-broken/reserved-place-in-text']);
        }
        await centre.close();
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });
});
