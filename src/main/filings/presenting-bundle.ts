/** One PDF of the writ and its annexes: made, kept beside the database, and let out as a registered copy. */
import { annexNumber, annexRule, type Desk, type presentingContract } from '../../shared/filings/index.ts';
import { bundlePurpose } from '../../shared/papers/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import type { LeavingName } from '../../shared/platform/file-names.ts';
import type { PlaceIndex } from '../../shared/people/index.ts';
import { fail, failAt, type ExpectedFailure } from '../../shared/platform/failures.ts';
import type { CaseId, DocumentId } from '../../shared/platform/ids.ts';
import {
  getStoredFile,
  insertStoredFile,
  shownImage,
  usableFile,
  type UsableFile,
  type Vault,
} from '../attachments/index.ts';
import { allowedPrinters, choosePrinter, deliverCopy, registerCopy, settleCopies } from '../papers/index.ts';
import type { CallFrame, Delivery, InsideHandler, Preparation } from '../platform/gate/handler.ts';
import type { BundleMaker, BundlePiece } from '../platform/paper/index.ts';
import type { SavedFile } from '../platform/ports.ts';
import type { VaultFile } from '../platform/storage/file-vault.ts';
import { insertRow, rowOf, columnsIn, valuesIn, byNow } from '../platform/storage/rows.ts';
import { limitOf, mebibyte, nameOf, overLimit } from './presenting-desk.ts';
import { deskInDirectory, getIssuedFiling, issuedBytes, type IssuedFiling } from './presenting-repository.ts';
import { titleCheck } from './presenting-titles.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof presentingContract;
type Assemble = InputOf<Contract['assembleFiling']>;
type Release = InputOf<Contract['releaseBundle']>;
type Released = OutputOf<Contract['releaseBundle']>;

export type BundleParts = {
  readonly vault: Vault;
  readonly makeBundle: BundleMaker;
  readonly places: PlaceIndex;
};

export type Assembled = {
  readonly pages: number;
  readonly parts: readonly { readonly bytes: Uint8Array; readonly pages: number; readonly kept: VaultFile }[];
  readonly notes: readonly string[];
};

const annexTypes = ['pdf', 'jpg', 'png'] as const;
const placesWords = 'El anexo B de la ficha de riesgo no va con un escrito.';
const lookWords = 'Revise sus páginas y márquelo.';
const titleWords = 'Hay un dato en reserva en el título: corríjalo.';

type Annex = Assemble['annexes'][number];

/**
 * @param at its place among the annexes; null once the presentation was put together
 * @throws rule-broken, for a file that does not go with a writ
 */
async function annexOf(trx: Trx, caseId: CaseId, annex: Annex, at: number | null): Promise<UsableFile> {
  const { attachmentId, title, isLookedAt } = annex;
  const file = await usableFile(trx, { caseId, attachmentId, types: annexTypes, reason: 'annex-not-printable' });
  if (file.type === 'pdf' && file.pages === null) throw fail('rule-broken', 'annex-not-printable');
  const rule = annexRule({ area: file.area, words: [...file.words, title] });
  const refused = (field: string, message: string, reason: string) =>
    at === null ? fail('rule-broken', reason) : failAt(`annexes.${at}.${field}`, message, reason);
  if (rule === 'never') throw refused('title', placesWords, 'annex-places');
  if (rule === 'check' && !isLookedAt) throw refused('isLookedAt', lookWords, 'annex-not-looked-at');
  return file;
}

type Gathered = {
  readonly filing: IssuedFiling;
  readonly bytes: Uint8Array;
  readonly files: readonly UsableFile[];
  readonly desk: Desk | null;
};

/** @throws rule-broken `reserved-place-in-text`, at the title that says what the writ keeps to itself */
async function refuseTitles(
  trx: Trx,
  { caseId, annexes }: Assemble,
  filing: IssuedFiling,
  { call, places }: { readonly call: CallFrame; readonly places: PlaceIndex },
): Promise<void> {
  if (annexes.length === 0) return;
  const isReserved = await titleCheck(trx, { caseId, filing }, call, places);
  const issues = annexes.flatMap(({ title }, at) =>
    isReserved(title) ? [{ path: `annexes.${at}.title`, message: titleWords }] : [],
  );
  if (issues.length > 0) throw fail('rule-broken', 'reserved-place-in-text', issues);
}

async function gather(trx: Trx, input: Assemble, call: CallFrame, places: PlaceIndex): Promise<Gathered> {
  const { caseId, filingId, annexes } = input;
  const filing = await getIssuedFiling(trx, caseId, filingId);
  await refuseTitles(trx, input, filing, { call, places });
  const files: UsableFile[] = [];
  for (const [at, annex] of annexes.entries()) files.push(await annexOf(trx, caseId, annex, at));
  const desk = await deskInDirectory(trx, filing, places);
  return { filing, bytes: await issuedBytes(trx, filing.document_id), files, desk };
}

