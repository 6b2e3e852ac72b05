import type { CaseId, StaffId } from '../../shared/platform/ids.ts';
import { hasRow, rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type ConflictsTables } from './tables.ts';

export type DeclarationRow = ConflictsTables['conflict_declaration'];
export type JudgedRow = ConflictsTables['conflict_judged'];

/** Declarations of one person or (null) of everybody, in the order they were made. */
export async function listDeclarations(trx: Trx, staffId: StaffId | null): Promise<DeclarationRow[]> {
  return rowsOf(tablesIn(trx), 'conflict_declaration', staffId === null ? {} : { staff_id: staffId }, 'rowid');
}

export async function hasDeclared(trx: Trx, staffId: StaffId): Promise<boolean> {
  return hasRow(tablesIn(trx), 'conflict_declaration', { staff_id: staffId });
}

/** What was judged in one case or (null) in all, in the order of the decisions. */
export async function listJudged(trx: Trx, caseId: CaseId | null): Promise<JudgedRow[]> {
  return rowsOf(tablesIn(trx), 'conflict_judged', caseId === null ? {} : { case_id: caseId }, 'rowid');
}

/** Key of the marks; it stands in the encrypted record and leaves it only for the comparison. */
export async function readPepper(trx: Trx): Promise<Uint8Array> {
  const row = await tablesIn(trx)
    .selectFrom('secret')
    .select('value')
    .where('name', '=', 'identityPepper')
    .executeTakeFirstOrThrow();
  return row.value;
}
