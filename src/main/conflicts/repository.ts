import { sql } from 'kysely';
import type { Trx } from '../database.ts';
import type { ConflictsTables } from './tables.ts';

export type DeclarationRow = ConflictsTables['conflict_declaration'];
type DismissalRow = ConflictsTables['conflict_dismissal'];

export async function insertDeclaration(trx: Trx, row: DeclarationRow): Promise<void> {
  await trx.insertInto('conflict_declaration').values(row).execute();
}

/** Declarations of one person or (null) of everybody, in the order they were made. */
export async function listDeclarations(trx: Trx, staffId: string | null): Promise<DeclarationRow[]> {
  let query = trx.selectFrom('conflict_declaration').selectAll();
  if (staffId !== null) query = query.where('staff_id', '=', staffId);
  return query.orderBy(sql`rowid`).execute();
}

export async function insertDismissal(trx: Trx, row: DismissalRow): Promise<void> {
  await trx.insertInto('conflict_dismissal').values(row).execute();
}

export async function listDismissals(trx: Trx): Promise<DismissalRow[]> {
  return trx.selectFrom('conflict_dismissal').selectAll().execute();
}

export async function isDismissed(trx: Trx, caseId: string, staffId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('conflict_dismissal')
    .select('id')
    .where('case_id', '=', caseId)
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Key of the marks; it stands in the encrypted record and leaves it only for the comparison. */
export async function readPepper(trx: Trx): Promise<Uint8Array> {
  const row = await trx
    .selectFrom('secret')
    .select('value')
    .where('name', '=', 'identityPepper')
    .executeTakeFirstOrThrow();
  return row.value;
}
