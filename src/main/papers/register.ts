/** «Registro de impresiones» and «Verificar código»: what left, and whether what came back is ours. */
import { sql } from 'kysely';
import {
  copyWordsFor,
  type CopyState,
  type DocumentKind,
  type OutsideLine,
  type papersContract,
  type RegisterLine,
  type SavedFileLine,
  type VerifiedDocument,
} from '../../shared/papers/index.ts';
import { civilDateOf, instantAt } from '../../shared/platform/clock.ts';
import { addDays, type Instant } from '../../shared/platform/dates.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { byNow, cellsOf, nextVersions } from '../platform/storage/rows.ts';
import { fichaReach, isClosed, isWholeFor } from './register-reach.ts';
import { copiesOf, toCopy, updateCopyState } from './repository.ts';
import { placeOf, savedFileLines, savedFilesOf, type SavedFileFound } from './saved-files.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof papersContract;

/** Lines of one answer, of both sorts together. */
const listed = 500;

function registerOf(trx: Trx) {
  return copiesOf(trx)
    .innerJoin('issued_document', 'issued_document.id', 'document_copy.document_id')
    .leftJoin('case_file', 'case_file.id', 'issued_document.case_id')
    .select(['issued_document.kind', 'issued_document.number as document', 'issued_document.pages'])
    .select(['issued_document.case_id', 'case_file.number as case_number']);
}

/** Saved, left for certain or perhaps, and not said to be deleted. */
function outsideCopies(trx: Trx) {
  return (
    registerOf(trx)
      // Said and not bound: the index of what is outside serves no other question.
      .where('document_copy.way', '=', sql.lit('save'))
      .where('document_copy.state', '<>', 'failed')
      .where('document_copy.removed_at', 'is', null)
      .orderBy('document_copy.requested_at')
      .orderBy('document_copy.number')
  );
}

function outsideFiles(trx: Trx) {
  return savedFilesOf(trx)
    .where('saved_file.state', '<>', 'failed')
    .where('saved_file.removed_at', 'is', null)
    .orderBy('saved_file.requested_at')
    .orderBy('saved_file.number');
}

type Dated = { readonly requested_at: Instant; readonly number: string };

function isBefore(one: Dated, other: Dated): boolean {
  if (one.requested_at !== other.requested_at) return one.requested_at < other.requested_at;
  return one.number < other.number;
}

type Both = { readonly copies: readonly Row[]; readonly files: readonly SavedFileFound[] };

/** The first `listed` of both sorts together; `isAfter` says which of two comes later. */
function firstOf({ copies, files }: Both, isAfter: (one: Dated, other: Dated) => boolean): Both & { isCut: boolean } {
  const all: Dated[] = [...copies, ...files].toSorted((one, other) => (isAfter(one, other) ? 1 : -1));
  const shown = new Set(all.slice(0, listed));
  const isShown = (row: Dated) => shown.has(row);
  return { copies: copies.filter(isShown), files: files.filter(isShown), isCut: all.length > listed };
}

const newestLast = (one: Dated, other: Dated) => isBefore(other, one);

function inOrder<Line extends { readonly requestedAt: Instant; readonly number: string | null }>(
  lines: Line[],
  sign: 1 | -1,
) {
  const dated = ({ requestedAt, number }: Line) => ({ requested_at: requestedAt, number: number ?? '' });
  return lines.toSorted((one, other) => (isBefore(dated(one), dated(other)) ? -sign : sign));
}

export async function listSavedOutside(unit: Use): Promise<OutputOf<Contract['listSavedOutside']>> {
  const { trx, session } = unit;
  const isWhole = isWholeFor(unit, 'printRegister.read');
  const copies = outsideCopies(trx).limit(listed + 1);
  const files = outsideFiles(trx).limit(listed + 1);
  const found = firstOf(
    {
      copies: await (isWhole ? copies : copies.where('document_copy.staff_id', '=', session.staffId)).execute(),
      files: await (isWhole ? files : files.where('saved_file.staff_id', '=', session.staffId)).execute(),
    },
    newestLast,
  );
  const lines = inOrder([...(await copiesOutside(unit, found.copies)), ...(await filesOutside(unit, found.files))], 1);
  unit.note({ files: lines.length });
  return { lines, isCut: found.isCut, isWhole, asOf: unit.now };
}

