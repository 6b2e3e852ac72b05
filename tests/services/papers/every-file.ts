/** Every kind of paper and file that a centre lets out, over real centres. */
import { PDFName, PDFString } from '@cantoo/pdf-lib';
import type { Contract } from '../../../src/shared/contract.ts';
import { fetchFile } from '../../../src/renderer/platform/files.ts';
import type { FilingOptions } from '../../../src/shared/filings/index.ts';
import type { DocumentKind } from '../../../src/shared/papers/index.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { blankLocation } from '../../../src/shared/risk/index.ts';
import { blankLines } from '../../../src/shared/safety/index.ts';
import { needsConsent, referralKinds, referralRules, shippedLetter } from '../../../src/shared/referrals/index.ts';
import type { FileHandle } from '../../../src/shared/platform/ids.ts';
import { aUser } from '../../support/case-builder.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { jpgOf, pdfOf } from '../../support/files.ts';
import { someAnswers } from '../../support/referral-facts.ts';
import { addFile } from '../../support/send-file.ts';
import { allExplained, riskAnswers, signing } from '../../support/risk-answers.ts';
import { passphrase, startCentre, testPrinters, type TestCentre } from '../../support/start-application.ts';
import { issue as issueReport } from '../filings/a-report.ts';
import { aHearing } from '../proceedings/a-proceeding.ts';
import { receipt } from '../referrals/a-receipt.ts';
import { made, withKey } from '../reports/reserved-file.ts';

type Member = Client<Contract>;
export type Named = readonly [what: string, bytes: Uint8Array];
const again = { password: passphrase };
const street = 'Jirón Los Jazmines Inventados 123';

export const decided: Partial<FilingOptions> = {
  addressee: { treatment: 'Señora jueza del', office: 'Juzgado de Familia de turno' },
  measures: [{ code: 'removal-from-home', reason: 'Él volvió a la vivienda.', detail: null }],
  articles: ['l-22'],
};

export async function aWrit(lawyer: Member, caseId: string) {
  const { options } = await lawyer.startFiling({ caseId, kind: 3 });
  return lawyer.issueFiling({ caseId, kind: 3, options: { ...options, ...decided }, missingReason: 'urgency' });
}

/** An annex as it comes from another office: author, path and a page that remembers who edited it. */
const dirtyPdf = () =>
  pdfOf(['Anexo inventado'], (pdf) => {
    pdf.setAuthor('AUTOR-AJENO');
    pdf.setCreator('C:\\Users\\AUTOR-AJENO\\carta.docx');
    pdf.getPage(0).node.set(PDFName.of('PieceInfo'), PDFString.of('AUTOR-AJENO'));
  });

async function wordFile(reader: Member, caseId: string, kind: DocumentKind): Promise<Uint8Array> {
  const { documents } = await reader.listDocuments({ caseId });
  const documentId = documents.find((one) => one.kind === kind)?.id ?? '';
  const ask = { caseId, documentId, way: 'save', format: 'docx', recipient: 'Juzgado', purpose: 'Ver' } as const;
  const { file } = await reader.releaseCopy(ask);
  if (file === null) throw new Error('no Word file');
  return fetchFile(reader, file);
}

type Watch = (centre: TestCentre) => void;

type Keep = (what: string, file: FileHandle | null, reader?: Member) => Promise<unknown>;

/** Looked at and let out. */
async function keepSafetyCard(reader: Member, caseId: string, keep: Keep): Promise<void> {
  const lines = { ...blankLines(), bag: { words: 'Donde su hermana', card: 'Encargo' } };
  const { rereadOn } = await reader.getSafetyPlan({ caseId });
  const plan = { lines, phones: [], carriesCard: true, rereadOn, present: 'alone' as const };
  await reader.keepSafetyPlan({ caseId, plan, over: null });
  await keep('safety card, looked at', (await reader.safetyCard({ caseId })).file, reader);
  const { file } = await reader.releaseSafetyCard({ caseId, way: 'save', printer: null });
  await keep('safety card', file, reader);
}

