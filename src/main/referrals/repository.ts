/** Referrals issued in a case, beside the frozen document. */
import { tablesIn, type Trx, type ReferralsTables } from './tables.ts';
