/** «Registro de impresiones» and «Verificar código»: what left, and whether what came back is ours. */
import { grantOf } from '../../shared/access/index.ts';
import type {
  CopyState,
  DocumentKind,
  OutsideLine,
  papersContract,
  RegisterLine,
  VerifiedDocument,
} from '../../shared/papers/index.ts';
import { civilDateOf, instantAt } from '../../shared/platform/clock.ts';
import { addDays, type Instant } from '../../shared/platform/dates.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import { staffNames } from '../access/index.ts';
import type { Trx } from '../database.ts';
import { getCaseRow, isClosedTo, numberFor } from '../intake/index.ts';
import type { Unit } from '../platform/gate/handler.ts';
import { copiesOf, toCopy, updateCopyState } from './repository.ts';

type Contract = typeof papersContract;
type Use = Unit<Trx>;

const listed = 500;

type OfRegister = 'printRegister.read' | 'printRegister.markRemoved';

/** Reading is whole for Coordinación and the auditor, marking for Coordinación; else one's own (security design §5.2). */
function isWholeFor(unit: Use, action: OfRegister): boolean {
  return unit.session.roles.some((role) => grantOf(role, action)?.scope === 'untied');
}

function registerOf(trx: Trx) {
  return copiesOf(trx)
    .innerJoin('issued_document', 'issued_document.id', 'document_copy.document_id')
    .leftJoin('case_file', 'case_file.id', 'issued_document.case_id')
    .select(['issued_document.kind', 'issued_document.number as document', 'issued_document.pages'])
    .select(['issued_document.case_id', 'case_file.number as case_number']);
}

/** Saved, left for certain or perhaps, and not said to be deleted. */
function outsideOf(trx: Trx) {
  return registerOf(trx)
    .where('document_copy.way', '=', 'save')
    .where('document_copy.state', '<>', 'failed')
    .where('document_copy.removed_at', 'is', null)
    .orderBy('document_copy.requested_at')
    .orderBy('document_copy.number');
}

export async function listSavedOutside(unit: Use): Promise<OutputOf<Contract['listSavedOutside']>> {
  const isWhole = isWholeFor(unit, 'printRegister.read');
  const all = outsideOf(unit.trx).limit(listed + 1);
  const rows = await (isWhole ? all : all.where('document_copy.staff_id', '=', unit.session.staffId)).execute();
  const lines = await outsideLines(unit, rows.slice(0, listed));
  unit.note({ copies: lines.length });
  return { lines, isCut: rows.length > listed, isWhole, asOf: unit.now };
}

/** Those of today are still being used. */
export async function countSavedOutside(unit: Use): Promise<OutputOf<Contract['countSavedOutside']>> {
  const rows = await outsideOf(unit.trx)
    .where('document_copy.staff_id', '=', unit.session.staffId)
    .where('document_copy.requested_at', '<', instantAt(unit.today, '00:00'))
    .execute();
  return { files: rows.length, oldestAt: (rows[0]?.requested_at ?? null) as Instant | null };
}

export async function readRegister(
  unit: Use,
  input: InputOf<Contract['readPrintRegister']>,
): Promise<OutputOf<Contract['readPrintRegister']>> {
  const isWhole = isWholeFor(unit, 'printRegister.read');
  let query = registerOf(unit.trx)
    .orderBy('document_copy.requested_at', 'desc')
    .orderBy('document_copy.number', 'desc')
    .limit(listed + 1);
  if (!isWhole) query = query.where('document_copy.staff_id', '=', unit.session.staffId);
  if (input.from !== null) query = query.where('document_copy.requested_at', '>=', instantAt(input.from, '00:00'));
  if (input.to !== null)
    query = query.where('document_copy.requested_at', '<', instantAt(addDays(input.to, 1), '00:00'));
  if (input.state !== null) query = query.where('document_copy.state', '=', input.state);
  if (input.way !== null) query = query.where('document_copy.way', '=', input.way);
  const rows = await query.execute();
  const lines = await linesOf(unit, rows.slice(0, listed));
  unit.note({ copies: lines.length });
  return { lines, isCut: rows.length > listed, isWhole };
}

type Row = Parameters<typeof toCopy>[0] & {
  kind: string;
  document: string;
  pages: number;
  case_id: string | null;
  case_number: string | null;
};

async function isClosed(unit: Use, caseId: string): Promise<boolean> {
  return isClosedTo(unit.trx, await getCaseRow(unit.trx, caseId), unit.session.staffId);
}

type Known = {
  /** Null for who may not know of the ficha. */
  readonly caseNumber: string | null;
  readonly names: ReadonlyMap<string, string>;
  readonly isOwn: boolean;
  readonly removesAll: boolean;
};

function lineOf(row: Row, { caseNumber, names, isOwn, removesAll }: Known): RegisterLine {
  return {
    ...toCopy(row, names),
    savedTo: isOwn || caseNumber !== null ? row.saved_to : null,
    mayRemove: isOwn || removesAll,
    documentId: row.document_id as RegisterLine['documentId'],
    kind: row.kind as DocumentKind,
    document: row.document,
    pages: row.pages,
    caseNumber,
    caseId: caseNumber === null ? null : (row.case_id as RegisterLine['caseId']),
  };
}

