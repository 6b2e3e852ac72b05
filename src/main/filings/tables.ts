import type {
  AnswerKind,
  Comparison,
  FilingKind,
  FilingOptions,
  Instance,
  PresentationAnnulReason,
} from '../../shared/filings/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { DocumentId, Id } from '../../shared/platform/ids.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { PapersOpened } from '../papers/index.ts';
import { tablesOf, type By, type JsonText, type MaybeBy, type OfCase } from '../platform/storage/rows.ts';

export type FilingsTables = {
  filing: OfCase<Id<'FilingId'>> & {
    kind: FilingKind;
    writ_number: number;
    document_id: DocumentId;
    /** As it was issued; a writ of an earlier version may lack what was added since. */
    options: JsonText<Partial<FilingOptions>>;
  };
  filing_measure: { filing_id: string; measure: string };
  filing_bundle: OfCase<Id<'BundleId'>> &
    By<'made'> & {
      filing_id: Id<'FilingId'>;
      /** Bytes a desk takes in one file; null for no limit. */
      limit_bytes: number | null;
      reduced: number;
    };
  filing_bundle_part: { bundle_id: string; position: number; file_id: string; pages: number };
  filing_bundle_annex: { bundle_id: string; position: number; attachment_id: Id<'AttachmentId'>; title: string };
  filing_presentation: OfCase<Id<'PresentationId'>> &
    By<'recorded'> &
    MaybeBy<'annulled'> & {
      filing_id: Id<'FilingId'>;
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
      annul_reason: PresentationAnnulReason | null;
      annul_words: string | null;
    };
  filing_answer: By<'recorded'> & {
    presentation_id: string;
    position: number;
    answered_on: CivilDate;
    kind: AnswerKind;
    words: string;
    document_id: Id<'AttachmentId'> | null;
  };
};

export const tablesIn = tablesOf<FilingsTables, IntakeOpened & PapersOpened>();
export type { Trx, Use } from '../platform/unit.ts';
