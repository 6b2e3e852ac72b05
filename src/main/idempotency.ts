/** Answers already given under an idempotency key: the same key never makes a second record (bad input 53). */
import type { Session } from './platform/gate/session.ts';
import { fail } from '../shared/platform/failures.ts';
import type { Trx } from './database.ts';

/** The first answer given under this key; null when it is new. @throws conflict when the key was used otherwise */
export async function findAnswer(trx: Trx, key: string, procedure: string, session: Session): Promise<unknown> {
  const row = await trx.selectFrom('idempotency_key').selectAll().where('key', '=', key).executeTakeFirst();
  if (row === undefined) return null;
  if (row.procedure !== procedure || row.staff_id !== session.staffId) throw fail('conflict', 'key-used-otherwise');
  return JSON.parse(row.output);
}

export async function keepAnswer(
  trx: Trx,
  key: string,
  procedure: string,
  answer: { session: Session; output: unknown; at: string },
): Promise<void> {
  await trx
    .insertInto('idempotency_key')
    .values({
      key,
      procedure,
      staff_id: answer.session.staffId,
      output: JSON.stringify(answer.output),
      at: answer.at,
    })
    .execute();
}
