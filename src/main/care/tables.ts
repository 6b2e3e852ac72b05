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
import { tablesOf, type OfCase, type By, type JsonText, type MaybeBy } from '../platform/storage/rows.ts';

/** What a correction of an attention may change. */
export type AttentionValues = ColumnsOf<typeof attentionFields> & { withdrawn: 0 | 1 };

export type CareTables = {
  consent: ColumnsOf<typeof consentFields> &
    OfCase<Id<'ConsentId'>> &
    By<'recorded'> &
    MaybeBy<'withdrawn' | 'reviewed'> & {
      scope: Consent['scope'];
      /** Null in consents of before. */
      purposes: JsonText<Consent['purposes']> | null;
      review: Consent['review'];
      guardian_is_other: 1 | null;
    };
  attention: AttentionValues &
    OfCase<Id<'AttentionId'>> &
    By<'recorded'> & {
      service: Service;
      staff_id: string;
    };
  attention_change: AttentionValues &
    By<'changed'> & {
      attention_id: string;
      position: number;
      reason: AttentionLine['changes'][number]['reason'];
      words: string | null;
    };
  interview: ColumnsOf<typeof interviewFields> & OfCase<Id<'InterviewId'>> & By<'recorded'>;
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
  interview_question: OfCase<Id<'InterviewQuestionId'>> &
    By<'wanted'> &
    MaybeBy<'settled'> & {
      /** Null: a person wrote the question. */
      fact: string | null;
      words: string;
      place: QuestionPlace | null;
      field: string | null;
      wanted_for: string | null;
      state: QuestionState;
    };
  moved_record: By<'moved'> & {
    id: Id<'MoveId'>;
    from_case_id: CaseId;
    to_case_id: CaseId;
    kind: MovableKind;
    section: MovableSection | null;
    record_id: string;
    reason: MoveReason;
    words: string | null;
    version: number;
  };
  session_note: OfCase<Id<'SessionNoteId'>> &
    By<'written'> & {
      attention_id: Id<'AttentionId'> | null;
      replaces: Id<'SessionNoteId'> | null;
    };
  session_note_draft: { id: Id<'NoteDraftId'>; case_id: CaseId; staff_id: string; saved_at: Instant };
  consent_receiver: { consent_id: string; position: number; receiver: string };
};

export const tablesIn = tablesOf<CareTables, IntakeOpened>();
export type { Trx, Use } from '../platform/unit.ts';
