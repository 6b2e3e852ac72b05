/** Referrals issued in a case, beside the frozen document. */
import type { Trx } from '../database.ts';
import type { ReferralsTables } from './tables.ts';

export async function insertReferral(trx: Trx, row: ReferralsTables['referral']): Promise<void> {
  await trx.insertInto('referral').values(row).execute();
}
