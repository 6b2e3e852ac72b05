/** The account of an event: versions, the newest counts. */
import type { Trx } from '../database.ts';
import type { IntakeTables } from './tables.ts';

export type AccountRow = IntakeTables['incident_account'];

export async function findAccount(trx: Trx, incidentId: string): Promise<AccountRow | undefined> {
  return trx
    .selectFrom('incident_account')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertAccount(trx: Trx, account: AccountRow): Promise<void> {
  await trx.insertInto('incident_account').values(account).execute();
}
