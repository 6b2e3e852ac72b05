/** Fichas reservadas and accesos excepcionales. */
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { Id } from '../../shared/platform/ids.ts';
import type { ExceptionalEnd, ExceptionalReason, ReviewVerdict } from '../../shared/reserve/index.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import { tablesOf, type OfCase, type MaybeBy } from '../platform/storage/rows.ts';

export type ReserveTables = {
  exceptional_access: OfCase<Id<'ExceptionalAccessId'>> &
    MaybeBy<'reviewed'> & {
      staff_id: string;
      reason: ExceptionalReason;
      words: string | null;
      opened_at: Instant;
      /** Day of the centre, `YYYY-MM-DD`. */
      opened_on: CivilDate;
      /** Null while it is open, and after a stop of the program until somebody signs in. */
      ended_at: Instant | null;
      ending: ExceptionalEnd | null;
      verdict: ReviewVerdict | null;
      review_words: string | null;
    };
  case_key: OfCase<Id<'CaseKeyId'>> & {
    key_version: number;
    renewal_due: 0 | 1;
  };
  case_key_box: {
    key_id: Id<'CaseKeyId'>;
    slot_id: string;
    /** Null for the paper. */
    staff_id: string | null;
    box: Buffer;
  };
};

export const tablesIn = tablesOf<ReserveTables, IntakeOpened & Pick<PlatformTables, 'audit_entry'>>();
export type { Trx, Use } from '../platform/unit.ts';
