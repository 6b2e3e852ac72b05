/** Presented, answered, annulled: where a writ stands, and the version that was left there. */
import {
  compareTexts,
  type Comparison,
  type FilingLine,
  type Presentation,
  type presentingContract,
  type TextComparison,
} from '../../shared/filings/index.ts';
import type { PlaceIndex } from '../../shared/people/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { closeAlerts, openAlerts, raiseAlert } from '../alerts/index.ts';
import { staffNames } from '../access/index.ts';
import { notePresented, noteReturned, pdfText, textOfFile, usableFile, type Vault } from '../attachments/index.ts';
import { listOffices } from '../directory/index.ts';
import { allowed, caseHeading } from '../intake/index.ts';
import { clockTolerance, futurePart } from '../platform/future.ts';
import { inside, twoPhase, type Handlers, type Preparation } from '../platform/gate/handler.ts';
import { byNow, cellsOf, insertRecord, insertRow, updateVersioned } from '../platform/storage/rows.ts';
import { assemble, keepBundle, releaseBundleHandler, type Assembled, type BundleParts } from './presenting-bundle.ts';
import { moveClock, turnClockBack } from './presenting-clock.ts';
import {
  deskOf,
  filingLines,
  getIssuedFiling,
  getPresentation,
  issuedBytes,
  lastDesks,
  presentationRows,
  toPresentation,
  presentedOn,
  unpresented,
  type IssuedFiling,
  type PresentationRow,
} from './presenting-repository.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof presentingContract;
type Present = InputOf<Contract['presentFiling']>;

/** «Comunicación de incumplimiento de medidas», by its number in the table of filings. */
const breachKind = 6;

const signedTypes = ['pdf', 'jpg', 'png', 'docx'] as const;
const scanTypes = ['pdf', 'jpg', 'png'] as const;

/** For the view `status`: that it was presented, where and when; no words, no files, nothing that was taken back. */
function statusOnly(line: FilingLine): FilingLine {
  const { presentation } = line;
  if (presentation === null) return { ...line, annulled: [] };
  const answers = presentation.answers.map((answer) => ({ ...answer, words: '', documentId: null }));
  return { ...line, annulled: [], presentation: { ...presentation, signedId: null, cargoId: null, answers } };
}

async function listPresenting(unit: Use, { caseId }: InputOf<Contract['listPresenting']>, places: PlaceIndex) {
  const filings = await filingLines(unit.trx, caseId, places);
  unit.note({ filings: filings.length });
  return { filings: unit.decision.view === null ? filings : filings.map(statusOnly) };
}

/** Only of cases whose legal file the reader writes: the others are not counted either. */
async function listToPresent(unit: Use, places: PlaceIndex): Promise<OutputOf<Contract['listToPresent']>> {
  const authorities = await listOffices(unit.trx);
  const may = new Map<string, boolean>();
  const named = async (row: { readonly id: Id<'FilingId'>; readonly case_id: CaseId }) => {
    const caseId = row.case_id;
    if (!may.has(caseId)) may.set(caseId, (await allowed(unit, 'legalFile.write', caseId)) !== null);
    if (may.get(caseId) !== true) return null;
    const { userName } = await caseHeading(unit.trx, unit, caseId);
    return { caseId, userName, filingId: row.id };
  };
  const filings = [];
  for (const row of await unpresented(unit.trx)) {
    const whose = await named(row);
    if (whose === null) continue;
    const cells = cellsOf(row, 'caseNumber', 'number', 'title', 'issued_at', 'pages');
    filings.push({ ...whose, ...cells, ...deskOf(row.options, authorities, places) });
  }
  const presented = [];
  for (const row of await presentedOn(unit.trx, unit.today)) {
    const whose = await named(row);
    if (whose === null) continue;
    const cells = cellsOf(row, 'caseNumber', 'number', 'title', 'presented_on', 'presented_time', 'desk');
    presented.push({ ...whose, ...cells, ...cellsOf(row, 'entry_number', 'folios') });
  }
  unit.note({ filings: filings.length });
  return { filings, presented, desks: await lastDesks(unit.trx, 12) };
}

/** Text of the issued writ against that of the file that came back. */
async function compare(
  call: Preparation<Trx>,
  { caseId, filingId, attachmentId }: { caseId: CaseId; filingId: Id<'FilingId'>; attachmentId: Id<'AttachmentId'> },
  vault: Vault,
): Promise<TextComparison> {
  const { issued, file } = await call.read(async (trx) => {
    const filing = await getIssuedFiling(trx, caseId, filingId);
    const signed = await usableFile(trx, { caseId, attachmentId, types: signedTypes });
    return { issued: await issuedBytes(trx, filing.document_id), file: signed };
  });
  const text = await pdfText(new Uint8Array(issued));
  if (text === null) throw fail('damaged', 'document-damaged');
  return compareTexts(text.join('\n'), await textOfFile(file, vault));
}

