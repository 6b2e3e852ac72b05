import type { ReintegrationAnnulReason } from '../../shared/reintegration/index.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { Id } from '../../shared/platform/ids.ts';
import { tablesOf, type By, type MaybeBy, type OfCase } from '../platform/storage/rows.ts';

export type { Trx, Use } from '../platform/unit.ts';

/** What every row has; the columns of what it is asked follow its description. */
export type Row = OfCase<Id<'ReintegrationId'>> &
  By<'recorded'> &
  MaybeBy<'annulled'> & {
    /** Only of what hangs from another. */
    owner_id?: Id<'ReintegrationId'> | undefined;
    /** Only of what ends. */
    ended_on?: CivilDate | null | undefined;
    end_reason?: string | null | undefined;
    end_words?: string | null | undefined;
    ended_by?: string | null | undefined;
    ended_at?: Instant | null | undefined;
    annul_reason: ReintegrationAnnulReason | null;
    annul_words: string | null;
  };

export type ReintegrationTables = {
  placement: Row;
  reintegration_plan: Row;
  reintegration_goal: Row;
  reintegration_review: Row;
  accompaniment: Row;
  accompaniment_contact: Row;
  home_visit: Row;
};

export const tablesIn = tablesOf<ReintegrationTables>();
