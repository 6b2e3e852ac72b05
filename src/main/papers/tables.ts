import type {
  CopyEdition,
  CopyFormat,
  CopyState,
  CopyWay,
  DocumentKind,
  Paper,
  SavedFileState,
  SavedPlace,
} from '../../shared/papers/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import type { SavedFileKind } from '../../shared/platform/files-contract.ts';
import type { CaseId, DocumentId, Id } from '../../shared/platform/ids.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import { tablesOf, type By, type JsonText } from '../platform/storage/rows.ts';

export type PapersTables = {
  issued_document: By<'issued'> & {
    id: DocumentId;
    case_id: CaseId | null;
    kind: DocumentKind;
    number: string;
    title: string;
    /** Template id and version, `filing-3@2026-1`. */
    template: string;
    content_hash: string;
    pages: number;
    bytes: Uint8Array;
    missing_reason: string | null;
    /** Who it is addressed to, as the paper says it; null when it names nobody. */
    recipient: string | null;
    /** The blocks it was printed from, for the same paper as a Word file; null in documents issued before. */
    paper: JsonText<Paper> | null;
    version: number;
  };
  document_copy: {
    id: Id<'CopyId'>;
    number: string;
    document_id: DocumentId;
    way: CopyWay;
    recipient: string;
    purpose: string;
    state: CopyState;
    staff_id: string;
    requested_at: Instant;
    /** `court` or `office`; null reads as `court`, and the empty columns below as a single PDF file. */
    edition: CopyEdition | null;
    format: CopyFormat | null;
    batch_id: string | null;
    /** Copy `part` of `parts` of one document in its batch. */
    part: number | null;
    parts: number | null;
    printer: string | null;
    /** Seal of an office copy: last entry of the audit and the first 10 letters of its code. */
    seal: string | null;
    /** SHA-256 of the bytes that left, lower-case hex. */
    content_hash: string | null;
    /** The first copy, when this one was printed because that one failed or was lost. */
    reprint_of: string | null;
    /** When the paper was destroyed or the file deleted. */
    removed_at: Instant | null;
    removed_by: string | null;
    /** The assembled presentation that it is a part of; null for the paper alone. */
    bundle_id: string | null;
    /** File it was saved as, with its whole path; null for paper, and where the host does not know. */
    saved_to: string | null;
    saved_place: SavedPlace | null;
    version: number;
  };
  /** A file that was saved with `saveFile`; copies of papers stand in `document_copy`. */
  saved_file: {
    id: Id<'SavedFileId'>;
    /** `G-2026-000001`. */
    number: string;
    kind: SavedFileKind;
    /** Null for what is of no case; goes to another with the file it is the original of. */
    case_id: CaseId | null;
    attachment_id: string | null;
    /** The name that was suggested; null for the recovery sheet, of which nothing says where it lies. */
    name: string | null;
    state: SavedFileState;
    /** As it was written, with its whole path; null like `name`, and where the host does not know. */
    saved_to: string | null;
    saved_place: SavedPlace | null;
    staff_id: string;
    requested_at: Instant;
    /** When somebody said that it was deleted from there. */
    removed_at: Instant | null;
    removed_by: string | null;
    version: number;
  };
  /** A virtual printer that Coordinación lets print, or no longer does. */
  allowed_printer: By<'decided'> & {
    id: string;
    name: string;
    is_allowed: 0 | 1;
    version: number;
  };
  /** A folder outside this computer where Coordinación lets files be saved, or no longer does. */
  allowed_folder: By<'decided'> & {
    id: string;
    path: string;
    is_allowed: 0 | 1;
    version: number;
  };
  document_counter: { series: string; year: number; last: number };
};

/** What other domains may read. */
export type PapersOpened = Pick<PapersTables, 'issued_document' | 'document_copy'>;

export const tablesIn = tablesOf<PapersTables, IntakeOpened & Pick<PlatformTables, 'audit_state'>>();
export type { Trx, Use } from '../platform/unit.ts';
