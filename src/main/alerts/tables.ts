import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import type { AlertKind } from '../../shared/alerts/index.ts';
import { tablesOf, type OfCase, type MaybeBy } from '../platform/storage/rows.ts';
export type AlertsTables = {
  alert: OfCase<Id<'AlertId'>> &
    MaybeBy<'closed'> & {
      kind: AlertKind;
      note: string | null;
      raised_at: Instant;
      /** Day of the centre, `YYYY-MM-DD`: the same finding is raised once a day while nobody saw it. */
      raised_on: CivilDate;
      /** Null for silent kinds. */
      raised_by: string | null;
      /** The first who saw it; everybody else in `alert_seen`. */
      seen_at: Instant | null;
      seen_by: string | null;
    };
  /** One row for each who saw it after the first. */
  alert_seen: { id: string; alert_id: string; case_id: CaseId; staff_id: string; seen_at: Instant; version: number };
};

export const tablesIn = tablesOf<AlertsTables>();
export type { Trx, Use } from '../platform/unit.ts';
