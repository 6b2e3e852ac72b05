/**
 * What is kept for a call sent again, when the record it speaks of went elsewhere: record by record. Withdrawn by
 * procedure, the answers of everybody else would go too, and a retry of theirs would store twice.
 */
import { sql } from 'kysely';
import type { CaseId } from '../../../shared/platform/ids.ts';
import { platformOf } from '../storage/platform-tables.ts';
import type { Trx } from '../storage/rows.ts';

/** In place of an answer that may not be given again. */
export const withdrawn = '';

/**
 * The record of these answers went elsewhere: what they hold is not given again, and the call sent again stores nothing a
 * second time. Answers about other records stand.
 *
 * @param id of the record, as the answers name it
 */
export async function withdrawAnswers(trx: Trx, procedures: readonly string[], id: string): Promise<void> {
  await platformOf(trx)
    .updateTable('idempotency_key')
    .set({ output: withdrawn })
    .where('procedure', 'in', procedures)
    .where(sql<boolean>`instr(output, ${id}) > 0`)
    .execute();
}

/** The same of every answer that names one of these ids. */
export async function withdrawNaming(trx: Trx, ids: ReadonlySet<string>): Promise<void> {
  const kept = await platformOf(trx).selectFrom('idempotency_key').select(['key', 'output']).execute();
  const naming = kept.filter(({ output }) => (output.match(/[0-9a-f-]{36}/g) ?? []).some((id) => ids.has(id)));
  for (const { key } of naming)
    await platformOf(trx).updateTable('idempotency_key').set({ output: withdrawn }).where('key', '=', key).execute();
}

/** The same of every answer under the key of a case, which is gone. */
export async function withdrawClosed(trx: Trx, caseId: CaseId): Promise<void> {
  await platformOf(trx)
    .updateTable('idempotency_key')
    .set({ output: withdrawn })
    .where('output', 'like', `"cem-closed:${caseId}:%`)
    .execute();
}

/** The same of an answer that stored nothing: asked again, it is read again. */
export async function forgetAnswers(trx: Trx, procedure: string, id: string): Promise<void> {
  await platformOf(trx)
    .deleteFrom('idempotency_key')
    .where('procedure', '=', procedure)
    .where(sql<boolean>`instr(output, ${id}) > 0`)
    .execute();
}