/** The number of a ficha is told to who may know of it; each is asked once. */
async function linesOf(unit: Use, rows: readonly Row[]): Promise<RegisterLine[]> {
  const names = await staffNames(unit.trx);
  const removesAll = isWholeFor(unit, 'printRegister.markRemoved');
  const told = new Map<string, string | null>();
  const lines: RegisterLine[] = [];
  for (const row of rows) {
    const { case_id: id, case_number: number } = row;
    if (id !== null && number !== null && !told.has(id)) told.set(id, await numberFor(unit, { id, number }));
    const caseNumber = id === null ? null : (told.get(id) ?? null);
    // A line without its ficha would still name who receives what: nothing of one closed to the reader.
    if (id !== null && caseNumber === null && (await isClosed(unit, id))) continue;
    lines.push(lineOf(row, { caseNumber, names, isOwn: row.staff_id === unit.session.staffId, removesAll }));
  }
  return lines;
}

/** A file of one's own is still one's to delete when its ficha was closed since; nothing more is told of it. */
async function outsideLines(unit: Use, rows: readonly Row[]): Promise<OutsideLine[]> {
  const names = await staffNames(unit.trx);
  const told = new Map((await linesOf(unit, rows)).map((line) => [line.id as string, line]));
  return rows.flatMap((row): OutsideLine[] => {
    const line = told.get(row.id);
    if (line === undefined && row.staff_id !== unit.session.staffId) return [];
    const { id, number, staffName, requestedAt, savedTo, savedPlace } = line ?? toCopy(row, names);
    const document =
      line === undefined ? null : { kind: line.kind, document: line.document, caseNumber: line.caseNumber };
    const mayRemove = line === undefined || line.mayRemove;
    return [{ id, number, staffName, requestedAt, savedTo, savedPlace, document, mayRemove }];
  });
}

/** The copies of a batch of one's own that left and of which nobody said yet how they came out. */
export async function settleBatch(
  unit: Use,
  input: InputOf<Contract['settleCopies']>,
): Promise<OutputOf<Contract['settleCopies']>> {
  const rows = await unit.trx
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
    await updateCopyState(unit.trx, id, end);
    unit.touch('document_copy', id);
  }
  unit.note(counts);
  return counts;
}

export async function removeCopy(
  unit: Use,
  { copyId }: InputOf<Contract['removeCopy']>,
): Promise<OutputOf<Contract['removeCopy']>> {
  const row = await registerOf(unit.trx).where('document_copy.id', '=', copyId).executeTakeFirst();
  if (row === undefined || (!isWholeFor(unit, 'printRegister.markRemoved') && row.staff_id !== unit.session.staffId))
    throw fail('not-found');
  // One's own file is deleted also when its ficha was closed to the reader since.
  const isOther = row.staff_id !== unit.session.staffId;
  if (isOther && row.case_id !== null && (await isClosed(unit, row.case_id))) throw fail('not-found');
  if (row.removed_at !== null) throw fail('rule-broken', 'copy-gone');
  if (row.state === 'failed') throw fail('rule-broken', 'copy-not-saved');
  await unit.trx
    .updateTable('document_copy')
    .set({ removed_at: unit.now, removed_by: unit.session.staffId, version: row.version + 1 })
    .where('id', '=', copyId)
    .execute();
  unit.touch('document_copy', copyId);
  unit.note({ copy: row.number, way: row.way });
  return { removedAt: unit.now };
}

/**
 * The number alone, as it may be meant; empty for anything that is none (a search pattern among them).
 * `serial`: «Escrito N.º 1 · 2026-000004», «N.º 2026-000004» and `2026-000004` are the same. `official`: letters and
 * reports, «Oficio N.º 001-2026-ABC».
 */
function numbersIn(text: string): { readonly serial: string | undefined; readonly official: string | undefined } {
  const typed = text.toUpperCase();
  return {
    serial: /(?:CEM-|C-|H-)?\d{4}-\d{4,6}\b/.exec(typed)?.[0],
    official: /(?<!\d)\d{3,}-\d{4}(?!\d)(?:-[A-ZÑ0-9](?:[A-ZÑ0-9./-]*[A-ZÑ0-9])?)?/.exec(typed)?.[0],
  };
}

function documentsOf(trx: Trx) {
  return trx
    .selectFrom('issued_document')
    .select(['issued_document.kind', 'issued_document.number', 'issued_document.issued_at'])
    .select(['issued_document.pages', 'issued_document.content_hash']);
}

type Found = Awaited<ReturnType<ReturnType<typeof documentsOf>['execute']>>[number];

function told(row: Found, copy: { state: string; removed_at: string | null } | null): VerifiedDocument {
  return {
    kind: row.kind as DocumentKind,
    number: row.number,
    issuedOn: civilDateOf(Date.parse(row.issued_at)),
    pages: row.pages,
    contentHash: row.content_hash,
    copyState: copy === null ? null : (copy.state as CopyState),
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
        // Letters and reports count apart: the same number may be of several papers, and all of them are told.
        where('number', 'like', `% N.º ${official}`),
      ]),
    )
    .orderBy('issued_at')
    .orderBy('number')
    .execute();
  return rows.map((row) => told(row, null));
}

export async function verify(
  unit: Use,
  { number, contentHash }: InputOf<Contract['verifyDocument']>,
): Promise<OutputOf<Contract['verifyDocument']>> {
  const same = contentHash === null ? [] : await byHash(unit.trx, contentHash);
  const named = same.length > 0 || number === null || number === '' ? [] : await byNumber(unit.trx, number);
  const isGenuine = same.length > 0 || (contentHash === null && named.length > 0);
  const verdict = isGenuine ? 'genuine' : named.length > 0 ? 'changed' : 'unknown';
  unit.note({ verdict, documents: same.length + named.length });
  return { verdict, documents: [...same, ...named].slice(0, 20) };
}
