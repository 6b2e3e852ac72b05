import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { CaseId, Id, DocumentId } from '../../shared/platform/ids.ts';
import type { OfficeId } from '../../shared/directory/index.ts';
import type {
  CustodyItem,
  ReferralKind,
  ReferralLine,
  ReferralState,
  Slip,
  Urgency,
} from '../../shared/referrals/index.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { PapersOpened } from '../papers/index.ts';
import { tablesOf } from '../platform/storage/rows.ts';
export type ReferralsTables = {
  referral: {
    id: Id<'ReferralId'>;
    case_id: CaseId;
    kind: ReferralKind;
    urgency: Urgency;
    receiver: string;
    consent_id: string | null;
    document_id: DocumentId;
    options: string;
    state: ReferralState;
    version: number;
    /** Short code of the slip; null in referrals of before. */
    code: string | null;
    handed_how: ReferralLine['handedHow'];
    handed_at: Instant | null;
  };
  referral_slip: {
    id: string;
    referral_id: string;
    case_id: CaseId;
    attended: 0 | 1;
    not_attended_reason: Slip['notAttendedReason'];
    attended_on: CivilDate | null;
    attended_time: string | null;
    kit: Slip['kit'];
    next_on: CivilDate | null;
    next_time: string | null;
    next_place: string | null;
    recommendations: string | null;
    professional: string | null;
    college: string | null;
    /** JSON object of the fields of the kind's result. */
    result: string;
    recorded_by: string;
    recorded_at: Instant;
    version: number;
  };
  referral_slip_tick: { slip_id: string; list: string; code: string };
  custody_receipt: {
    id: Id<'CustodyReceiptId'>;
    case_id: CaseId;
    document_id: DocumentId;
    handed_by: string;
    handed_as: string;
    received_on: CivilDate;
    received_time: string;
    kept_at: string;
    note: string | null;
    recorded_by: string;
    recorded_at: Instant;
    version: number;
  };
  custody_item: {
    receipt_id: string;
    position: number;
    kind: CustodyItem['kind'];
    description: string;
    packing: string;
    seal: string;
    /** JSON list of `{ id, sha256 }`: the hash is that of the day of the receipt. */
    files: string;
  };
  custody_delivery: {
    id: string;
    receipt_id: string;
    case_id: CaseId;
    delivered_on: CivilDate;
    delivered_time: string;
    authority_id: OfficeId | null;
    office: string;
    signed_by: string;
    proof: string;
    recorded_by: string;
    recorded_at: Instant;
    version: number;
  };
  referral_refusal: {
    id: string;
    case_id: CaseId;
    kind: ReferralKind;
    reason: number;
    words: string | null;
    recorded_by: string;
    recorded_at: Instant;
    version: number;
  };
};

/** What other domains may read. */
export type ReferralsOpened = Pick<ReferralsTables, 'referral' | 'referral_slip'>;

export const tablesIn = tablesOf<ReferralsTables, IntakeOpened & PapersOpened>();
export type { Trx } from '../platform/storage/rows.ts';
