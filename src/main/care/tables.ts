import type { Service } from '../../shared/access/index.ts';
import type {
  attentionFields,
  Consent,
  consentFields,
  interviewFields,
  MovableKind,
  MoveReason,
  QuestionPlace,
  QuestionState,
} from '../../shared/care/index.ts';
import type { MovableSection } from '../../shared/intake/index.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { ColumnsOf } from '../record/index.ts';
import { tablesOf } from '../platform/storage/rows.ts';

/** What a correction of an attention may change. */
export type AttentionValues = ColumnsOf<typeof attentionFields> & { withdrawn: 0 | 1 };

export type CareTables = {
  consent: ColumnsOf<typeof consentFields> & {
    id: string;
    case_id: string;
    scope: Consent['scope'];
    recorded_by: string;
    recorded_at: string;
    version: number;
    /** JSON list of codes; null in consents of before. */
    purposes: string | null;
    withdrawn_at: string | null;
    withdrawn_by: string | null;
    review: Consent['review'];
    reviewed_at: string | null;
    reviewed_by: string | null;
    guardian_is_other: 1 | null;
  };
  attention: AttentionValues & {
    id: string;
    case_id: string;
    service: Service;
    staff_id: string;
    recorded_by: string;
    recorded_at: string;
    version: number;
  };
  attention_change: AttentionValues & {
    attention_id: string;
    position: number;
    reason: string;
    words: string | null;
    changed_by: string;
    changed_at: string;
  };
  interview: ColumnsOf<typeof interviewFields> & {
    id: string;
    case_id: string;
    recorded_by: string;
    recorded_at: string;
    version: number;
  };
  interview_part: {
    id: string;
    interview_id: string;
    service: Service;
    staff_id: string;
    body: string | null;
    signed_at: string | null;
    version: number;
  };
  interview_addendum: { part_id: string; position: number; body: string; added_by: string; added_at: string };
  interview_question: {
    id: string;
    case_id: string;
    /** Null: a person wrote the question. */
    fact: string | null;
    words: string;
    place: QuestionPlace | null;
    field: string | null;
    wanted_for: string | null;
    wanted_by: string;
    wanted_at: string;
    state: QuestionState;
    settled_by: string | null;
    settled_at: string | null;
    version: number;
  };
  moved_record: {
    id: string;
    from_case_id: string;
    to_case_id: string;
    kind: MovableKind;
    section: MovableSection | null;
    record_id: string;
    reason: MoveReason;
    words: string | null;
    moved_by: string;
    moved_at: string;
    version: number;
  };
  consent_receiver: { consent_id: string; position: number; receiver: string };
};

export const tablesIn = tablesOf<CareTables, IntakeOpened>();
export type { Trx } from '../platform/storage/rows.ts';
