import type { ImportState, ListFormat, RowVerdict, UndoReason } from '../../shared/imports/index.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { CaseId, ProposalId } from '../../shared/platform/ids.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { PeopleOpened } from '../people/index.ts';
import { tablesOf, type By, type MaybeBy } from '../platform/storage/rows.ts';

export type ImportsTables = {
  list_import: By<'started'> &
    MaybeBy<'done' | 'undone'> & {
      id: string;
      file_name: string;
      format: ListFormat;
      sha256: string;
      state: ImportState;
      /** JSON of `ListSettings`. */
      settings: string;
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
    /** JSON of `Reading`; null until the file was read under its settings. */
    reading: string | null;
  };
  list_import_row: {
    import_id: string;
    line: number;
    verdict: RowVerdict;
    /** JSON of `RowEdits`. */
    edits: string;
    is_excluded: 0 | 1;
    /** JSON of `PersonChoice`; null: not decided. */
    user_choice: string | null;
    aggressor_choice: string | null;
    /** JSON of what the check found. */
    result: string;
    /** JSON of the cells as they stand in the file. */
    cells: string | null;
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
    /** JSON of header and text of every filled cell. */
    source: string;
  };
};

export const tablesIn = tablesOf<ImportsTables, IntakeOpened & PeopleOpened>();
export type { Trx, Use } from '../platform/unit.ts';
