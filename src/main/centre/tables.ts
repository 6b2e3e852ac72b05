import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import { tablesOf } from '../platform/storage/rows.ts';
export type CentreTables = {
  centre: {
    id: string;
    version: number;
    valid_from: CivilDate;
    name: string;
    code: string;
    district_code: string;
    category: 'regular' | 'sevenByTwentyFour' | 'policeStation' | 'healthCentre';
    ministry: string;
    programme: string;
    procedural_address: string;
    phone: string | null;
    year_slogan: string | null;
    acronym: string | null;
    edited_by: string;
    edited_at: Instant;
  };
};

/** What other domains may read. */
export type CentreOpened = Pick<CentreTables, 'centre'>;

export const tablesIn = tablesOf<CentreTables & Pick<PlatformTables, 'meta'>, Pick<PlatformTables, 'audit_entry'>>();
export type { Trx } from '../platform/storage/rows.ts';