/** Looked at, then let out with a second person. */
async function keepPack(coordinator: Member, keep: Keep): Promise<void> {
  const period = { from: '2026-06-01', to: '2026-06-10' };
  await keep('pack of an inspector, looked at', (await coordinator.showInspection({ period })).file, coordinator);
  const second = { login: 'psico', password: passphrase };
  const made = await coordinator.releaseInspection({ period, second, way: 'save', printer: null }, again);
  await keep('pack of an inspector', made.file, coordinator);
  await keep('tables of that pack', made.tables?.file ?? null, coordinator);
}

/** Read as a draft, approved by another person, let out. */
async function keepOwnCopy(lawyer: Member, approver: Member, caseId: string, keep: Keep): Promise<void> {
  const request = {
    ...({
      on: '2026-06-10',
      asker: 'herself',
      representedBy: null,
      identity: 'document',
      identityWords: null,
    } as const),
    ...({ right: 'access', words: 'Quiere su copia' } as const),
  };
  const { requestId } = await lawyer.recordDataRequest({ caseId, request });
  const target = { caseId, requestId };
  await keep('own copy, looked at', (await lawyer.showOwnCopy(target)).file, lawyer);
  for (const { key, isToDecide } of (await lawyer.getOwnCopy(target)).passages)
    if (isToDecide) await lawyer.choosePassage({ ...target, passage: key, reason: null });
  const { proposalId } = await lawyer.proposeOwnCopy(target, again);
  await approver.approveOwnCopy({ proposalId }, again);
  const { file } = await lawyer.issueOwnCopy({ ...target, way: 'save', printer: null });
  await keep('own copy', file, lawyer);
}

/**
 * Every file that leaves a centre, by what it is.
 *
 * @param watch is shown each centre before anybody signs in
 * @param user what she says of herself in the ficha of which they are made
 */
