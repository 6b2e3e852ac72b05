import { sql } from 'kysely';
import type { CaseId } from '../../shared/platform/ids.ts';
import { nextVersions, hasRow } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type ConflictsTables } from './tables.ts';

export type DeclarationRow = ConflictsTables['conflict_declaration'];
export type JudgedRow = ConflictsTables['conflict_judged'];

/** Declarations of one person or (null) of everybody, in the order they were made. */
export async function listDeclarations(trx: Trx, staffId: string | null): Promise<DeclarationRow[]> {
  let query = tablesIn(trx).selectFrom('conflict_declaration').selectAll();
  if (staffId !== null) query = query.where('staff_id', '=', staffId);
  return query.orderBy(sql`rowid`).execute();
}

export async function hasDeclared(trx: Trx, staffId: string): Promise<boolean> {
  return hasRow(tablesIn(trx), 'conflict_declaration', { staff_id: staffId });
}

/** The newest decision stands; what the earlier ones judged stays judged. */
export async function renewDismissal(
  trx: Trx,
  id: string,
  decision: Pick<ConflictsTables['conflict_dismissal'], 'reason' | 'decided_by' | 'decided_at'>,
): Promise<void> {
  await nextVersions(tablesIn(trx), 'conflict_dismissal', { id }, decision);
}

/** What was judged in one case or (null) in all, in the order of the decisions. */
export async function listJudged(trx: Trx, caseId: CaseId | null): Promise<JudgedRow[]> {
  let query = tablesIn(trx).selectFrom('conflict_judged').selectAll();
  if (caseId !== null) query = query.where('case_id', '=', caseId);
  return query.orderBy(sql`rowid`).execute();
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
