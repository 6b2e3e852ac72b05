import type { Service } from '../../shared/access/index.ts';
import type {
  Assent,
  AttentionLine,
  ConsentForm,
  ConsentReview,
  ConsentScope,
  InterviewLine,
  Majority,
  NoConsentReason,
  MovableKind,
  MoveReason,
  QuestionPlace,
  QuestionState,
} from '../../shared/care/index.ts';
import type { MovableSection } from '../../shared/intake/index.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import type { IntakeOpened } from '../intake/index.ts';
import { tablesOf } from '../platform/storage/rows.ts';

/** What a correction of an attention may change. */
type AttentionValues = {
  action: string;
  given_on: CivilDate;
  given_time: string | null;
  with_whom: string;
  outcome: string;
  note: string | null;
  withdrawn: 0 | 1;
};

export type CareTables = {
  consent: {
    id: Id<'ConsentId'>;
    case_id: CaseId;
    scope: ConsentScope;
    form: ConsentForm;
    reason: NoConsentReason | null;
    recorded_by: string;
    recorded_at: Instant;
    version: number;
    /** JSON list of codes; null in consents of before. */
    purposes: string | null;
    data: string | null;
    guardian_names: string | null;
    guardian_bond: string | null;
    assent: Assent | null;
    withdrawn_at: Instant | null;
    withdrawn_by: string | null;
    review: ConsentReview | null;
    reviewed_at: Instant | null;
    reviewed_by: string | null;
    /** Null: not asked. */
    majority: Majority | null;
    guardian_is_other: 1 | null;
  };
  attention: AttentionValues & {
    id: Id<'AttentionId'>;
    case_id: CaseId;
    service: Service;
    staff_id: string;
    recorded_by: string;
    recorded_at: Instant;
    version: number;
  };
  attention_change: AttentionValues & {
    attention_id: string;
    position: number;
    reason: AttentionLine['changes'][number]['reason'];
    words: string | null;
    changed_by: string;
    changed_at: Instant;
  };
  interview: {
    id: Id<'InterviewId'>;
    case_id: CaseId;
    held_on: CivilDate;
    started_time: string;
    ended_time: string | null;
    modality: InterviewLine['modality'];
    place: string | null;
    told_story: 0 | 1;
    recorded_by: string;
    recorded_at: Instant;
    version: number;
  };
  interview_part: {
    id: Id<'InterviewPartId'>;
    interview_id: string;
    service: Service;
    staff_id: string;
    body: string | null;
    signed_at: Instant | null;
    version: number;
  };
  interview_addendum: { part_id: string; position: number; body: string; added_by: string; added_at: Instant };
  interview_question: {
    id: Id<'InterviewQuestionId'>;
    case_id: CaseId;
    /** Null: a person wrote the question. */
    fact: string | null;
    words: string;
    place: QuestionPlace | null;
    field: string | null;
    wanted_for: string | null;
    wanted_by: string;
    wanted_at: Instant;
    state: QuestionState;
    settled_by: string | null;
    settled_at: Instant | null;
    version: number;
  };
  moved_record: {
    id: Id<'MoveId'>;
    from_case_id: CaseId;
    to_case_id: CaseId;
    kind: MovableKind;
    section: MovableSection | null;
    record_id: string;
    reason: MoveReason;
    words: string | null;
    moved_by: string;
    moved_at: Instant;
    version: number;
  };
  consent_receiver: { consent_id: string; position: number; receiver: string };
};

export const tablesIn = tablesOf<CareTables, IntakeOpened>();
export type { Trx } from '../platform/storage/rows.ts';
