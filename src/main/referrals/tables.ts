import type { Instant } from '../../shared/platform/dates.ts';
import type { CaseId, Id, DocumentId } from '../../shared/platform/ids.ts';
import type {
  custodyDeliveryFields,
  custodyFields,
  custodyItemFields,
  ReferralKind,
  ReferralLine,
  ReferralState,
  Slip,
  slipFields,
  Urgency,
} from '../../shared/referrals/index.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { PapersOpened } from '../papers/index.ts';
import type { ColumnsOf } from '../record/index.ts';
import { tablesOf, type OfCase } from '../platform/storage/rows.ts';
export type ReferralsTables = {
  referral: OfCase<Id<'ReferralId'>> & {
    kind: ReferralKind;
    urgency: Urgency;
    receiver: string;
    consent_id: string | null;
    document_id: DocumentId;
    options: string;
    state: ReferralState;
    /** Short code of the slip; null in referrals of before. */
    code: string | null;
    handed_how: ReferralLine['handedHow'];
    handed_at: Instant | null;
  };
  referral_slip: ColumnsOf<typeof slipFields> & {
    id: string;
    referral_id: string;
    case_id: CaseId;
    attended: 0 | 1;
    not_attended_reason: Slip['notAttendedReason'];
    /** JSON object of the fields of the kind's result. */
    result: string;
    recorded_by: string;
    recorded_at: Instant;
    version: number;
  };
  referral_slip_tick: { slip_id: string; list: string; code: string };
  custody_receipt: ColumnsOf<typeof custodyFields> & {
    id: Id<'CustodyReceiptId'>;
    case_id: CaseId;
    document_id: DocumentId;
    recorded_by: string;
    recorded_at: Instant;
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
    case_id: CaseId;
    recorded_by: string;
    recorded_at: Instant;
    version: number;
  };
  referral_refusal: OfCase & {
    kind: ReferralKind;
    reason: number;
    words: string | null;
    recorded_by: string;
    recorded_at: Instant;
  };
};

/** What other domains may read. */
export type ReferralsOpened = Pick<ReferralsTables, 'referral' | 'referral_slip'>;

export const tablesIn = tablesOf<ReferralsTables, IntakeOpened & PapersOpened>();
export type { Trx, Use } from '../platform/unit.ts';
