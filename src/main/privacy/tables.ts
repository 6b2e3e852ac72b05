import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { Id } from '../../shared/platform/ids.ts';
import type { IncidentState, ReopenReason, WithdrawReason } from '../../shared/privacy/index.ts';
import type { CentreOpened } from '../centre/index.ts';
import { tablesOf } from '../platform/storage/rows.ts';

export type PrivacyTables = {
  data_incident: {
    id: Id<'DataIncidentId'>;
    known_on: CivilDate;
    /** `HH:MM` */
    known_time: string;
    words: string;
    recorded_by: string;
    recorded_at: Instant;
    state: IncidentState;
    told_on: CivilDate | null;
    told_time: string | null;
    entry_number: string | null;
    reason: string | null;
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
  access_review: {
    id: Id<'AccessReviewId'>;
    reviewed_on: CivilDate;
    words: string | null;
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
