import type { ReleaseReason } from '../../shared/subject/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import type { Id } from '../../shared/platform/ids.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import { tablesOf, type OfCase } from '../platform/storage/rows.ts';

export type { Trx, Use } from '../platform/unit.ts';

export type SubjectTables = {
  /** A sentence that tells of somebody else, and why it stands; without a reason it is withheld again. */
  own_copy_choice: OfCase<Id<'OwnCopyChoiceId'>> & {
    request_id: Id<'DataRequestId'>;
    passage: string;
    reason: ReleaseReason | null;
    chosen_by: string;
    chosen_at: Instant;
  };
};

export const tablesIn = tablesOf<
  SubjectTables,
  IntakeOpened & Pick<PlatformTables, 'audit_entry' | 'audit_object' | 'proposal'>
>();
