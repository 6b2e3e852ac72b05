import type { ReintegrationAnnulReason } from '../../shared/reintegration/index.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { tablesOf } from '../platform/storage/rows.ts';

export type { Trx, Use } from '../platform/unit.ts';

/** What every row has; the columns of what it is asked follow its description. */
export type Row = {
  id: Id<'ReintegrationId'>;
  case_id: CaseId;
  /** Only of what hangs from another. */
  owner_id?: Id<'ReintegrationId'> | undefined;
  recorded_by: string;
  recorded_at: Instant;
  /** Only of what ends. */
  ended_on?: CivilDate | null | undefined;
  end_reason?: string | null | undefined;
  end_words?: string | null | undefined;
  ended_by?: string | null | undefined;
  ended_at?: Instant | null | undefined;
  annulled_by: string | null;
  annulled_at: Instant | null;
  annul_reason: ReintegrationAnnulReason | null;
  annul_words: string | null;
  version: number;
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