/** Those of today are still being used. */
export async function countSavedOutside(unit: Use): Promise<OutputOf<Contract['countSavedOutside']>> {
  const { staffId } = unit.session;
  const today = instantAt(unit.today, '00:00');
  const copies = await outsideCopies(unit.trx)
    .where('document_copy.staff_id', '=', staffId)
    .where('document_copy.requested_at', '<', today)
    .execute();
  const files = await outsideFiles(unit.trx)
    .where('saved_file.staff_id', '=', staffId)
    .where('saved_file.requested_at', '<', today)
    .execute();
  const [oldest] = [...copies, ...files].map((row) => row.requested_at).toSorted();
  return { files: copies.length + files.length, oldestAt: oldest ?? null };
}

type Filters = InputOf<Contract['readPrintRegister']>;

/** First and last instant asked for; null where it is open. */
function spanOf({ from, to }: Filters): { since: Instant | null; until: Instant | null } {
  return {
    since: from === null ? null : instantAt(from, '00:00'),
    until: to === null ? null : instantAt(addDays(to, 1), '00:00'),
  };
}

async function copiesAsked(unit: Use, filters: Filters, isWhole: boolean): Promise<Row[]> {
  const { since, until } = spanOf(filters);
  let query = registerOf(unit.trx)
    .orderBy('document_copy.requested_at', 'desc')
    .orderBy('document_copy.number', 'desc')
    .limit(listed + 1);
  if (!isWhole) query = query.where('document_copy.staff_id', '=', unit.session.staffId);
  if (since !== null) query = query.where('document_copy.requested_at', '>=', since);
  if (until !== null) query = query.where('document_copy.requested_at', '<', until);
  if (filters.state !== null) query = query.where('document_copy.state', '=', filters.state);
  if (filters.way !== null) query = query.where('document_copy.way', '=', filters.way);
  return query.execute();
}

async function filesAsked(unit: Use, filters: Filters, isWhole: boolean): Promise<SavedFileFound[]> {
  // Nothing but a copy is printed, and only of a copy it is asked how it came out.
  const { state, way } = filters;
  if (way === 'print' || state === 'confirmed') return [];
  const { since, until } = spanOf(filters);
  let query = savedFilesOf(unit.trx)
    .orderBy('saved_file.requested_at', 'desc')
    .orderBy('saved_file.number', 'desc')
    .limit(listed + 1);
  if (!isWhole) query = query.where('saved_file.staff_id', '=', unit.session.staffId);
  if (since !== null) query = query.where('saved_file.requested_at', '>=', since);
  if (until !== null) query = query.where('saved_file.requested_at', '<', until);
  if (state !== null) query = query.where('saved_file.state', '=', state);
  return query.execute();
}

export async function readRegister(unit: Use, input: Filters): Promise<OutputOf<Contract['readPrintRegister']>> {
  const isWhole = isWholeFor(unit, 'printRegister.read');
  const found = firstOf(
    { copies: await copiesAsked(unit, input, isWhole), files: await filesAsked(unit, input, isWhole) },
    isBefore,
  );
  const [copies, files] = [await linesOf(unit, found.copies), await savedFileLines(unit, found.files)];
  unit.note({ copies: copies.length, files: files.length });
  return { lines: inOrder<RegisterLine | SavedFileLine>([...copies, ...files], -1), isCut: found.isCut, isWhole };
}

type Row = Parameters<typeof toCopy>[0] & {
  kind: DocumentKind;
  document: string;
  pages: number;
  case_id: CaseId | null;
  case_number: string | null;
};

async function linesOf(unit: Use, rows: readonly Row[]): Promise<RegisterLine[]> {
  const [names, reach] = [await staffNames(unit.trx), fichaReach(unit)];
  const removesAll = isWholeFor(unit, 'printRegister.markRemoved');
  const lines: RegisterLine[] = [];
  for (const row of rows) {
    const { caseNumber, caseId, isHidden } = await reach(row);
    if (isHidden) continue;
    const isOwn = row.staff_id === unit.session.staffId;
    const mayKnow = isOwn || row.case_id === null || caseNumber !== null;
    lines.push({
      sort: 'copy',
      ...toCopy(row, names),
      ...(mayKnow ? {} : copyWordsFor(row, row.kind)),
      savedTo: isOwn || caseNumber !== null ? row.saved_to : null,
      mayRemove: isOwn || removesAll,
      ...cellsOf(row, 'document_id', 'document', 'pages', 'kind'),
      caseNumber,
      caseId,
    });
  }
  return lines;
}

