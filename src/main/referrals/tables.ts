import type { Instant } from '../../shared/platform/dates.ts';
import type { Id, DocumentId } from '../../shared/platform/ids.ts';
import type {
  custodyDeliveryFields,
  custodyFields,
  CustodyItem,
  custodyItemFields,
  ReferralKind,
  ReferralLine,
  ReferralOptions,
  ReferralState,
  Slip,
  slipFields,
  Urgency,
} from '../../shared/referrals/index.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { PapersOpened } from '../papers/index.ts';
import type { ColumnsOf } from '../record/index.ts';
import { tablesOf, type By, type JsonText, type OfCase } from '../platform/storage/rows.ts';
export type ReferralsTables = {
  referral: OfCase<Id<'ReferralId'>> & {
    kind: ReferralKind;
    urgency: Urgency;
    receiver: string;
    consent_id: string | null;
    document_id: DocumentId;
    options: JsonText<Partial<ReferralOptions>>;
    state: ReferralState;
    /** Short code of the slip; null in referrals of before. */
    code: string | null;
    handed_how: ReferralLine['handedHow'];
    handed_at: Instant | null;
  };
  referral_slip: ColumnsOf<typeof slipFields> &
    OfCase &
    By<'recorded'> & {
      referral_id: string;
      attended: 0 | 1;
      not_attended_reason: Slip['notAttendedReason'];
      result: JsonText<Slip['result']>;
    };
  referral_slip_tick: { slip_id: string; list: string; code: string };
  custody_receipt: ColumnsOf<typeof custodyFields> &
    OfCase<Id<'CustodyReceiptId'>> &
    By<'recorded'> & {
      document_id: DocumentId;
    };
  custody_item: ColumnsOf<typeof custodyItemFields> & {
    receipt_id: string;
    position: number;
    /** The hash is that of the day of the receipt. */
    files: JsonText<readonly { id: CustodyItem['files'][number]; sha256: string }[]>;
  };
  custody_delivery: ColumnsOf<typeof custodyDeliveryFields> &
    OfCase &
    By<'recorded'> & {
      receipt_id: string;
    };
  referral_refusal: OfCase &
    By<'recorded'> & {
      kind: ReferralKind;
      reason: number;
      words: string | null;
    };
};

/** What other domains may read. */
export type ReferralsOpened = Pick<ReferralsTables, 'referral' | 'referral_slip'>;

export const tablesIn = tablesOf<ReferralsTables, IntakeOpened & PapersOpened>();
export type { Trx, Use } from '../platform/unit.ts';
