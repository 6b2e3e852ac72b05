/** Every kind of record under seal (security design §7.4), with the rows it owns and how it belongs to a case. */
import type { Contract } from '../shared/contract.ts';
import { formSectionIds } from '../shared/intake/section-ids.ts';
import { keptThings } from '../shared/kept-things.ts';
import { reintegrationKinds } from '../shared/reintegration/codes.ts';
import { migrations } from './migrations/index.ts';
import { kindsAt } from './platform/storage/migrate.ts';
import type { SealedKind } from './platform/storage/record-seals.ts';

const inCase = '(select id from wanted)';

/** Records with a `case_id` column. */
const byCase = (table: string) => `select id from ${table} where case_id = ${inCase}`;

/** Parts of the interviews of a case: each is signed by itself. */
const interviewParts = `select interview_part.id from interview_part
  join interview on interview.id = interview_part.interview_id where interview.case_id = ${inCase}`;

const conditionBasis = `select condition_basis.id from condition_basis
  join condition_decision on condition_decision.id = condition_basis.decision_id
  where condition_decision.case_id = ${inCase}`;

/** Traces of both sides: where a record left, and where it stands now. */
const moves = `select id from moved_record where from_case_id = ${inCase}
  union select id from moved_record where to_case_id = ${inCase}`;

const ofRow = (column: string) => `select ${column} as id from case_file where id = ${inCase}`;
const ofPair = (column: string) => `select ${column} as id from case_pair where id = (${ofRow('pair_id')})`;

const persons = `select id from (${[
  ...['user_id', 'aggressor_id'].map(ofPair),
  ...['informant_id', 'maybe_user_id', 'maybe_aggressor_id'].map(ofRow),
  `select person_id from case_participant where case_id = ${inCase}`,
].join(' union ')}) where id is not null`;

/** Persons of a case who have more than their row holds. */
const extras = `select id from person_extra where id in (${persons})`;

/** Records of the event of a case, which linked fichas share. */
const byIncident = (table: 'incident_account' | 'account_supplement' | 'account_quote') =>
  `select id from ${table} where incident_id = (${ofRow('incident_id')})`;

type Child = SealedKind['children'][number];

/** Rows that a record owns, in the order in which they are sealed. */
const rows = (table: string, ownerColumn: string, orderBy = 'position'): Child => ({ table, ownerColumn, orderBy });
const sealedText = rows('sealed_field', 'owner_id', 'field');

/** A record of no case. */
const kind = (table: string, ...children: Child[]): SealedKind => ({ kind: table, table, children });
/** A record that a case reaches by this question. */
const reached = (table: string, question: string, ...children: Child[]): SealedKind => ({
  ...kind(table, ...children),
  ofCase: question,
});
/** A record that names its case. */
const ofCase = (table: string, ...children: Child[]): SealedKind => reached(table, byCase(table), ...children);

/** A section of the form with its ticks and the questions that were asked. */
function sectionKind(id: (typeof formSectionIds)[number]): SealedKind {
  const table = `section_${id}`;
  const answers = [
    rows(`${table}_tick`, 'section_id', 'question,tick'),
    rows(`${table}_asked`, 'section_id', 'question'),
  ];
  return ofCase(table, ...answers);
}

