import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { CaseId, DocumentId, Id } from '../../shared/platform/ids.ts';
import type {
  accessReviewFields,
  Asker,
  BasisCode,
  dataIncidentFields,
  DataRequestView,
  incidentEndFields,
  IncidentState,
  ReopenReason,
  WithdrawReason,
} from '../../shared/privacy/index.ts';
import type { CentreOpened } from '../centre/index.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { ColumnsOf } from '../record/index.ts';
import { tablesOf, type By } from '../platform/storage/rows.ts';

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
  data_incident_reopening: By<'closed' | 'reopened'> & {
    id: string;
    incident_id: string;
    state: Exclude<IncidentState, 'open'>;
    told_on: CivilDate | null;
    told_time: string | null;
    entry_number: string | null;
    closing_reason: string | null;
    reason: ReopenReason;
    /** Only with `other`. */
    reason_words: string | null;
    version: number;
  };
  /** What somebody asked about data; the user, or for her, in a ficha of hers. */
  data_request: By<'recorded'> & {
    id: Id<'DataRequestId'>;
    case_id: CaseId | null;
    asker: Asker;
    asker_name: string | null;
    represented_by: string | null;
    identity: DataRequestView['identity'];
    identity_words: string | null;
    data_right: DataRequestView['right'];
    words: string | null;
    asked_on: CivilDate;
    state: DataRequestView['state'];
    answered_on: CivilDate | null;
    answer: string | null;
    basis: BasisCode | null;
    receipt: DataRequestView['receipt'];
    /** The copy that was issued for it. */
    document_id: DocumentId | null;
    copy_number: string | null;
    answered_by: string | null;
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

export const tablesIn = tablesOf<PrivacyTables, CentreOpened & Pick<IntakeOpened, 'case_file'>>();
export type { Trx, Use } from '../platform/unit.ts';
