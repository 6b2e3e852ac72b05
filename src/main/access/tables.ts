import type { CounterpartSide, CoverReason, RecoveryKeyAct, Role, Service } from '../../shared/access/index.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { Id, StaffId } from '../../shared/platform/ids.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import { tablesOf, type By, type MaybeBy } from '../platform/storage/rows.ts';

export type AccessTables = {
  staff_member: {
    id: string;
    login: string;
    full_name: string;
    profession: string | null;
    college: string | null;
    college_number: string | null;
    state: 'active' | 'disabled';
    must_change_password: 0 | 1;
    created_at: Instant;
    version: number;
    /** Last moment of the one-time code that opens the slot until its owner sets a password; null for a password. */
    code_until: Instant | null;
  };
  staff_pause: {
    staff_id: string;
    idle_minutes: number | null;
    pin_hash: Buffer | null;
    pin_salt: Buffer | null;
    kdf_m: number | null;
    kdf_t: number | null;
    kdf_p: number | null;
  };
  staff_role: { staff_id: string; role: Role };
  counterpart_post: By<'changed'> & {
    id: string;
    side: CounterpartSide;
    is_on: 0 | 1;
    establishment: string;
    version: number;
  };
  /** A Reemplazo: the «casos a cargo» of one person are within reach of another, by the day. */
  caseload_cover: By<'granted'> &
    MaybeBy<'ended'> & {
      id: Id<'CoverId'>;
      absent_id: StaffId;
      substitute_id: string;
      service: Service;
      from_on: CivilDate;
      until_on: CivilDate;
      reason: CoverReason;
      words: string | null;
      version: number;
    };
  /** An Encargatura: adds the function of Coordinación by the day. */
  acting_coordinator: By<'approved'> &
    MaybeBy<'ended'> & {
      id: Id<'ActingId'>;
      staff_id: string;
      from_on: CivilDate;
      until_on: CivilDate;
      memorandum: string;
      with_recovery_key: 0 | 1;
      proposed_by: string;
      version: number;
    };
  recovery_key_use: By<'used'> & {
    id: string;
    act: RecoveryKeyAct;
    subject_id: string;
    summary: string;
    version: number;
  };
  staff_notice: {
    id: Id<'NoticeId'>;
    staff_id: string;
    words: string;
    raised_at: Instant;
    seen_at: Instant | null;
    version: number;
  };
};

/** What other domains may read. */
export type AccessOpened = Pick<AccessTables, 'staff_role'>;

export const tablesIn = tablesOf<
  AccessTables & Pick<PlatformTables, 'meta' | 'proposal'>,
  Pick<PlatformTables, 'audit_entry' | 'audit_state'>
>();
export type { Trx, Use } from '../platform/unit.ts';
