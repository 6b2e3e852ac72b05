import type { Attachment, CustodyKind, FileAnnulReason } from '../../shared/attachments/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import type { CaseId, Id, ProposalId } from '../../shared/platform/ids.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import { tablesOf, type By, type JsonText, type OfCase } from '../platform/storage/rows.ts';

export type AttachmentsTables = {
  /** A file beside the database: its name there, its own key, and what proves it. */
  stored_file: {
    id: string;
    /** Of a case, or of an activity of prevention. */
    case_id: CaseId | null;
    activity_id: string | null;
    name: string;
    file_key: Buffer;
    size: number;
    sha256: string;
    stored_size: number;
    stored_sha256: string;
    version: number;
  };
  attachment: OfCase<Id<'AttachmentId'>> &
    By<'added'> & {
      file_id: string;
      type: Attachment['type'];
      /** Again here, where two of one case can be told apart. */
      sha256: string;
      shown_name: string;
      kind: Attachment['facts']['kind'];
      area: Attachment['facts']['area'];
      description: string;
      received_from: string | null;
      pages: number | null;
      warnings: JsonText<Attachment['warnings']>;
      annulled_at: Instant | null;
      annul_reason: FileAnnulReason | null;
      annul_words: string | null;
    };
  /** Chain of custody: rows are added, never changed. */
  attachment_event: {
    attachment_id: string;
    position: number;
    kind: CustodyKind;
    staff_id: string;
    at: Instant;
    sha256: string | null;
    note: string | null;
    proposal_id: ProposalId | null;
  };
};

/** What other domains may read. */
export type AttachmentsOpened = Pick<AttachmentsTables, 'attachment'>;

export const tablesIn = tablesOf<AttachmentsTables, IntakeOpened & Pick<PlatformTables, 'proposal'>>();
export type { Trx, Use } from '../platform/unit.ts';
