import { sql } from 'kysely';
import type { Trx } from '../database.ts';
import type { ReceptionTables } from './tables.ts';

export type Arrival = ReceptionTables['arrival'];

export async function insertArrival(trx: Trx, arrival: Arrival): Promise<void> {
  await trx.insertInto('arrival').values(arrival).execute();
}

/** The arrival while it is open; undefined when closed or absent. */
export async function findOpenArrival(trx: Trx, id: string): Promise<Arrival | undefined> {
  return trx.selectFrom('arrival').selectAll().where('id', '=', id).where('closed_at', 'is', null).executeTakeFirst();
}

export async function closeArrival(
  trx: Trx,
  id: string,
  end: { closedAt: string; outcome: string; caseId: string | null },
): Promise<void> {
  await trx
    .updateTable('arrival')
    .set({ closed_at: end.closedAt, outcome: end.outcome, case_id: end.caseId, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}