function tellComparison(unit: Use, _input: InputOf<Contract['compareSigned']>, found: TextComparison) {
  unit.note({ outcome: found.outcome, changes: found.changes.length });
  return Promise.resolve({ ...found, changes: found.changes.map((one) => ({ ...one })) });
}

/** How the signed version differs; null where the issued one was signed by pen. */
async function prepareToPresent(
  call: Preparation<Trx>,
  { caseId, filingId, form }: Present,
  vault: Vault,
): Promise<Comparison | null> {
  if (form.signedId === null) return null;
  return (await compare(call, { caseId, filingId, attachmentId: form.signedId }, vault)).outcome;
}

/** Differences that a person must have read before the version counts as what was left. */
const asksToAccept: readonly (Comparison | null)[] = ['changed', 'other-paper', 'no-text', 'unreadable'];

function checkDates(unit: Use, form: Present['form'], issuedAt: string): void {
  const issuedOn = civilDateOf(Date.parse(issuedAt));
  const future = futurePart(unit, { on: form.presentedOn, time: form.presentedTime }, clockTolerance);
  if (future === 'time') throw failAt('form.presentedTime', 'Esa hora aún no llega.', 'presented-date');
  const message =
    future === 'on'
      ? 'La fecha de presentación no puede ser futura.'
      : form.presentedOn < issuedOn
        ? 'La fecha de presentación no puede ser anterior a la emisión del escrito.'
        : null;
  if (message !== null) throw failAt('form.presentedOn', message, 'presented-date');
}

/** The frozen version: the signed file, else the issued document. */
async function versionOf(unit: Use, { caseId, form }: Present, contentHash: string): Promise<string> {
  const { signedId, cargoId } = form;
  let hash = contentHash;
  if (signedId !== null) {
    hash = (await usableFile(unit.trx, { caseId, attachmentId: signedId, types: signedTypes })).sha256;
    await notePresented(unit, { caseId, attachmentId: signedId });
  }
  if (cargoId !== null && cargoId !== signedId) {
    await usableFile(unit.trx, { caseId, attachmentId: cargoId, types: scanTypes });
    await notePresented(unit, { caseId, attachmentId: cargoId });
  }
  return hash;
}

/** What presenting the writ tells the team; null for a writ of another kind. */
function breachAlert(caseId: CaseId, { kind, number }: IssuedFiling) {
  if (kind !== breachKind) return null;
  const note = `Se presentó el escrito de incumplimiento (${number}).`;
  return { caseId, kind: 'measureBreached' as const, note };
}

async function present(unit: Use, input: Present, comparison: Comparison | null) {
  const { caseId, filingId, form } = input;
  const filing = await getIssuedFiling(unit.trx, caseId, filingId);
  const rows = await presentationRows(unit.trx, caseId);
  if (rows.some((row) => row.filing_id === filingId && row.annulled_at === null))
    throw fail('rule-broken', 'presented-already');
  checkDates(unit, form, filing.issued_at);
  if (asksToAccept.includes(comparison) && !form.acceptsChanges) throw fail('rule-broken', 'changes-not-accepted');
  const row: PresentationRow = {
    id: unit.newId(),
    case_id: caseId,
    filing_id: filingId,
    presented_on: form.presentedOn,
    presented_time: form.presentedTime,
    desk: form.desk,
    instance: form.instance,
    entry_number: form.entryNumber,
    folios: form.folios,
    signed_id: form.signedId,
    cargo_id: form.cargoId,
    sha256: await versionOf(unit, input, filing.content_hash),
    comparison,
    ...byNow(unit, 'recorded'),
    annulled_by: null,
    annulled_at: null,
    annul_reason: null,
    annul_words: null,
    version: 1,
  };
  await insertRecord(unit, tablesIn, 'filing_presentation', row);
  const openTerms = await moveClock(unit, caseId, filing, form);
  // A breach that was made known asks for a new valuation and its factor in Section B, as one that was told.
  const alert = breachAlert(caseId, filing);
  if (alert !== null && (await openAlerts(unit.trx, alert)).length === 0) await raiseAlert(unit, alert);
  unit.note({ kind: filing.kind, instance: form.instance, comparison: comparison ?? 'issued', sha256: row.sha256 });
  return { ...(await toPresentation(unit.trx, row, await staffNames(unit.trx))), openTerms };
}

