import type { centreFields } from '../../shared/centre/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { ColumnsOf } from '../record/index.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import { tablesOf, type By } from '../platform/storage/rows.ts';
export type CentreTables = {
  centre: ColumnsOf<typeof centreFields> &
    By<'edited'> & {
      id: string;
      version: number;
      valid_from: CivilDate;
    };
};

/** What other domains may read. */
export type CentreOpened = Pick<CentreTables, 'centre'>;

export const tablesIn = tablesOf<CentreTables & Pick<PlatformTables, 'meta'>, Pick<PlatformTables, 'audit_entry'>>();
export type { Trx } from '../platform/storage/rows.ts';
