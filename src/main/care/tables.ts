import type { Service } from '../../shared/access/index.ts';
import type {
  attentionFields,
  AttentionLine,
  Consent,
  consentFields,
  interviewFields,
  MovableKind,
  MoveReason,
  QuestionPlace,
  QuestionState,
} from '../../shared/care/index.ts';
import type { MovableSection } from '../../shared/intake/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { ColumnsOf } from '../record/index.ts';
import { tablesOf, type OfCase } from '../platform/storage/rows.ts';

/** What a correction of an attention may change. */
export type AttentionValues = ColumnsOf<typeof attentionFields> & { withdrawn: 0 | 1 };

export type CareTables = {
  consent: ColumnsOf<typeof consentFields> & {
    id: Id<'ConsentId'>;
    case_id: CaseId;
    scope: Consent['scope'];
    recorded_by: string;
    recorded_at: Instant;
    version: number;
    /** JSON list of codes; null in consents of before. */
    purposes: string | null;
    withdrawn_at: Instant | null;
    withdrawn_by: string | null;
    review: Consent['review'];
    reviewed_at: Instant | null;
    reviewed_by: string | null;
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
  interview: ColumnsOf<typeof interviewFields> & {
    id: Id<'InterviewId'>;
    case_id: CaseId;
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
  interview_question: OfCase<Id<'InterviewQuestionId'>> & {
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
  session_note: OfCase<Id<'SessionNoteId'>> & {
    attention_id: Id<'AttentionId'> | null;
    replaces: Id<'SessionNoteId'> | null;
    written_by: string;
    written_at: Instant;
  };
  session_note_draft: { id: Id<'NoteDraftId'>; case_id: CaseId; staff_id: string; saved_at: Instant };
  consent_receiver: { consent_id: string; position: number; receiver: string };
};

export const tablesIn = tablesOf<CareTables, IntakeOpened>();
export type { Trx, Use } from '../platform/unit.ts';
