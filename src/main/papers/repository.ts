/** Issued documents, their copies, and the counters that never go back. */
import { sql } from 'kysely';
import { isMadeAnew, type CopyState, type DocumentCopy, type IssuedDocument } from '../../shared/papers/index.ts';
import type { CaseId, DocumentId, Id } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import type { SavedFile } from '../platform/ports.ts';
import { cellsOf, nextVersions, columnsIn, valueIn } from '../platform/storage/rows.ts';
import { tablesIn, type PapersTables, type Trx, type Use } from './tables.ts';

export type DocumentRow = PapersTables['issued_document'];
export type CopyRow = PapersTables['document_copy'];

/** The next number of a series in a year, from 1; given once, also when the paper then fails. */
export async function nextNumber(trx: Trx, series: string, year: number): Promise<number> {
  const row = await tablesIn(trx)
    .insertInto('document_counter')
    .values({ series, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['series', 'year']).doUpdateSet({ last: sql`last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}

/**
 * What each series is told by: acta, annex B, referral, writ (escrito), sheet of the ficha, saved file, sheet of the clock,
 * copy. One number is one paper: without the letter several series would share it.
 */
const serials = {
  custody: 'A',
  location: 'B',
  referral: 'D',
  filing: 'E',
  'register-sheet': 'F',
  'saved-file': 'G',
  clock: 'H',
  copy: 'CEM',
} as const;

/** `E-2026-000123`. */
export function serialNumber(series: keyof typeof serials, year: number, sequence: number): string {
  return `${serials[series]}-${year}-${String(sequence).padStart(6, '0')}`;
}

/** What `nextNumber` would give, without taking it: for a preview. */
export async function peekNumber(trx: Trx, series: string, year: number): Promise<number> {
  const last = await valueIn(tablesIn(trx), 'document_counter.last', { series, year });
  return (last ?? 0) + 1;
}

/** A copy of a document of that case. */
export async function findCopy(trx: Trx, caseId: CaseId, copyId: Id<'CopyId'>): Promise<CopyRow | undefined> {
  return tablesIn(trx)
    .selectFrom('document_copy')
    .innerJoin('issued_document', 'issued_document.id', 'document_copy.document_id')
    .selectAll('document_copy')
    .where('document_copy.id', '=', copyId)
    .where('issued_document.case_id', '=', caseId)
    .executeTakeFirst();
}

/**
 * Copies of a batch of that person that did not come out on paper, in the order of their numbers; without those that
 * another copy repeats, unless that one failed as well.
 */
export async function copiesToRepeat(
  trx: Trx,
  { caseId, batchId, staffId }: { readonly caseId: CaseId; readonly batchId: string; readonly staffId: string },
): Promise<CopyRow[]> {
  return tablesIn(trx)
    .selectFrom('document_copy')
    .innerJoin('issued_document', 'issued_document.id', 'document_copy.document_id')
    .leftJoin('document_copy as later', (join) =>
      join.onRef('later.reprint_of', '=', 'document_copy.id').on('later.state', '<>', 'failed'),
    )
    .selectAll('document_copy')
    .where('document_copy.batch_id', '=', batchId)
    .where('document_copy.staff_id', '=', staffId)
    .where('document_copy.way', '=', 'print')
    .where('document_copy.state', '=', 'failed')
    .where('issued_document.case_id', '=', caseId)
    .where('later.id', 'is', null)
    .orderBy('document_copy.number')
    .execute();
}

/** What is registered before it leaves, a copy or another file, as it begins. */
export function newLine<LineId extends string>(unit: Use) {
  const asked = { state: 'requested', staff_id: unit.session.staffId, requested_at: unit.now } as const;
  const later = { removed_at: null, removed_by: null, saved_to: null, saved_place: null };
  return { id: unit.newId<LineId>(), ...asked, ...later, version: 1 };
}

/** @param saved file it was saved as, where the host knows it */
export async function updateCopyState(
  unit: Use,
  id: Id<'CopyId'>,
  state: CopyState,
  saved: SavedFile | null = null,
): Promise<void> {
  const place = saved === null ? {} : { saved_to: saved.path, saved_place: saved.place };
  await nextVersions(tablesIn(unit.trx), 'document_copy', { id }, { state, ...place });
  unit.touch('document_copy', id);
}

/** Issued documents of a case with their copies, newest first; the bytes stay where they are. */
export async function listDocuments(trx: Trx, caseId: CaseId): Promise<IssuedDocument[]> {
  const rows = await tablesIn(trx)
    .selectFrom('issued_document')
    .select(listedColumns)
    .select(hasWordFile)
    .where('case_id', '=', caseId)
    .orderBy('issued_at', 'desc')
    .orderBy('number', 'desc')
    .execute();
  const copies = await copiesOf(trx)
    .innerJoin('issued_document', 'issued_document.id', 'document_copy.document_id')
    .where('issued_document.case_id', '=', caseId)
    .orderBy('document_copy.number')
    .execute();
  const names = await staffNames(trx);
  return rows.map((row) => ({
    ...toDocument(row, names),
    copies: copies.filter((copy) => copy.document_id === row.id).map((copy) => toCopy(copy, names)),
  }));
}

const listedColumns = [
  'id', 'kind', 'number', 'title', 'recipient', 'content_hash', 'pages', 'issued_by', 'issued_at', 'template',
] as const; // prettier-ignore

/** Whether the blocks are kept; the blocks themselves are read only to write the file. */
const hasWordFile = sql<0 | 1>`paper IS NOT NULL`.as('has_word');

/** Copies with the number of the one they repeat. */
export function copiesOf(trx: Trx) {
  return tablesIn(trx)
    .selectFrom('document_copy')
    .leftJoin('document_copy as first_copy', 'first_copy.id', 'document_copy.reprint_of')
    .selectAll('document_copy')
    .select('first_copy.number as first_number');
}

export function toDocument(
  row: Pick<DocumentRow, (typeof listedColumns)[number]> & ({ has_word: 0 | 1 } | { paper: string | null }),
  names: ReadonlyMap<string, string>,
): IssuedDocument {
  return {
    ...cellsOf(row, 'id', 'kind', 'number', 'title', 'recipient', 'content_hash', 'pages', 'issued_at'),
    hasWord: 'has_word' in row ? row.has_word === 1 : row.paper !== null,
    isMadeAnew: isMadeAnew(row),
    issuedBy: names.get(row.issued_by) ?? '',
    copies: [],
  };
}

type Told = CopyRow & { readonly first_number: string | null };

/** An old copy has empty columns: it was one PDF file for the receiver. */
export function toCopy(row: Told, names: ReadonlyMap<string, string>): DocumentCopy {
  return {
    ...cellsOf(row, 'id', 'number', 'way', 'recipient', 'purpose', 'printer', 'state', 'requested_at', 'removed_at'),
    ...cellsOf(row, 'saved_to', 'saved_place'),
    edition: row.edition ?? 'court',
    format: row.format ?? 'pdf',
    part: row.part ?? 1,
    parts: row.parts ?? 1,
    staffName: names.get(row.staff_id) ?? '',
    reprintOf: row.first_number,
    isOfBundle: row.bundle_id !== null,
  };
}

/** What was issued for a case. */
export async function paperHands(trx: Trx, caseIds: readonly CaseId[]): Promise<{ caseId: CaseId; staffId: string }[]> {
  const rows = await columnsIn(tablesIn(trx), 'issued_document', ['case_id', 'issued_by'], { case_id: caseIds });
  return rows.flatMap(({ case_id: caseId, issued_by: staffId }) => (caseId === null ? [] : [{ caseId, staffId }]));
}

export async function papersOfCase(trx: Trx, caseId: CaseId) {
  return tablesIn(trx)
    .selectFrom('issued_document')
    .select(['number', 'kind', 'issued_at as issuedAt'])
    .where('case_id', '=', caseId)
    .execute();
}

export async function numberOfPaper(trx: Trx, id: DocumentId): Promise<string | null> {
  return (await valueIn(tablesIn(trx), 'issued_document.number', { id })) ?? null;
}
