import type { RevokeReason } from '../../shared/companions/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import type { Id, StaffId } from '../../shared/platform/ids.ts';
import { tablesOf } from '../platform/storage/rows.ts';

export type { Trx } from '../platform/storage/rows.ts';

export type CompanionsTables = {
  companion: {
    id: Id<'CompanionId'>;
    name: string;
    /** SHA-256 of the public key of its certificate, base64url. */
    fingerprint: string;
    paired_at: Instant;
    paired_by: StaffId;
    revoked_at: Instant | null;
    revoked_by: StaffId | null;
    /** `keeperMoved`, by nobody: another computer became the keeper, and each is paired anew. */
    revoke_reason: RevokeReason | 'keeperMoved' | null;
    copy_at: Instant | null;
    version: number;
  };
};

export const tablesIn = tablesOf<CompanionsTables>();