/** Writ, then for each annex its cover and its pages. */
async function piecesOf({ filing, bytes, files }: Gathered, input: Assemble, vault: Vault): Promise<BundlePiece[]> {
  const pieces: BundlePiece[] = [{ kind: 'pdf', bytes: new Uint8Array(bytes) }];
  for (const [at, file] of files.entries()) {
    const content = await vault.read(file.stored);
    if (content === null) throw fail('damaged', 'annex-damaged');
    const heading = `ANEXO ${annexNumber(filing.writ_number, at)}`;
    pieces.push({ kind: 'cover', heading, words: input.annexes[at]?.title ?? '' });
    if (file.type === 'pdf') pieces.push({ kind: 'pdf', bytes: content });
    else {
      const size = input.reduces ? { edge: 1300, quality: 62 } : { edge: 2200, quality: 88 };
      pieces.push({ kind: 'image', bytes: await shownImage(content, size) });
    }
  }
  return pieces;
}

function notesOf(input: Assemble, parts: number, files: readonly UsableFile[]): string[] {
  const hasImages = files.some(({ type }) => type !== 'pdf');
  return [
    ...(parts > 1
      ? [`Pasa de ${input.limitMb ?? 0} MB: se dividió en ${parts} partes, en orden. Ninguna pasa del límite.`]
      : []),
    ...(input.reduces && hasImages
      ? ['Las fotografías de los anexos se redujeron. Los originales siguen intactos.']
      : []),
    ...(files.some(({ warnings }) => warnings.some((code) => code.startsWith('pdf-')))
      ? ['Un anexo en PDF traía instrucciones o archivos dentro: en la presentación van solo sus páginas.']
      : []),
  ];
}

export async function assemble(
  call: Preparation<Trx>,
  input: Assemble,
  { vault, makeBundle, places }: BundleParts,
): Promise<Assembled> {
  const gathered = await call.read((trx) => gather(trx, input, call, places));
  const pieces = await piecesOf(gathered, input, vault);
  const isOne = gathered.desk?.takesOneFile === true;
  const limit = limitOf(input.limitMb, gathered.desk);
  const made = await makeBundle(pieces, isOne ? null : limit);
  if (made.kind === 'too-long') throw fail('rule-broken', 'bundle-too-long');
  if (made.kind === 'page-over-limit') throw fail('rule-broken', 'page-over-limit');
  const [whole] = made.parts;
  if (isOne && limit !== null && whole !== undefined && whole.bytes.byteLength > limit)
    throw overLimit({ size: whole.bytes.byteLength, limit, pieces });
  const parts = [];
  for (const part of made.parts) parts.push({ ...part, kept: await vault.keep(part.bytes) });
  return { pages: made.pages, parts, notes: notesOf(input, parts.length, gathered.files) };
}

export async function keepBundle(unit: Use, input: Assemble, made: Assembled, { places }: BundleParts) {
  const { caseId, filingId, annexes, limitMb, reduces } = input;
  const filing = await getIssuedFiling(unit.trx, caseId, filingId);
  // An annex may have been annulled or moved, or an address put under reserve, while its pages were made.
  for (const [at, annex] of annexes.entries()) await annexOf(unit.trx, caseId, annex, at);
  await refuseTitles(unit.trx, input, filing, { call: unit, places });
  const id = unit.newId<'BundleId'>();
  await insertRow(tablesIn(unit.trx), 'filing_bundle', {
    id,
    case_id: caseId,
    filing_id: filingId,
    limit_bytes: limitMb === null ? null : Math.floor(limitMb * mebibyte),
    reduced: reduces ? 1 : 0,
    ...byNow(unit, 'made'),
    version: 1,
  });
  for (const [position, part] of made.parts.entries()) {
    const fileId = await insertStoredFile(unit, { caseId }, part.kept);
    const row = { bundle_id: id, position, file_id: fileId, pages: part.pages };
    await insertRow(tablesIn(unit.trx), 'filing_bundle_part', row);
  }
  for (const [position, { attachmentId, title }] of annexes.entries()) {
    const row = { bundle_id: id, position, attachment_id: attachmentId, title };
    await insertRow(tablesIn(unit.trx), 'filing_bundle_annex', row);
  }
  unit.touch('filing_bundle', id);
  unit.note({
    pages: made.pages,
    parts: made.parts.length,
    annexes: annexes.length,
    lookedAt: annexes.filter(({ isLookedAt }) => isLookedAt).length,
  });
  const naming = { filing, desk: await deskInDirectory(unit.trx, filing, places), today: unit.today };
  const files = unit.session.files.addAll(
    made.parts.map(({ bytes }, at) => pdfOf(nameOf(naming, at, made.parts.length), bytes)),
    'shown',
  );
  return {
    bundleId: id,
    pages: made.pages,
    notes: [...made.notes],
    parts: made.parts.flatMap(({ bytes, pages, kept }, at) => {
      const file = files[at];
      return file === undefined ? [] : [{ pages, size: bytes.byteLength, sha256: kept.sha256, file }];
    }),
  };
}

function pdfOf(name: LeavingName, bytes: Uint8Array) {
  return { name, mediaType: 'application/pdf', bytes };
}