/** A file of one's own is still one's to delete when its ficha was closed since; nothing more is told of it. */
async function copiesOutside(unit: Use, rows: readonly Row[]): Promise<OutsideLine[]> {
  const names = await staffNames(unit.trx);
  const told = new Map((await linesOf(unit, rows)).map((line) => [line.id as string, line]));
  return rows.flatMap((row): OutsideLine[] => {
    const line = told.get(row.id);
    if (line === undefined && row.staff_id !== unit.session.staffId) return [];
    const { id, staffName, requestedAt, savedPlace } = line ?? toCopy(row, names);
    const savedTo = line === undefined ? folderOnly(row) : line.savedTo;
    const number = line?.number ?? null;
    const document =
      line === undefined ? null : { kind: line.kind, document: line.document, caseNumber: line.caseNumber };
    const mayRemove = line === undefined || line.mayRemove;
    return [{ sort: 'copy', id, number, staffName, requestedAt, savedTo, savedPlace, document, mayRemove }];
  });
}

/** Where one's own file lies, without a name that says its number. */
function folderOnly({ saved_to: path, number }: Pick<Row, 'saved_to' | 'number'>): string | null {
  if (path === null || !path.toLowerCase().includes(number.toLowerCase())) return path;
  return path.replace(/[^\\/]*$/, '');
}

async function filesOutside(unit: Use, rows: readonly SavedFileFound[]): Promise<OutsideLine[]> {
  const names = await staffNames(unit.trx);
  const told = new Map((await savedFileLines(unit, rows)).map((line) => [line.id as string, line]));
  return rows.flatMap((row): OutsideLine[] => {
    const line = told.get(row.id);
    if (line === undefined && row.staff_id !== unit.session.staffId) return [];
    const { id, number, staffName, requestedAt, savedTo, savedPlace } = line ?? placeOf(row, names);
    const file = line === undefined ? null : { kind: line.kind, name: line.name, caseNumber: line.caseNumber };
    const mayRemove = line === undefined || line.mayRemove;
    return [{ sort: 'file', id, number, staffName, requestedAt, savedTo, savedPlace, file, mayRemove }];
  });
}

/** The copies of a batch of one's own that left and of which nobody said yet how they came out. */
export async function settleBatch(unit: Use, input: InputOf<Contract['settleCopies']>) {
  const rows = await tablesIn(unit.trx)
    .selectFrom('document_copy')
    .innerJoin('issued_document', 'issued_document.id', 'document_copy.document_id')
    .select(['document_copy.id', 'document_copy.state'])
    .where('document_copy.batch_id', '=', input.batchId)
    .where('document_copy.staff_id', '=', unit.session.staffId)
    .where('issued_document.case_id', '=', input.caseId)
    .execute();
  if (rows.length === 0) throw fail('not-found');
  const failed = new Set<string>(input.failed);
  const counts = { confirmed: 0, failed: 0 };
  for (const { id, state } of rows) {
    if (state !== 'sent') continue;
    const end = failed.has(id) ? 'failed' : 'confirmed';
    counts[end] += 1;
    await updateCopyState(unit, id, end);
  }
  unit.note(counts);
  return counts;
}

export async function removeCopy(unit: Use, { copyId }: InputOf<Contract['removeCopy']>) {
  const row = await registerOf(unit.trx).where('document_copy.id', '=', copyId).executeTakeFirst();
  if (row === undefined || (!isWholeFor(unit, 'printRegister.markRemoved') && row.staff_id !== unit.session.staffId))
    throw fail('not-found');
  // One's own file is deleted also when its ficha was closed to the reader since.
  const isOther = row.staff_id !== unit.session.staffId;
  if (isOther && row.case_id !== null && (await isClosed(unit, row.case_id))) throw fail('not-found');
  if (row.removed_at !== null) throw fail('rule-broken', 'copy-gone');
  if (row.state === 'failed') throw fail('rule-broken', 'copy-not-saved');
  await nextVersions(tablesIn(unit.trx), 'document_copy', { id: copyId }, byNow(unit, 'removed'));
  unit.touch('document_copy', copyId);
  unit.note({ copy: row.number, way: row.way });
  return { removedAt: unit.now };
}

