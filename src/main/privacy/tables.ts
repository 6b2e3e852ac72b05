import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { Id } from '../../shared/platform/ids.ts';
import type {
  accessReviewFields,
  dataIncidentFields,
  incidentEndFields,
  IncidentState,
  ReopenReason,
  WithdrawReason,
} from '../../shared/privacy/index.ts';
import type { CentreOpened } from '../centre/index.ts';
import type { ColumnsOf } from '../record/index.ts';
import { tablesOf } from '../platform/storage/rows.ts';

export type PrivacyTables = {
  data_incident: ColumnsOf<typeof dataIncidentFields> &
    Omit<ColumnsOf<typeof incidentEndFields>, 'state'> & {
      id: Id<'DataIncidentId'>;
      recorded_by: string;
      recorded_at: Instant;
      state: IncidentState;
      closed_by: string | null;
      closed_at: Instant | null;
      version: number;
    };
  /** How an incident had been closed when it was opened again. */
  data_incident_reopening: {
    id: string;
    incident_id: string;
    state: Exclude<IncidentState, 'open'>;
    told_on: CivilDate | null;
    told_time: string | null;
    entry_number: string | null;
    closing_reason: string | null;
    closed_by: string;
    closed_at: Instant;
    reason: ReopenReason;
    /** Only with `other`. */
    reason_words: string | null;
    reopened_by: string;
    reopened_at: Instant;
    version: number;
  };
  access_review: ColumnsOf<typeof accessReviewFields> & {
    id: Id<'AccessReviewId'>;
    reviewed_by: string;
    recorded_at: Instant;
    version: number;
    /** Null while it counts; a withdrawn one stays. */
    withdrawn_by: string | null;
    withdrawn_at: Instant | null;
    withdrawn_reason: WithdrawReason | null;
    /** Only with `other`. */
    withdrawn_words: string | null;
  };
};

export const tablesIn = tablesOf<PrivacyTables, CentreOpened>();
export type { Trx } from '../platform/storage/rows.ts';
