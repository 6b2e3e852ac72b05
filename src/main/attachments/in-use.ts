/** Whether a file proves something that was done: it is then neither annulled nor moved. */
import { sql } from 'kysely';
import type { Trx } from '../database.ts';
import { hasCustody } from './repository.ts';

async function isRowOf(trx: Trx, table: 'filing_bundle_annex' | 'filing_answer', id: string): Promise<boolean> {
  const column = table === 'filing_answer' ? 'filing_answer.document_id' : 'filing_bundle_annex.attachment_id';
  const row = await trx.selectFrom(table).select(column).where(column, '=', id).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** An acta de recepción names it by its hash. */
async function isNamedByReceipt(trx: Trx, id: string): Promise<boolean> {
  const row = await trx
    .selectFrom('custody_item')
    .select('receipt_id')
    .where(sql<boolean>`EXISTS (SELECT 1 FROM json_each(files) WHERE value ->> '$.id' = ${id})`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** It was left somewhere with a writ, says what was answered, or stands in an acta. */
export async function isProof(trx: Trx, id: string): Promise<boolean> {
  return (
    (await hasCustody(trx, id, 'presented')) ||
    (await isRowOf(trx, 'filing_answer', id)) ||
    (await isNamedByReceipt(trx, id))
  );
}

/** Joined into a presentation that was assembled: its pages stand there already. */
export async function isInBundle(trx: Trx, id: string): Promise<boolean> {
  return isRowOf(trx, 'filing_bundle_annex', id);
}
