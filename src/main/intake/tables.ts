/** The case, its pair and event, who may reach it, and the sections of the form. */
import type {
  AnnulReason,
  AppraisalService,
  CorrectionPart,
  CorrectionState,
  DeclineReason,
  FormSectionId,
  ParticipantBond,
  ParticipantRole,
} from '../../shared/intake/index.ts';
import type { CivilDate, Instant, Month } from '../../shared/platform/dates.ts';
import type { CaseId, Id, PersonId, ProposalId, DocumentId, StaffId } from '../../shared/platform/ids.ts';
import type { AnswerColumns } from '../record/index.ts';
import type { AccessOpened } from '../access/index.ts';
import type { HistoryOpened } from '../history/index.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import { tablesOf, type OfCase, type By, type MaybeBy } from '../platform/storage/rows.ts';

export type IntakeTables = {
  case_pair: { id: string; user_id: string; aggressor_id: string; version: number };
  incident: {
    id: string;
    occurred_year: number | null;
    occurred_month: number | null;
    occurred_day: number | null;
    occurred_time: string | null;
    place: string | null;
    version: number;
  };
  incident_account: By<'written'> & {
    id: string;
    incident_id: string;
    body: string;
    version: number;
  };
  account_supplement: By<'added'> & {
    id: Id<'SupplementId'>;
    incident_id: string;
    /** The case it was told in: linked fichas of the same event read only their own and the first one's. */
    case_id: CaseId;
    body: string;
    version: number;
  };
  account_quote: { id: string; incident_id: string; document_id: DocumentId; quoted_at: Instant; version: number };
  case_file: By<'opened'> & {
    id: CaseId;
    number: string;
    pair_id: string;
    incident_id: string;
    informant_id: string | null;
    maybe_user_id: string | null;
    maybe_aggressor_id: string | null;
    ficha_numeric: number | null;
    ficha_alphabetic: string | null;
    ficha_year: number | null;
    form_version: string;
    admitted_on: CivilDate;
    admitted_time: string;
    shift: 'morning' | 'afternoon' | 'night';
    is_from_paper: 0 | 1;
    state: 'draft' | 'validated' | 'inAttention' | 'inFollowUp' | 'closed' | 'reopened';
    is_sealed: 0 | 1;
    condition_proposed: string | null;
    condition_confirmed: number | null;
    condition_reason: string | null;
    condition_rule_set: string | null;
    condition_confirmed_by: string | null;
    validated_at: Instant | null;
    reporting_month: Month | null;
    updated_at: Instant;
    told_before: number | null;
    /** Day on which Section A of this ficha had an answer about the contact of the user; null: not asked in it. */
    contact_asked_on: CivilDate | null;
    /** Null for a ficha that stands; see `case-repository.ts`, `findCase`. */
    annulled_at: Instant | null;
    annulled_by: string | null;
    annul_reason: AnnulReason | null;
    annul_words: string | null;
    version: number;
  };
  correction_request: OfCase<Id<'CorrectionId'>> &
    By<'asked'> &
    MaybeBy<'decided'> & {
      part: CorrectionPart;
      words: string;
      state: CorrectionState;
      decline_reason: DeclineReason | null;
      decline_words: string | null;
    };
  case_grant: OfCase & {
    staff_id: string | null;
    service: 'psychology' | 'social' | 'legal' | null;
    reason: 'opened' | 'handOver' | 'assigned';
    granted_by: string;
    from_at: Instant;
    until_at: Instant | null;
  };
  /** Children, relatives, witnesses of a case; one person may have a part in many. */
  case_participant: OfCase<Id<'ParticipantId'>> &
    By<'added'> &
    MaybeBy<'removed'> & {
      person_id: PersonId;
      role: ParticipantRole;
      /** What she is to the user; null while it was not asked. */
      bond: ParticipantBond | null;
      lives_with_user: 0 | 1 | null;
    };
  /** `is_another_person`: 1 when none of those who are alike is she. */
  condition_decision: OfCase &
    By<'decided'> & {
      proposed: string;
      confirmed: number;
      override_code: string | null;
      override_text: string | null;
      change_code: string | null;
      change_text: string | null;
      rule_set: string;
      new_event: 0 | 1 | null;
      is_another_person: 0 | 1 | null;
      same_aggressor: 0 | 1 | null;
      transferred_same_event: 0 | 1 | null;
      services_needed: number | null;
      last_attention_elsewhere_on: CivilDate | null;
    };
  /** Earlier fichas of the user that a decision rests on. */
  condition_basis: {
    id: string;
    decision_id: string;
    rests_on: CaseId;
    aggressor: 'same' | 'other' | 'undecided';
    version: number;
  };
  /** What a professional said of somebody who looks like a person of the case. */
  identity_answer: OfCase &
    By<'answered'> & {
      role: 'user' | 'aggressor';
      person_id: string;
      answer: 'different' | 'reviewAsked';
    };
  condition_sentence: { decision_id: string; position: number; kind: 'reason' | 'warning'; sentence: string };
  /** Printed blank forms; `number` is their contingency number. Read and settled by the intake, printed by the register. */
  blank_paper: By<'printed'> &
    MaybeBy<'settled'> & {
      id: Id<'BlankPaperId'>;
      number: string;
      kind: string;
      batch_id: string;
      state: 'unused' | 'used' | 'voided';
      case_id: CaseId | null;
      reason: string | null;
      version: number;
    };
  case_seal: OfCase & {
    reason: string;
    words: string | null;
    /** What was agreed by two. */
    proposal_id: ProposalId;
    sealed_at: Instant;
    /** Null while it stands; one case has one standing seal at most. */
    opened_at: Instant | null;
    opened_by: string | null;
    opened_with: string | null;
    open_reason: string | null;
    open_words: string | null;
  };
  case_seal_member: { seal_id: string; staff_id: StaffId };
  case_counter: { year: number; last: number };
  appraisal: OfCase &
    By<'written'> & {
      service: AppraisalService;
      is_handed_over: 0 | 1;
    };
} & { section_a: { user_age: number | null }; section_b: { valuation_level: 1 | 2 | 3 | null } } & {
  [Table in `section_${FormSectionId}`]: SectionRow;
} & {
  [Table in `section_${FormSectionId}_tick`]: { section_id: string; question: string; tick: string };
} & { [Table in `section_${FormSectionId}_asked`]: { section_id: string; question: string } };

/** `started` is 0 until the section was saved once by a person. */
export type SectionRow = OfCase & {
  started: 0 | 1;
  updated_by: string;
} & AnswerColumns;

/** Printed and struck out by the register as well. */
export type BlankPapers = Pick<IntakeTables, 'blank_paper'>;
/** What other domains may read. */
export type IntakeOpened = Pick<
  IntakeTables,
  | 'case_file'
  | 'case_pair'
  | 'case_participant'
  | 'incident'
  | 'incident_account'
  | 'account_supplement'
  | 'identity_answer'
  | 'section_a'
>;

export const tablesIn = tablesOf<IntakeTables & Pick<PlatformTables, 'draft'>, AccessOpened & HistoryOpened>();
export type { Trx, Use } from '../platform/unit.ts';
