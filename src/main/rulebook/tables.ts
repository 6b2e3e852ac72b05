/** One row per version that the centre added; what comes with the program stands in the tables of each domain. */
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import { tablesOf, type By } from '../platform/storage/rows.ts';
export type RulebookTables = {
  rule_row: By<'edited'> & {
    id: string;
    table_id: string;
    row_id: string;
    row_version: number;
    /** JSON that the schema of the table accepts. */
    value: string;
    valid_from: CivilDate;
    valid_to: CivilDate | null;
    source: string;
    confirmation: 'official' | 'secondary' | 'toConfirm';
    note: string | null;
    /** Version of the same row that this one corrects wholly. */
    replaces: number | null;
    /** The second person; null while nobody approved, and in tables that need none. */
    confirmed_by: string | null;
    confirmed_at: Instant | null;
    version: number;
    /** 1 where the recovery key was the second person. */
    recovery_key: 1 | null;
  };
};

export const tablesIn = tablesOf<RulebookTables>();
export type { Trx, Use } from '../platform/unit.ts';
