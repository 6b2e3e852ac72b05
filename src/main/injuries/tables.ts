import type { InjuryAnnulReason, InjurySource, injuryFields } from '../../shared/injuries/index.ts';
import type { Id, StaffId } from '../../shared/platform/ids.ts';
import { tablesOf, type By, type MaybeBy, type OfCase } from '../platform/storage/rows.ts';
import type { ColumnsOf } from '../record/index.ts';

export type { Trx, Use } from '../platform/unit.ts';

export type InjuriesTables = {
  /** One mark: never erased, changed only by its annulment. */
  injury_mark: ColumnsOf<typeof injuryFields> &
    OfCase<Id<'InjuryId'>> &
    By<'recorded'> &
    MaybeBy<'annulled'> & {
      recorded_by: StaffId;
      number: number;
      source: InjurySource;
      annul_reason: InjuryAnnulReason | null;
      annul_words: string | null;
    };
};

export const tablesIn = tablesOf<InjuriesTables>();
