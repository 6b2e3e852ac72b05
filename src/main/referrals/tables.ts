import type {
  custodyDeliveryFields,
  custodyFields,
  custodyItemFields,
  slipFields,
} from '../../shared/referrals/index.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { PapersOpened } from '../papers/index.ts';
import type { ColumnsOf } from '../record/index.ts';
import { tablesOf } from '../platform/storage/rows.ts';
export type ReferralsTables = {
  referral: {
    id: string;
    case_id: string;
    kind: string;
    urgency: string;
    receiver: string;
    consent_id: string | null;
    document_id: string;
    options: string;
    state: string;
    version: number;
    /** Short code of the slip; null in referrals of before. */
    code: string | null;
    handed_how: string | null;
    handed_at: string | null;
  };
  referral_slip: ColumnsOf<typeof slipFields> & {
    id: string;
    referral_id: string;
    case_id: string;
    attended: 0 | 1;
    not_attended_reason: string | null;
    /** JSON object of the fields of the kind's result. */
    result: string;
    recorded_by: string;
    recorded_at: string;
    version: number;
  };
  referral_slip_tick: { slip_id: string; list: string; code: string };
  custody_receipt: ColumnsOf<typeof custodyFields> & {
    id: string;
    case_id: string;
    document_id: string;
    recorded_by: string;
    recorded_at: string;
    version: number;
  };
  custody_item: ColumnsOf<typeof custodyItemFields> & {
    receipt_id: string;
    position: number;
    /** JSON list of `{ id, sha256 }`: the hash is that of the day of the receipt. */
    files: string;
  };
  custody_delivery: ColumnsOf<typeof custodyDeliveryFields> & {
    id: string;
    receipt_id: string;
    case_id: string;
    recorded_by: string;
    recorded_at: string;
    version: number;
  };
  referral_refusal: {
    id: string;
    case_id: string;
    kind: string;
    reason: number;
    words: string | null;
    recorded_by: string;
    recorded_at: string;
    version: number;
  };
};

/** What other domains may read. */
export type ReferralsOpened = Pick<ReferralsTables, 'referral' | 'referral_slip'>;

export const tablesIn = tablesOf<ReferralsTables, IntakeOpened & PapersOpened>();
export type { Trx } from '../platform/storage/rows.ts';
