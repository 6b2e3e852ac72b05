import type { ReleaseReason } from '../../shared/subject/index.ts';
import type { Id } from '../../shared/platform/ids.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import { tablesOf, type OfCase, type By } from '../platform/storage/rows.ts';

export type { Trx, Use } from '../platform/unit.ts';

export type SubjectTables = {
  /** A sentence that tells of somebody else, and why it stands; without a reason it is withheld again. */
  own_copy_choice: OfCase<Id<'OwnCopyChoiceId'>> &
    By<'chosen'> & {
      request_id: Id<'DataRequestId'>;
      passage: string;
      reason: ReleaseReason | null;
    };
};

export const tablesIn = tablesOf<
  SubjectTables,
  IntakeOpened & Pick<PlatformTables, 'audit_entry' | 'audit_object' | 'proposal'>
>();
