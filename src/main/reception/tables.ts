import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { CaseId, ArrivalId, Id } from '../../shared/platform/ids.ts';
import type {
  ArrivalEnd,
  bookingFields,
  jointFields,
  entryFields,
  CallAnswer,
  inquiryFields,
  institutionCallFields,
  Matter,
  Presence,
  UrgencySign,
  VisitState,
} from '../../shared/reception/index.ts';
import type { ColumnsOf } from '../record/index.ts';
import { tablesOf, type By, type MaybeBy } from '../platform/storage/rows.ts';

export type ReceptionTables = {
  arrival: By<'opened'> & {
    id: ArrivalId;
    closed_at: Instant | null;
    outcome: ArrivalEnd | null;
    case_id: CaseId | null;
    version: number;
    matter: Matter | null;
    referred_to: string | null;
  };
  queue_entry: ColumnsOf<typeof entryFields> &
    By<'registered'> & {
      id: string;
      arrival_id: ArrivalId;
      day: CivilDate;
      number: number;
      arrived_at: Instant;
      must_call: 0 | 1;
      /** When she left the board; the end itself stands in `arrival`. */
      ended_at: Instant | null;
      version: number;
      /** Who wrote its words as they stand; null in rows of before anybody asked. */
      worded_by: string | null;
    };
  queue_entry_sign: { entry_id: string; sign: UrgencySign };
  /** One wait for one service; at most one of an entry is running. */
  queue_wait: MaybeBy<'attended'> & {
    id: string;
    entry_id: string;
    service: ('psychology' | 'social' | 'legal') | null;
    staff_id: string | null;
    since_at: Instant;
    called_at: Instant | null;
    ended_at: Instant | null;
    version: number;
  };
  expected_visit: ColumnsOf<typeof bookingFields> &
    ColumnsOf<typeof jointFields> & {
      id: Id<'VisitId'>;
      state: VisitState;
      arrival_id: ArrivalId | null;
      booked_by: string;
      booked_at: Instant;
      version: number;
    };
  staff_presence: { id: string; state: Presence; since_at: Instant; version: number };
  person_inquiry: ColumnsOf<typeof inquiryFields> & {
    id: Id<'InquiryId'>;
    arrival_id: ArrivalId;
    asked_at: Instant;
    taken_by: string;
    version: number;
  };
  institution_call: ColumnsOf<typeof institutionCallFields> &
    MaybeBy<'called_back' | 'answered'> & {
      id: Id<'InstitutionCallId'>;
      arrival_id: ArrivalId;
      received_at: Instant;
      taken_by: string;
      phone_called: string | null;
      answer: CallAnswer | null;
      version: number;
    };
};

/** What other domains may read. */
export type ReceptionOpened = Pick<ReceptionTables, 'queue_entry'>;

export const tablesIn = tablesOf<ReceptionTables>();
export type { Trx, Use } from '../platform/unit.ts';