type Part = { readonly name: LeavingName; readonly file: VaultFile };
type Ready = {
  readonly documentId: DocumentId;
  /** From the part that was asked for on, with its place among all of them. */
  readonly parts: readonly { readonly name: LeavingName; readonly bytes: Buffer; readonly at: number }[];
  readonly count: number;
  readonly printer: string | null;
};

/**
 * @throws not-found; rule-broken `annex-not-printable` when one of its annexes was annulled since,
 *   `reserved-place-in-text` when one of its covers says what is under reserve by now
 */
async function bundleOf(
  trx: Trx,
  { caseId, bundleId }: Release,
  { call, places }: { readonly call: CallFrame; readonly places: PlaceIndex },
): Promise<{ documentId: DocumentId; parts: Part[] }> {
  const bundle = await rowOf(tablesIn(trx), 'filing_bundle', { id: bundleId, case_id: caseId });
  const filing = await getIssuedFiling(trx, caseId, bundle.filing_id);
  const annexes = await columnsIn(tablesIn(trx), 'filing_bundle_annex', ['attachment_id', 'title'], {
    bundle_id: bundleId,
  });
  for (const { attachment_id: attachmentId, title } of annexes) {
    // Its pages were looked at when it was joined.
    await annexOf(trx, caseId, { attachmentId, title, isLookedAt: true }, null);
  }
  const isReserved = await titleCheck(trx, { caseId, filing }, call, places);
  if (annexes.some(({ title }) => isReserved(title))) throw fail('rule-broken', 'reserved-place-in-text');
  const fileIds = await valuesIn(tablesIn(trx), 'filing_bundle_part.file_id', { bundle_id: bundleId }, 'position');
  const naming = { filing, desk: await deskInDirectory(trx, filing, places), today: call.today };
  const parts: Part[] = [];
  for (const [at, id] of fileIds.entries()) {
    parts.push({ name: nameOf(naming, at, fileIds.length), file: await getStoredFile(trx, id) });
  }
  return { documentId: filing.document_id, parts };
}

async function prepareRelease(call: Preparation<Trx>, input: Release, { vault, places }: BundleParts): Promise<Ready> {
  const { documentId, parts } = await call.read((trx) => bundleOf(trx, input, { call, places }));
  const printer = input.way === 'print' ? await choosePrinter(call, null, await call.read(allowedPrinters)) : null;
  const ready: Ready['parts'][number][] = [];
  for (const [at, { name, file }] of parts.entries()) {
    if (at + 1 < input.fromPart) continue;
    const bytes = await vault.read(file);
    if (bytes === null) throw fail('damaged', 'annex-damaged');
    ready.push({ name, bytes, at });
  }
  if (ready.length === 0) throw fail('not-found');
  return { documentId, parts: ready, count: parts.length, printer };
}

/** Each part is a copy of its own: what one is, and how it ended, says nothing of the others. */
async function register(unit: Use, input: Release, ready: Ready, { places }: BundleParts): Promise<Released> {
  await bundleOf(unit.trx, input, { call: unit, places });
  const batchId = unit.newId();
  const parts: Released['parts'] = [];
  for (const { bytes, at } of ready.parts) {
    const purpose = bundlePurpose(at + 1, ready.count);
    const { documentId, printer } = ready;
    const { way, recipient, bundleId } = input;
    const leaving = { documentId, way, recipient, purpose, bytes, printer, batchId, bundleId };
    const { number } = await registerCopy(unit, leaving);
    parts.push({ number, part: at + 1, state: 'requested' });
  }
  unit.note({ copy: parts[0]?.number ?? '', way: input.way, parts: parts.length });
  return { parts, files: [] };
}

/** One after the other; the first that fails ends it, so that no part comes out of order. */
async function deliver(
  call: Delivery<Trx>,
  input: Release,
  { output, ready }: { output: Released; ready: Ready },
): Promise<Released> {
  const back: { name: LeavingName; mediaType: string; bytes: Uint8Array }[] = [];
  const ends: { number: string; end: 'sent' | 'failed'; saved: SavedFile | null }[] = [];
  let failure: ExpectedFailure | null = null;
  for (const [at, { number }] of output.parts.entries()) {
    const part = ready.parts[at];
    if (failure !== null || part === undefined) {
      ends.push({ number, end: 'failed', saved: null });
      continue;
    }
    const told = await deliverCopy(call, input.way, part, ready);
    failure = told.failure;
    if (told.end === 'handed-back') back.push(pdfOf(part.name, part.bytes));
    ends.push({ number, end: failure === null ? 'sent' : 'failed', saved: told.saved });
  }
  await settleCopies(call, ends);
  if (failure !== null && ends.every(({ end }) => end === 'failed')) throw failure;
  const parts = output.parts.map((part, at) => ({ ...part, state: ends[at]?.end ?? ('failed' as const) }));
  return { parts, files: call.session.files.addAll(back, 'copy') };
}

export function releaseBundleHandler(parts: BundleParts): InsideHandler<Contract['releaseBundle'], Trx, Ready> {
  return {
    prepare: (call, input) => prepareRelease(call, input, parts),
    commit: (unit, input, ready) => register(unit, input, ready, parts),
    deliver: (call, input, output, ready) => deliver(call, input, { output, ready }),
  };
}
