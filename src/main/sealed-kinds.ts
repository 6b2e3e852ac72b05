/** Every kind of record under seal (security design §7.4), with the rows it owns and how it belongs to a case. */
import { formSectionIds, type FormSectionId } from '../shared/intake/sections.ts';
import type { SealedKind } from './platform/storage/record-seals.ts';
import type { Database } from './database.ts';

/** Tables whose rows name the case they are of. */
type OfCase = {
  [Table in keyof Database]: Database[Table] extends { case_id: unknown } ? Table : never;
}[keyof Database];
type SectionTable = `section_${FormSectionId}`;

const inCase = '(select id from wanted)';

/** Records with a `case_id` column. */
const byCase = (table: OfCase) => `select id from ${table} where case_id = ${inCase}`;

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

const alone = { children: [] } as const;

/** A section of the form with its ticks and the questions that were asked. */
function sectionKind(id: FormSectionId): SealedKind {
  const table: SectionTable = `section_${id}`;
  return {
    kind: table,
    table,
    children: [
      { table: `${table}_tick`, ownerColumn: 'section_id', orderBy: 'question,tick' },
      { table: `${table}_asked`, ownerColumn: 'section_id', orderBy: 'question' },
    ],
    ofCase: byCase(table),
  };
}

export const sealedKinds: readonly SealedKind[] = [
  {
    kind: 'staff_member',
    table: 'staff_member',
    children: [{ table: 'staff_role', ownerColumn: 'staff_id', orderBy: 'role' }],
  },
  { kind: 'caseload_cover', table: 'caseload_cover', ...alone },
  { kind: 'acting_coordinator', table: 'acting_coordinator', ...alone },
  { kind: 'recovery_key_use', table: 'recovery_key_use', ...alone },
  { kind: 'staff_notice', table: 'staff_notice', ...alone },
  { kind: 'centre', table: 'centre', ...alone },
  { kind: 'proposal', table: 'proposal', ...alone },
  { kind: 'arrival', table: 'arrival', ...alone },
  {
    kind: 'queue_entry',
    table: 'queue_entry',
    children: [{ table: 'queue_entry_sign', ownerColumn: 'entry_id', orderBy: 'sign' }],
  },
  { kind: 'queue_wait', table: 'queue_wait', ...alone },
  { kind: 'expected_visit', table: 'expected_visit', ...alone, ofCase: byCase('expected_visit') },
  { kind: 'staff_presence', table: 'staff_presence', ...alone },
  { kind: 'person_inquiry', table: 'person_inquiry', ...alone },
  { kind: 'institution_call', table: 'institution_call', ...alone },
  {
    kind: 'person',
    table: 'person',
    children: [{ table: 'sealed_field', ownerColumn: 'owner_id', orderBy: 'field' }],
    ofCase: persons,
  },
  {
    kind: 'person_extra',
    table: 'person_extra',
    children: [
      { table: 'person_extra_alias', ownerColumn: 'extra_id', orderBy: 'position' },
      { table: 'person_extra_document', ownerColumn: 'extra_id', orderBy: 'position' },
      { table: 'person_extra_contact', ownerColumn: 'extra_id', orderBy: 'position' },
    ],
    ofCase: extras,
  },
  {
    kind: 'person_merge',
    table: 'person_merge',
    children: [
      { table: 'person_merge_move', ownerColumn: 'merge_id', orderBy: 'position' },
      { table: 'sealed_field', ownerColumn: 'owner_id', orderBy: 'field' },
    ],
  },
  {
    kind: 'case_file',
    table: 'case_file',
    ...alone,
    ofCase: ofRow('id'),
  },
  {
    kind: 'case_pair',
    table: 'case_pair',
    ...alone,
    ofCase: ofRow('pair_id'),
  },
  {
    kind: 'incident',
    table: 'incident',
    ...alone,
    ofCase: ofRow('incident_id'),
  },
  { kind: 'incident_account', table: 'incident_account', ...alone, ofCase: byIncident('incident_account') },
  { kind: 'account_supplement', table: 'account_supplement', ...alone, ofCase: byIncident('account_supplement') },
  { kind: 'account_quote', table: 'account_quote', ...alone, ofCase: byIncident('account_quote') },
  { kind: 'case_grant', table: 'case_grant', ...alone, ofCase: byCase('case_grant') },
  { kind: 'case_participant', table: 'case_participant', ...alone, ofCase: byCase('case_participant') },
  {
    kind: 'condition_decision',
    table: 'condition_decision',
    children: [{ table: 'condition_sentence', ownerColumn: 'decision_id', orderBy: 'position' }],
    ofCase: byCase('condition_decision'),
  },
  { kind: 'condition_basis', table: 'condition_basis', ...alone, ofCase: conditionBasis },
  { kind: 'identity_answer', table: 'identity_answer', ...alone, ofCase: byCase('identity_answer') },
  {
    kind: 'case_seal',
    table: 'case_seal',
    children: [{ table: 'case_seal_member', ownerColumn: 'seal_id', orderBy: 'staff_id' }],
    ofCase: byCase('case_seal'),
  },
  { kind: 'exceptional_access', table: 'exceptional_access', ...alone, ofCase: byCase('exceptional_access') },
  { kind: 'conflict_declaration', table: 'conflict_declaration', ...alone },
  { kind: 'conflict_dismissal', table: 'conflict_dismissal', ...alone, ofCase: byCase('conflict_dismissal') },
  { kind: 'conflict_judged', table: 'conflict_judged', ...alone, ofCase: byCase('conflict_judged') },
  ...formSectionIds.map(sectionKind),
  {
    kind: 'appraisal',
    table: 'appraisal',
    children: [{ table: 'sealed_field', ownerColumn: 'owner_id', orderBy: 'field' }],
    ofCase: byCase('appraisal'),
  },
  {
    kind: 'change_set',
    table: 'change_set',
    children: [
      { table: 'field_change', ownerColumn: 'set_id', orderBy: 'position' },
      { table: 'sealed_field', ownerColumn: 'owner_id', orderBy: 'field' },
    ],
    ofCase: byCase('change_set'),
  },
  {
    kind: 'partner_risk_form',
    table: 'partner_risk_form',
    children: [{ table: 'partner_risk_answer', ownerColumn: 'form_id', orderBy: 'item' }],
    ofCase: byCase('partner_risk_form'),
  },
  {
    kind: 'same_day_fact',
    table: 'same_day_fact',
    children: [{ table: 'same_day_answer', ownerColumn: 'fact_id', orderBy: 'position' }],
    ofCase: byCase('same_day_fact'),
  },
  {
    kind: 'location_annex',
    table: 'location_annex',
    children: [
      { table: 'location_answer', ownerColumn: 'annex_id', orderBy: 'item' },
      { table: 'sealed_field', ownerColumn: 'owner_id', orderBy: 'field' },
    ],
    ofCase: byCase('location_annex'),
  },
  {
    kind: 'consent',
    table: 'consent',
    children: [{ table: 'consent_receiver', ownerColumn: 'consent_id', orderBy: 'position' }],
    ofCase: byCase('consent'),
  },
  {
    kind: 'attention',
    table: 'attention',
    children: [{ table: 'attention_change', ownerColumn: 'attention_id', orderBy: 'position' }],
    ofCase: byCase('attention'),
  },
  { kind: 'interview', table: 'interview', ...alone, ofCase: byCase('interview') },
  {
    kind: 'interview_part',
    table: 'interview_part',
    children: [{ table: 'interview_addendum', ownerColumn: 'part_id', orderBy: 'position' }],
    ofCase: interviewParts,
  },
  { kind: 'interview_question', table: 'interview_question', ...alone, ofCase: byCase('interview_question') },
  { kind: 'moved_record', table: 'moved_record', ...alone, ofCase: moves },
  { kind: 'correction_request', table: 'correction_request', ...alone, ofCase: byCase('correction_request') },
  { kind: 'stored_file', table: 'stored_file', ...alone, ofCase: byCase('stored_file') },
  {
    kind: 'attachment',
    table: 'attachment',
    children: [{ table: 'attachment_event', ownerColumn: 'attachment_id', orderBy: 'position' }],
    ofCase: byCase('attachment'),
  },
  { kind: 'issued_document', table: 'issued_document', ...alone, ofCase: byCase('issued_document') },
  { kind: 'document_copy', table: 'document_copy', ...alone },
  { kind: 'saved_file', table: 'saved_file', ...alone, ofCase: byCase('saved_file') },
  { kind: 'allowed_printer', table: 'allowed_printer', ...alone },
  { kind: 'data_incident', table: 'data_incident', ...alone },
  { kind: 'data_incident_reopening', table: 'data_incident_reopening', ...alone },
  { kind: 'access_review', table: 'access_review', ...alone },
  { kind: 'allowed_folder', table: 'allowed_folder', ...alone },
  {
    kind: 'filing',
    table: 'filing',
    children: [{ table: 'filing_measure', ownerColumn: 'filing_id', orderBy: 'measure' }],
    ofCase: byCase('filing'),
  },
  {
    kind: 'filing_bundle',
    table: 'filing_bundle',
    children: [
      { table: 'filing_bundle_part', ownerColumn: 'bundle_id', orderBy: 'position' },
      { table: 'filing_bundle_annex', ownerColumn: 'bundle_id', orderBy: 'position' },
    ],
    ofCase: byCase('filing_bundle'),
  },
  {
    kind: 'filing_presentation',
    table: 'filing_presentation',
    children: [{ table: 'filing_answer', ownerColumn: 'presentation_id', orderBy: 'position' }],
    ofCase: byCase('filing_presentation'),
  },
  { kind: 'referral', table: 'referral', ...alone, ofCase: byCase('referral') },
  {
    kind: 'proceeding_event',
    table: 'proceeding_event',
    children: [
      { table: 'proceeding_event_measure', ownerColumn: 'event_id', orderBy: 'measure' },
      { table: 'proceeding_event_change', ownerColumn: 'event_id', orderBy: 'position' },
    ],
    ofCase: byCase('proceeding_event'),
  },
  { kind: 'hearing', table: 'hearing', ...alone, ofCase: byCase('hearing') },
  {
    kind: 'deadline',
    table: 'deadline',
    children: [{ table: 'deadline_due', ownerColumn: 'deadline_id', orderBy: 'position' }],
    ofCase: byCase('deadline'),
  },
  {
    kind: 'referral_slip',
    table: 'referral_slip',
    children: [{ table: 'referral_slip_tick', ownerColumn: 'slip_id', orderBy: 'list,code' }],
    ofCase: byCase('referral_slip'),
  },
  {
    kind: 'custody_receipt',
    table: 'custody_receipt',
    children: [{ table: 'custody_item', ownerColumn: 'receipt_id', orderBy: 'position' }],
    ofCase: byCase('custody_receipt'),
  },
  { kind: 'custody_delivery', table: 'custody_delivery', ...alone, ofCase: byCase('custody_delivery') },
  { kind: 'referral_refusal', table: 'referral_refusal', ...alone, ofCase: byCase('referral_refusal') },
  { kind: 'alert', table: 'alert', ...alone, ofCase: byCase('alert') },
  { kind: 'alert_seen', table: 'alert_seen', ...alone, ofCase: byCase('alert_seen') },
  {
    kind: 'central_registration',
    table: 'central_registration',
    ...alone,
    ofCase: byCase('central_registration'),
  },
  { kind: 'blank_paper', table: 'blank_paper', ...alone, ofCase: byCase('blank_paper') },
  {
    kind: 'list_import',
    table: 'list_import',
    children: [{ table: 'list_import_case', ownerColumn: 'import_id', orderBy: 'line' }],
  },
  {
    kind: 'frozen_report',
    table: 'frozen_report',
    children: [
      { table: 'frozen_cell', ownerColumn: 'report_id', orderBy: 'position' },
      { table: 'frozen_file', ownerColumn: 'report_id', orderBy: 'name' },
    ],
  },
  { kind: 'witness_sheet', table: 'witness_sheet', ...alone },
  { kind: 'rule_row', table: 'rule_row', ...alone },
  { kind: 'office', table: 'office', ...alone },
];
