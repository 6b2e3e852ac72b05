import type {
  FieldId,
  ImportState,
  ImportView,
  ListFormat,
  ListSettings,
  NameCounts,
  PersonChoice,
  RowCandidate,
  RowEdits,
  RowFacts,
  RowIssue,
  RowRole,
  RowVerdict,
  SourceCell,
  UndoReason,
} from '../../shared/imports/index.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { CaseId, ProposalId } from '../../shared/platform/ids.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { PeopleOpened } from '../people/index.ts';
import { tablesOf, type By, type JsonText, type MaybeBy } from '../platform/storage/rows.ts';

/** What the screen of columns shows of a file. */
export type FileView = Pick<
  ImportView,
  'sheets' | 'columns' | 'splits' | 'dates' | 'shortDocuments' | 'asksSexLetter' | 'letterExample' | 'pending'
>;

/** What was read of the file under the settings at hand, so that nobody reads it again to see it or to mend a row. */
export type Reading = {
  readonly headers: readonly string[];
  readonly own: NameCounts;
  readonly view: FileView;
};

/** What the check found. */
export type RowResult = {
  readonly facts: RowFacts | null;
  readonly issues: readonly RowIssue[];
  readonly texts: Partial<Readonly<Record<FieldId, string>>>;
  readonly candidates: Readonly<Record<RowRole, readonly RowCandidate[]>>;
  /** Header and text of every filled cell, for the trace. */
  readonly source: readonly (readonly [header: string, text: string])[];
};

export type ImportsTables = {
  list_import: By<'started'> &
    MaybeBy<'done' | 'undone'> & {
      id: string;
      file_name: string;
      format: ListFormat;
      sha256: string;
      state: ImportState;
      settings: JsonText<ListSettings>;
      /** Rows of the file below its headers. */
      rows: number;
      /** Fichas in the record by it. */
      cases: number;
      checked_at: Instant | null;
      /** SHA-256 of what was proposed: file, settings, every decision. */
      content_hash: string | null;
      proposal_id: ProposalId | null;
      undo_proposal_id: ProposalId | null;
      undo_reason: UndoReason | null;
      undo_keeps: 0 | 1 | null;
      version: number;
    };
  list_import_file: {
    import_id: string;
    bytes: Uint8Array;
    /** Null until the file was read under its settings. */
    reading: JsonText<Reading> | null;
  };
  list_import_row: {
    import_id: string;
    line: number;
    verdict: RowVerdict;
    edits: JsonText<RowEdits>;
    is_excluded: 0 | 1;
    /** Null: not decided. */
    user_choice: JsonText<PersonChoice> | null;
    aggressor_choice: JsonText<PersonChoice> | null;
    result: JsonText<RowResult>;
    /** As they stand in the file; of most their text alone. */
    cells: JsonText<(SourceCell | string)[]> | null;
    is_confirmed: 0 | 1 | null;
    left_out_at: Instant | null;
  };
  list_import_case: {
    import_id: string;
    line: number;
    case_id: CaseId;
    user_id: string;
    user_is_new: 0 | 1;
    aggressor_id: string;
    aggressor_is_new: 0 | 1;
    pair_id: string;
    pair_is_new: 0 | 1;
    closed_on: CivilDate | null;
    source: JsonText<RowResult['source']>;
  };
};

export const tablesIn = tablesOf<ImportsTables, IntakeOpened & PeopleOpened>();
export type { Trx, Use } from '../platform/unit.ts';