export async function everyFile(watch: Watch, user?: Parameters<typeof aUser>[0]): Promise<Named[]> {
  const printed: Uint8Array[] = [];
  const print = (bytes: Uint8Array) => Promise.resolve(void printed.push(bytes));
  const centre = await startCentre({ ports: { printer: { list: () => Promise.resolve(testPrinters), print } } });
  watch(centre);
  const files: Named[] = [];
  const lawyer = await centre.as('legal');
  const keep = async (what: string, file: FileHandle | null | undefined, of: Member = lawyer) => {
    if (file === null || file === undefined) throw new Error(`${what}: no file`);
    files.push([what, await fetchFile(of, file)]);
  };
  const address = { ...aUser().address, streetKind: 'jiron' as const, text: street, districtCode: '150132' };
  const { caseId } = await centre.aCase({ user: { address, ...user } });
  await aWrit(lawyer, caseId);
  await lawyer.issueRegisterSheet({ caseId }, again);
  const psychologist = await centre.as('psico');
  const kind = referralKinds.find((one) => !needsConsent(one)) ?? referralKinds[0];
  const rule = referralRules[kind];
  const { options } = await psychologist.startReferral({ caseId, kind });
  const wanted = {
    receiver: { post: shippedLetter(kind).value.post, establishment: 'Institución Inventada' },
    services: rule.services.slice(0, 1),
    reason: rule.asksReason ? 'Motivo inventado en una frase.' : null,
    answers: someAnswers(kind),
  };
  await psychologist.issueReferral({ caseId, kind, options: { ...options, ...wanted } });
  const { hearingId } = await lawyer.saveHearing({
    ...{ caseId, hearingId: null, version: null },
    hearing: aHearing('2026-06-10', '15:00'),
  });
  for (const paper of ['sheet', 'card'] as const) {
    const { file } = await lawyer.releaseHearingPaper({ caseId, hearingId, paper, way: 'save', printer: null });
    await keep(`hearing ${paper}`, file);
  }
  await keep('day sheet', (await lawyer.releaseDayPaper({ scope: 'mine', way: 'save', printer: null })).file);
  const social = await centre.as('social');
  await issueReport(psychologist, caseId, 'psychological');
  await issueReport(social, caseId, 'social');
  await social.issueCustodyReceipt({ caseId, receipt });
  await psychologist.assessRisk({ caseId, answers: riskAnswers('no', { explained: allExplained }), ...signing });
  await psychologist.recordLocation({ caseId, form: { ...blankLocation(), blank: 'notKnown' } });
  await keepSafetyCard(psychologist, caseId, keep);
  await keepOwnCopy(lawyer, psychologist, caseId, keep);
  await keepPack(await centre.as('coordina'), keep);
  const sheet = { receiver: 'court', office: 'Juzgado Inventado' } as const;
  await lawyer.issueLocationSheet({ caseId, sheet }, again);
  const { documents } = await lawyer.listDocuments({ caseId });
  const readers: Partial<Record<DocumentKind, Member>> = {
    ...{ referral: psychologist, 'psychological-report': psychologist, 'social-report': social },
    'custody-receipt': social,
  };
  for (const { id, kind } of documents) {
    centre.clock.advance(1000);
    const reader = readers[kind] ?? lawyer;
    await keep(kind, (await reader.viewDocument({ caseId, documentId: id }, again)).file, reader);
  }
  files.push(['psychological-report, Word', await wordFile(psychologist, caseId, 'psychological-report')]);
  files.push(['custody-receipt, Word', await wordFile(social, caseId, 'custody-receipt')]);
  const documentIds = documents.filter(({ kind }) => kind === 'filing').map(({ id }) => id);
  const batch = { caseId, batchId: crypto.randomUUID(), documentIds, recipient: null, purpose: null, reprintOf: null };
  const counts = { courtCopies: 1, officeCopies: 1, printer: null };
  await keep('copies in one file', (await lawyer.releaseCopies({ ...batch, ...counts, way: 'save' })).file);
  await lawyer.releaseCopies({ ...batch, ...counts, batchId: crypto.randomUUID(), way: 'print' });
  files.push(['printed office copy', printed.at(-1) ?? new Uint8Array()]);
  const one = { caseId, documentId: documentIds[0] ?? '', way: 'save', recipient: 'Juzgado', purpose: 'Ver' } as const;
  await keep('Word file', (await lawyer.releaseCopy({ ...one, format: 'docx' })).file);
  centre.clock.advance(1000);
  const annexes = [];
  for (const [name, bytes] of [
    ['carta.pdf', await dirtyPdf()],
    ['foto.jpg', await jpgOf({ hasPlace: true })],
  ] as const) {
    const { attachment } = await addFile(lawyer, caseId, { name, bytes });
    annexes.push({ attachmentId: attachment.id, title: 'Anexo' });
  }
  const { filings } = await lawyer.listPresenting({ caseId });
  const filingId = filings[0]?.filingId ?? '';
  const { parts } = await lawyer.assembleFiling({ caseId, filingId, annexes, limitMb: null, reduces: false });
  await keep('presentation', parts[0]?.file);
  const desk = await centre.as('admision');
  await keep('blank papers', (await desk.printBlankPapers({ kind: 'ficha', copies: 1, way: 'save' })).file, desk);
  return [...files, ...(await monthFiles(watch))];
}

async function monthFiles(watch: Watch): Promise<Named[]> {
  const centre = await startCentre({ clock: fixedClock('2026-07-02T14:00:00.000Z') });
  watch(centre);
  const coordinator = await centre.as('coordina');
  const { id } = await coordinator.proposeMonthClosing({ month: '2026-06' }, again);
  await (await centre.as('psico')).approveMonthClosing({ proposalId: id }, again);
  const { files } = await coordinator.exportMonth({ month: '2026-06' });
  await withKey(centre);
  await made(centre);
  const found: Named[] = [];
  for (const file of files.filter(({ mediaType }) => mediaType === 'application/pdf')) {
    await coordinator.saveFile({ id: file.id });
    found.push([`month: ${file.name}`, await fetchFile(coordinator, file)]);
  }
  return found;
}