export const sealedKinds: readonly SealedKind[] = [
  kind('staff_member', rows('staff_role', 'staff_id', 'role')),
  kind('caseload_cover'),
  kind('acting_coordinator'),
  kind('recovery_key_use'),
  kind('staff_notice'),
  kind('centre'),
  kind('counterpart_post'),
  kind('companion'),
  kind('proposal'),
  kind('arrival'),
  kind('queue_entry', rows('queue_entry_sign', 'entry_id', 'sign')),
  kind('queue_wait'),
  ofCase('expected_visit'),
  kind('staff_presence'),
  kind('person_inquiry'),
  kind('institution_call'),
  reached('person', persons, sealedText),
  reached(
    'person_extra',
    extras,
    rows('person_extra_alias', 'extra_id'),
    rows('person_extra_document', 'extra_id'),
    rows('person_extra_contact', 'extra_id'),
  ),
  kind('person_merge', rows('person_merge_move', 'merge_id'), sealedText),
  reached('case_file', ofRow('id')),
  reached('case_pair', ofRow('pair_id')),
  reached('incident', ofRow('incident_id')),
  reached('incident_account', byIncident('incident_account')),
  reached('account_supplement', byIncident('account_supplement')),
  reached('account_quote', byIncident('account_quote')),
  ofCase('case_grant'),
  ofCase('case_participant'),
  ofCase('condition_decision', rows('condition_sentence', 'decision_id')),
  reached('condition_basis', conditionBasis),
  ofCase('identity_answer'),
  ofCase('case_seal', rows('case_seal_member', 'seal_id', 'staff_id')),
  ofCase('case_key', rows('case_key_box', 'key_id', 'slot_id')),
  ofCase('exceptional_access'),
  kind('conflict_declaration'),
  ofCase('conflict_dismissal'),
  ofCase('conflict_judged'),
  ...formSectionIds.map(sectionKind),
  ofCase('appraisal', sealedText),
  ofCase('change_set', rows('field_change', 'set_id'), sealedText),
  ofCase('partner_risk_form', rows('partner_risk_answer', 'form_id', 'item')),
  ofCase('same_day_fact', rows('same_day_answer', 'fact_id')),
  ofCase('location_annex', rows('location_answer', 'annex_id', 'item'), sealedText),
  ofCase('safety_plan', rows('safety_plan_card', 'plan_id', 'topic'), rows('safety_plan_phone', 'plan_id'), sealedText),
  ofCase('safety_reading'),
  ofCase('injury_mark'),
  ...reintegrationKinds.map((table) => ofCase(table)),
  ofCase('plan_step'),
  ofCase('plan_agreement'),
  ofCase('supervised_follow_up'),
  ofCase('case_closing', rows('case_closing_line', 'closing_id', 'line')),
  ofCase('case_reopening'),
  ofCase('call_attempt'),
  ofCase('consent', rows('consent_receiver', 'consent_id')),
  ofCase('attention', rows('attention_change', 'attention_id')),
  // Its words are authenticated by their own key, which a new one replaces without a change of the record.
  ofCase('session_note'),
  ofCase('interview'),
  reached('interview_part', interviewParts, rows('interview_addendum', 'part_id')),
  ofCase('interview_question'),
  reached('moved_record', moves),
  ofCase('correction_request'),
  ofCase('stored_file'),
  ofCase('attachment', rows('attachment_event', 'attachment_id')),
  ofCase('issued_document'),
  kind('document_copy'),
  ofCase('saved_file'),
  kind('allowed_printer'),
  kind('data_incident'),
  kind('data_incident_reopening'),
  kind('access_review'),
  ofCase('data_request'),
  ofCase('own_copy_choice'),
  kind('allowed_folder'),
  ofCase('filing', rows('filing_measure', 'filing_id', 'measure')),
  ofCase('filing_bundle', rows('filing_bundle_part', 'bundle_id'), rows('filing_bundle_annex', 'bundle_id')),
  ofCase('filing_presentation', rows('filing_answer', 'presentation_id')),
  ofCase('referral'),
  ofCase(
    'proceeding_event',
    rows('proceeding_event_measure', 'event_id', 'measure'),
    rows('proceeding_event_change', 'event_id'),
  ),
  ofCase('hearing'),
  ofCase('deadline', rows('deadline_due', 'deadline_id')),
  ofCase('referral_slip', rows('referral_slip_tick', 'slip_id', 'list,code')),
  ofCase('custody_receipt', rows('custody_item', 'receipt_id')),
  ofCase('custody_delivery'),
  ofCase('referral_refusal'),
  ofCase('counterpart_hand_over'),
  ofCase('counterpart_note'),
  ofCase('alert'),
  ofCase('alert_seen'),
  ofCase('central_registration'),
  ofCase('blank_paper'),
  kind('list_import', rows('list_import_case', 'import_id', 'line')),
  kind(
    'frozen_report',
    rows('frozen_cell', 'report_id'),
    rows('frozen_file', 'report_id', 'name'),
    rows('counted_case', 'report_id', 'case_id'),
  ),
  kind('restored_reports'),
  kind('reserved_export'),
  kind('witness_sheet'),
  kind('rule_row'),
  ...keptThings.map((thing) => kind(thing.kind)),
  kind('prevention_result', rows('prevention_attendance', 'result_id', 'sex,age')),
  kind('prevention_score', rows('prevention_score_factor', 'score_id')),
  kind(
    'prevention_group',
    rows('prevention_group_worked', 'group_id'),
    rows('prevention_participant', 'group_id', 'code'),
    rows('prevention_tick', 'group_id', 'code,factor'),
  ),
  kind(
    'prevention_month',
    rows('prevention_month_case', 'month_id', 'case_id'),
    rows('prevention_month_activity', 'month_id', 'activity_id'),
  ),
  kind('prevention_file'),
];

/** What a case gains with the years. */
export const entryKinds: readonly string[] = [
  ...['attention', 'session_note', 'interview', 'interview_part', 'interview_question', 'call_attempt'],
  ...['stored_file', 'attachment', 'injury_mark', 'plan_step', 'proceeding_event', 'referral', 'referral_slip'],
];

/** Readings of a case that ask for no entry: what they do not show is not compared for them (decision 0096). */
export const asksNoEntries = [
  'getCase',
  'listCaseAlerts',
  'readOpenFichas',
] as const satisfies readonly (keyof Contract)[];

const lasting = sealedKinds.filter(({ kind: name }) => !entryKinds.includes(name));

/** The kinds whose records are compared before a procedure about a case. */
export const kindsComparedFor = (procedure: string): readonly SealedKind[] =>
  asksNoEntries.some((name) => name === procedure) ? lasting : sealedKinds;

/** The same in a file of this version of the schema. */
export const sealedKindsAt = (version: number) => kindsAt(version, { kinds: sealedKinds, migrations });
