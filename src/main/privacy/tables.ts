import type { CivilDate } from '../../shared/platform/dates.ts';
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
      id: string;
      recorded_by: string;
      recorded_at: string;
      state: IncidentState;
      closed_by: string | null;
      closed_at: string | null;
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
    closed_at: string;
    reason: ReopenReason;
    /** Only with `other`. */
    reason_words: string | null;
    reopened_by: string;
    reopened_at: string;
    version: number;
  };
  access_review: ColumnsOf<typeof accessReviewFields> & {
    id: string;
    reviewed_by: string;
    recorded_at: string;
    version: number;
    /** Null while it counts; a withdrawn one stays. */
    withdrawn_by: string | null;
    withdrawn_at: string | null;
    withdrawn_reason: WithdrawReason | null;
    /** Only with `other`. */
    withdrawn_words: string | null;
  };
};

export const tablesIn = tablesOf<PrivacyTables, CentreOpened>();
export type { Trx } from '../platform/storage/rows.ts';
