import type { IncidentState } from '../../shared/privacy/index.ts';

export type PrivacyTables = {
  data_incident: {
    id: string;
    known_on: string;
    /** `HH:MM` */
    known_time: string;
    words: string;
    recorded_by: string;
    recorded_at: string;
    state: IncidentState;
    told_on: string | null;
    told_time: string | null;
    entry_number: string | null;
    reason: string | null;
    closed_by: string | null;
    closed_at: string | null;
    version: number;
  };
  access_review: {
    id: string;
    reviewed_on: string;
    words: string | null;
    reviewed_by: string;
    recorded_at: string;
    version: number;
  };
};
