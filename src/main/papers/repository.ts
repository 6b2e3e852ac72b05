/** Issued documents, their copies, and the counters that never go back. */
import { sql } from 'kysely';
import type { IssuedDocument } from '../../shared/papers/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { staffNames } from '../access/index.ts';
import type { Trx } from '../database.ts';
import type { PapersTables } from './tables.ts';

export type DocumentRow = PapersTables['issued_document'];
export type CopyRow = PapersTables['document_copy'];

/** The next number of a series in a year, from 1; given once, also when the paper then fails. */
export async function nextNumber(trx: Trx, series: string, year: number): Promise<number> {
  const row = await trx
    .insertInto('document_counter')
    .values({ series, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['series', 'year']).doUpdateSet({ last: sql`last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}

/** What `nextNumber` would give, without taking it: for a preview. */
export async function peekNumber(trx: Trx, series: string, year: number): Promise<number> {
  const row = await trx
    .selectFrom('document_counter')
    .select('last')
    .where('series', '=', series)
    .where('year', '=', year)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

export async function insertDocument(trx: Trx, row: DocumentRow): Promise<void> {
  await trx.insertInto('issued_document').values(row).execute();
}

export async function findDocument(trx: Trx, caseId: string, documentId: string): Promise<DocumentRow | undefined> {
  return trx
    .selectFrom('issued_document')
    .selectAll()
    .where('id', '=', documentId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
}

export async function insertCopy(trx: Trx, row: CopyRow): Promise<void> {
  await trx.insertInto('document_copy').values(row).execute();
}

export async function updateCopyState(trx: Trx, id: string, state: CopyRow['state']): Promise<void> {
  await trx
    .updateTable('document_copy')
    .set({ state, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** Issued documents of a case with their copies, newest first; the bytes stay where they are. */
export async function listDocuments(trx: Trx, caseId: string): Promise<IssuedDocument[]> {
  const rows = await trx
    .selectFrom('issued_document')
    .select(['id', 'kind', 'number', 'title', 'content_hash', 'pages', 'issued_by', 'issued_at'])
    .where('case_id', '=', caseId)
    .orderBy('issued_at', 'desc')
    .orderBy('number', 'desc')
    .execute();
  const copies = await trx
    .selectFrom('document_copy')
    .innerJoin('issued_document', 'issued_document.id', 'document_copy.document_id')
    .selectAll('document_copy')
    .where('issued_document.case_id', '=', caseId)
    .orderBy('document_copy.number')
    .execute();
  const names = await staffNames(trx);
  return rows.map((row) => ({
    ...toDocument(row, names),
    copies: copies.filter((copy) => copy.document_id === row.id).map((copy) => toCopy(copy, names)),
  }));
}

type Listed = Omit<DocumentRow, 'bytes' | 'case_id' | 'template' | 'missing_reason' | 'version'>;

export function toDocument(row: Listed, names: ReadonlyMap<string, string>): IssuedDocument {
  return {
    id: row.id as IssuedDocument['id'],
    kind: row.kind as IssuedDocument['kind'],
    number: row.number,
    title: row.title,
    contentHash: row.content_hash,
    pages: row.pages,
    issuedBy: names.get(row.issued_by) ?? '',
    issuedAt: row.issued_at as Instant,
    copies: [],
  };
}

export function toCopy(row: CopyRow, names: ReadonlyMap<string, string>): IssuedDocument['copies'][number] {
  return {
    id: row.id as IssuedDocument['copies'][number]['id'],
    number: row.number,
    way: row.way as 'save' | 'print',
    recipient: row.recipient,
    purpose: row.purpose,
    state: row.state as 'requested',
    staffName: names.get(row.staff_id) ?? '',
    requestedAt: row.requested_at as Instant,
  };
}