/**
 * The number alone, as it may be meant; empty for anything that is none (a search pattern among them).
 * `serial`: «Escrito N.º 1 · E-2026-000004», «N.º E-2026-000004» and `E-2026-000004` are the same. `official`: letters and
 * reports, «Oficio N.º 001-2026-ABC».
 */
function numbersIn(text: string): { readonly serial: string | undefined; readonly official: string | undefined } {
  const typed = text.toUpperCase();
  return {
    serial: /(?:CEM-|[A-H]-)?\d{4}-\d{4,6}(?:-R\b)?/.exec(typed)?.[0],
    official: /(?<!\d)\d{3,}-\d{4}(?!\d)(?:-[A-ZÑ0-9](?:[A-ZÑ0-9./-]*[A-ZÑ0-9])?)?/.exec(typed)?.[0],
  };
}

function documentsOf(trx: Trx) {
  return tablesIn(trx)
    .selectFrom('issued_document')
    .select(['issued_document.kind', 'issued_document.number', 'issued_document.issued_at'])
    .select(['issued_document.pages', 'issued_document.content_hash']);
}

type Found = Awaited<ReturnType<ReturnType<typeof documentsOf>['execute']>>[number];

function told(row: Found, copy: { state: CopyState; removed_at: Instant | null } | null): VerifiedDocument {
  return {
    ...cellsOf(row, 'kind', 'number', 'pages', 'content_hash'),
    issuedOn: civilDateOf(Date.parse(row.issued_at)),
    copyState: copy === null ? null : copy.state,
    isRemoved: copy !== null && copy.removed_at !== null,
  };
}

async function byHash(trx: Trx, hash: string): Promise<VerifiedDocument[]> {
  const frozen = await documentsOf(trx).where('issued_document.content_hash', '=', hash).execute();
  if (frozen.length > 0) return frozen.map((row) => told(row, null));
  const copies = await documentsOf(trx)
    .innerJoin('document_copy', 'document_copy.document_id', 'issued_document.id')
    .select(['document_copy.state', 'document_copy.removed_at'])
    .where('document_copy.content_hash', '=', hash)
    .orderBy('document_copy.number')
    .execute();
  return copies.map((row) => told(row, row));
}

async function byNumber(trx: Trx, number: string): Promise<VerifiedDocument[]> {
  const { serial = '', official = '' } = numbersIn(number);
  if (serial === '' && official === '') return [];
  const copies = await documentsOf(trx)
    .innerJoin('document_copy', 'document_copy.document_id', 'issued_document.id')
    .select(['document_copy.state', 'document_copy.removed_at'])
    .where('document_copy.number', '=', serial)
    .execute();
  if (copies.length > 0) return copies.map((row) => told(row, row));
  const rows = await documentsOf(trx)
    .where((where) =>
      where.or([
        where('number', 'in', [serial, official]),
        where('number', 'like', `%· ${serial}`),
        // Typed without its letter, several papers may be meant: all of them are told.
        where('number', 'like', `%· _-${serial}`),
        // Letters and reports count apart: the same number may be of several papers, and all of them are told.
        where('number', 'like', `% N.º ${official}`),
      ]),
    )
    .orderBy('issued_at')
    .orderBy('number')
    .execute();
  return rows.map((row) => told(row, null));
}

/** What a domain above issued beside the papers of cases: the published months. */
export type FindPublished = (
  trx: Trx,
  asked: InputOf<Contract['verifyDocument']>,
) => Promise<{ same: VerifiedDocument[]; named: VerifiedDocument[] }>;

export async function verify(
  unit: Use,
  { number, contentHash }: InputOf<Contract['verifyDocument']>,
  findPublished: FindPublished,
): Promise<OutputOf<Contract['verifyDocument']>> {
  const published = await findPublished(unit.trx, { number, contentHash });
  const same = [...(contentHash === null ? [] : await byHash(unit.trx, contentHash)), ...published.same];
  const papers = same.length > 0 || number === null || number === '' ? [] : await byNumber(unit.trx, number);
  const named = [...papers, ...published.named];
  const isGenuine = same.length > 0 || (contentHash === null && named.length > 0);
  const verdict = isGenuine ? 'genuine' : named.length > 0 ? 'changed' : 'unknown';
  unit.note({ verdict, documents: same.length + named.length });
  return { verdict, documents: [...same, ...named].slice(0, 20) };
}
