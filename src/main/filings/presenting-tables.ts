import type { AnswerKind, Comparison, Instance, PresentationAnnulReason } from '../../shared/filings/index.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { Id } from '../../shared/platform/ids.ts';
import type { OfCase } from '../platform/storage/rows.ts';

export type PresentingTables = {
  filing_bundle: OfCase<Id<'BundleId'>> & {
    filing_id: string;
    /** Bytes a desk takes in one file; null for no limit. */
    limit_bytes: number | null;
    reduced: number;
    made_by: string;
    made_at: Instant;
  };
  filing_bundle_part: { bundle_id: string; position: number; file_id: string; pages: number };
  filing_bundle_annex: { bundle_id: string; position: number; attachment_id: string; title: string };
  filing_presentation: OfCase<Id<'PresentationId'>> & {
    filing_id: string;
    presented_on: CivilDate;
    presented_time: string;
    desk: string;
    instance: Instance;
    entry_number: string;
    folios: number;
    signed_id: Id<'AttachmentId'> | null;
    cargo_id: Id<'AttachmentId'> | null;
    /** Hash of the version that was left. */
    sha256: string;
    comparison: Comparison | null;
    recorded_by: string;
    recorded_at: Instant;
    annulled_by: string | null;
    annulled_at: Instant | null;
    annul_reason: PresentationAnnulReason | null;
    annul_words: string | null;
  };
  filing_answer: {
    presentation_id: string;
    position: number;
    answered_on: CivilDate;
    kind: AnswerKind;
    words: string;
    document_id: Id<'AttachmentId'> | null;
    recorded_by: string;
    recorded_at: Instant;
  };
};
