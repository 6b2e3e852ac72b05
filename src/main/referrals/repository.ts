/** Referrals issued in a case, beside the frozen document. */
import { tablesIn, type Trx, type ReferralsTables } from './tables.ts';

export async function insertReferral(trx: Trx, row: ReferralsTables['referral']): Promise<void> {
  await tablesIn(trx).insertInto('referral').values(row).execute();
}
