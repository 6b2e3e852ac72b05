import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { Id } from '../../shared/platform/ids.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import { tablesOf, type By } from '../platform/storage/rows.ts';
export type AuditTables = {
  /** «Hoja semanal de la bitácora»: what was printed of the chain's head, and whether it came back signed. */
  witness_sheet: By<'printed'> & {
    id: Id<'WitnessSheetId'>;
    /** `HS-2026-0007`. */
    number: string;
    /** Monday of its week, `2026-06-08`. */
    week: CivilDate;
    seq: number;
    /** First ten characters of that entry's hash, as on the sheet. */
    code: string;
    /** Null until its code was typed back from the signed paper. */
    signed_by: string | null;
    signed_at: Instant | null;
    version: number;
  };
};

export const tablesIn = tablesOf<AuditTables & PlatformTables>();
export type { Trx } from '../platform/storage/rows.ts';
