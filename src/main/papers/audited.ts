/** What the audit asks of the registers of papers. */
import { sql } from 'kysely';
import type { Instant } from '../../shared/platform/dates.ts';
import { among } from '../platform/storage/among.ts';
import type { RecordRef } from '../platform/storage/record-seals.ts';
import { tablesIn, type Trx } from './tables.ts';

/** The case each of these papers stands in; what is of none is left out. */
export async function casesOfPapers(trx: Trx, refs: readonly RecordRef[]) {
  const idsOf = (kind: string) => among(refs.filter((ref) => ref.kind === kind).map((ref) => ref.id));
  const issued = await tablesIn(trx)
    .selectFrom('issued_document')
    .select(['id', 'case_id'])
    .where(sql<string>`id`, 'in', idsOf('issued_document'))
    .execute();
  const copies = await tablesIn(trx)
    .selectFrom('document_copy')
    .innerJoin('issued_document', 'issued_document.id', 'document_copy.document_id')
    .select(['document_copy.id', 'issued_document.case_id'])
    .where(sql<string>`document_copy.id`, 'in', idsOf('document_copy'))
    .execute();
  const saved = await tablesIn(trx)
    .selectFrom('saved_file')
    .select(['id', 'case_id'])
    .where(sql<string>`id`, 'in', idsOf('saved_file'))
    .execute();
  const found = [
    ...issued.map((row) => ({ kind: 'issued_document', ...row })),
    ...copies.map((row) => ({ kind: 'document_copy', ...row })),
    ...saved.map((row) => ({ kind: 'saved_file', ...row })),
  ];
  return found.flatMap(({ kind, id, case_id: caseId }) => (caseId === null ? [] : [{ kind, id, caseId }]));
}

type LeftBy = { readonly staff_id: string | null; readonly count: number };

/** What left, from the registers of what leaves. */
export async function copiesLeft(trx: Trx, way: 'print' | 'save', since: Instant): Promise<readonly LeftBy[]> {
  const copies = await sql<LeftBy>`
    select staff_id, count(*) as count from (
      select staff_id from document_copy
      where way = ${way} and state <> 'failed' and requested_at > ${since}
      union all
      select staff_id from saved_file where ${way} = 'save' and state <> 'failed' and requested_at > ${since}
    ) group by staff_id`.execute(trx);
  return copies.rows;
}

/** Seals of the office copies that left: each says what an entry of the audit was then, by its place and the first ten digits of its hash. */
export async function copyWitnesses(trx: Trx) {
  const rows = await tablesIn(trx)
    .selectFrom('document_copy')
    .select(['number', 'seal', 'requested_at'])
    .where('seal', 'is not', null)
    .execute();
  return rows.flatMap(({ number, seal, requested_at: at }) => {
    const [seq = '', code = ''] = (seal ?? '').split('-');
    const isRead = /^\d+$/.test(seq) && code !== '';
    return isRead ? [{ source: 'paper' as const, name: number, seq: Number(seq), code, at, isProven: true }] : [];
  });
}