/** What was left with it and stands in no other that was. */
async function takeBack(unit: Use, { id, case_id: caseId, ...left }: PresentationRow): Promise<void> {
  const others = (await presentationRows(unit.trx, caseId)).filter((one) => one.id !== id && one.annulled_at === null);
  const elsewhere = new Set(others.flatMap((one) => [one.signed_id, one.cargo_id]));
  for (const attachmentId of new Set([left.signed_id, left.cargo_id]))
    if (attachmentId !== null && !elsewhere.has(attachmentId)) await noteReturned(unit, { caseId, attachmentId });
}

async function annulPresentation(
  unit: Use,
  { caseId, presentationId, version, reason, words }: InputOf<Contract['annulPresentation']>,
): Promise<Presentation> {
  const row = await getPresentation(unit.trx, caseId, presentationId);
  const names = await staffNames(unit.trx);
  if (row.annulled_at !== null) throw fail('rule-broken', 'presentation-annulled');
  if ((await toPresentation(unit.trx, row, names)).answers.length > 0)
    throw fail('rule-broken', 'presentation-answered');
  const change = { ...byNow(unit, 'annulled'), annul_reason: reason, annul_words: words };
  await updateVersioned(tablesIn(unit.trx), 'filing_presentation', { id: row.id, version }, change);
  unit.touch('filing_presentation', row.id);
  if (reason === 'returned') await takeBack(unit, row);
  const filing = await getIssuedFiling(unit.trx, caseId, row.filing_id);
  await turnClockBack(unit, caseId, { filing, presentedAt: row.recorded_at });
  const alert = breachAlert(caseId, filing);
  if (alert !== null) await closeAlerts(unit, alert);
  unit.note({ reason });
  return toPresentation(unit.trx, { ...row, ...change, version: version + 1 }, names);
}

async function answer(
  unit: Use,
  { caseId, presentationId, form }: InputOf<Contract['answerFiling']>,
): Promise<Presentation> {
  const row = await getPresentation(unit.trx, caseId, presentationId);
  if (row.annulled_at !== null) throw fail('rule-broken', 'presentation-annulled');
  const message =
    form.answeredOn > unit.today
      ? 'La fecha de la respuesta no puede ser futura.'
      : form.answeredOn < row.presented_on
        ? 'La fecha de la respuesta no puede ser anterior a la presentación.'
        : null;
  if (message !== null) throw failAt('form.answeredOn', message, 'answered-date');
  if (form.documentId !== null) {
    await usableFile(unit.trx, { caseId, attachmentId: form.documentId, types: [...scanTypes, 'docx'] });
  }
  const names = await staffNames(unit.trx);
  const { answers } = await toPresentation(unit.trx, row, names);
  await insertRow(tablesIn(unit.trx), 'filing_answer', {
    presentation_id: row.id,
    position: answers.length,
    answered_on: form.answeredOn,
    kind: form.kind,
    words: form.words,
    document_id: form.documentId,
    ...byNow(unit, 'recorded'),
  });
  await updateVersioned(tablesIn(unit.trx), 'filing_presentation', row, {});
  unit.touch('filing_presentation', row.id);
  unit.note({ kind: form.kind });
  return toPresentation(unit.trx, { ...row, version: row.version + 1 }, names);
}

export function presentingHandlers(parts: BundleParts): Handlers<Contract, Trx> {
  const { vault, places } = parts;
  return {
    listPresenting: inside((unit, input) => listPresenting(unit, input, places)),
    listToPresent: inside((unit) => listToPresent(unit, places)),
    assembleFiling: twoPhase<Contract['assembleFiling'], Trx, Assembled>({
      prepare: (call, input) => assemble(call, input, parts),
      commit: (unit, input, made) => keepBundle(unit, input, made, parts),
    }),
    releaseBundle: releaseBundleHandler(parts),
    compareSigned: twoPhase<Contract['compareSigned'], Trx, TextComparison>({
      prepare: (call, input) => compare(call, input, vault),
      commit: tellComparison,
    }),
    presentFiling: twoPhase<Contract['presentFiling'], Trx, Comparison | null>({
      prepare: (call, input) => prepareToPresent(call, input, vault),
      commit: present,
    }),
    annulPresentation: inside(annulPresentation),
    answerFiling: inside(answer),
  };
}
