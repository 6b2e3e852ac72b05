import type { InjuryAnnulReason, InjurySource, injuryFields } from '../../shared/injuries/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { tablesOf } from '../platform/storage/rows.ts';
import type { ColumnsOf } from '../record/index.ts';

export type { Trx, Use } from '../platform/unit.ts';

export type InjuriesTables = {
  /** One mark: never erased, changed only by its annulment. */
  injury_mark: ColumnsOf<typeof injuryFields> & {
    id: Id<'InjuryId'>;
    case_id: CaseId;
    number: number;
    source: InjurySource;
    recorded_by: string;
    recorded_at: Instant;
    annulled_by: string | null;
    annulled_at: Instant | null;
    annul_reason: InjuryAnnulReason | null;
    annul_words: string | null;
    version: number;
  };
};

export const tablesIn = tablesOf<InjuriesTables>();
