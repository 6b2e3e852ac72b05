/** One set a save: who, when, why; one row a field that changed. Values of a compartment stand in a sealed field. */
import type { CaseId } from '../../shared/platform/ids.ts';
import type { ChangeReasonCode } from '../../shared/history/index.ts';
import { tablesOf, type By } from '../platform/storage/rows.ts';
export type HistoryTables = {
  change_set: By<'changed'> & {
    id: string;
    /** Null for a record that belongs to no case (a person changed outside a ficha). */
    case_id: CaseId | null;
    /** Where it is shown: a section, a person's role, the header (`intake` names them). */
    part: string;
    /** Kind and id of the sealed record that changed. */
    record_kind: string;
    record_id: string;
    is_first: 0 | 1;
    reason_code: ChangeReasonCode | null;
    reason_text: string | null;
    version: number;
  };
  field_change: {
    set_id: string;
    position: number;
    field: string;
    /** JSON; null when nothing was there, or when the value stands in the sealed field of the set. */
    before_value: string | null;
    after_value: string | null;
    is_reserved: 0 | 1;
  };
};

/** What other domains may read. */
export type HistoryOpened = Pick<HistoryTables, 'change_set'>;

export const tablesIn = tablesOf<HistoryTables>();
export type { Trx, Use } from '../platform/unit.ts';
