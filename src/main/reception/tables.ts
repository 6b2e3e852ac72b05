import type {
  ArrivalEnd,
  bookingFields,
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
import { tablesOf } from '../platform/storage/rows.ts';

type Service = 'psychology' | 'social' | 'legal';

export type ReceptionTables = {
  arrival: {
    id: string;
    opened_by: string;
    opened_at: string;
    closed_at: string | null;
    outcome: ArrivalEnd | null;
    case_id: string | null;
    version: number;
    matter: Matter | null;
    referred_to: string | null;
  };
  queue_entry: ColumnsOf<typeof entryFields> & {
    id: string;
    arrival_id: string;
    day: string;
    number: number;
    arrived_at: string;
    must_call: 0 | 1;
    registered_by: string;
    registered_at: string;
    /** When she left the board; the end itself stands in `arrival`. */
    ended_at: string | null;
    version: number;
    /** Who wrote its words as they stand; null in rows of before anybody asked. */
    worded_by: string | null;
  };
  queue_entry_sign: { entry_id: string; sign: UrgencySign };
  /** One wait for one service; at most one of an entry is running. */
  queue_wait: {
    id: string;
    entry_id: string;
    service: Service | null;
    staff_id: string | null;
    since_at: string;
    called_at: string | null;
    attended_at: string | null;
    attended_by: string | null;
    ended_at: string | null;
    version: number;
  };
  expected_visit: ColumnsOf<typeof bookingFields> & {
    id: string;
    state: VisitState;
    arrival_id: string | null;
    booked_by: string;
    booked_at: string;
    version: number;
  };
  staff_presence: { id: string; state: Presence; since_at: string; version: number };
  person_inquiry: ColumnsOf<typeof inquiryFields> & {
    id: string;
    arrival_id: string;
    asked_at: string;
    taken_by: string;
    version: number;
  };
  institution_call: ColumnsOf<typeof institutionCallFields> & {
    id: string;
    arrival_id: string;
    received_at: string;
    taken_by: string;
    phone_called: string | null;
    called_back_at: string | null;
    called_back_by: string | null;
    answer: CallAnswer | null;
    answered_at: string | null;
    answered_by: string | null;
    version: number;
  };
};

/** What other domains may read. */
export type ReceptionOpened = Pick<ReceptionTables, 'queue_entry'>;

export const tablesIn = tablesOf<ReceptionTables>();
export type { Trx } from '../platform/storage/rows.ts';
