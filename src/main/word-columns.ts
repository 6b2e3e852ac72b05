/**
 * Columns that hold words of a case: in a ficha reservada they stand under its own key. What the program itself has to
 * read of every ficha stays under the key of the record: codes, days, who and when, names of persons, numbers of papers.
 */
import { formSectionIds, formSections } from '../shared/intake/sections.ts';
import { columnOf, type Question } from '../shared/record/index.ts';
import type { CellKind } from './platform/storage/closed-words.ts';
import type { WordColumns } from './platform/storage/turned-words.ts';

function all(kind: CellKind, columns: string): Record<string, CellKind> {
  return Object.fromEntries(columns.split(' ').map((column) => [column, kind]));
}

const words = (columns: string) => all('text', columns);

/** What somebody wrote in answer to a question of the form. */
const answersInWords = (questions: Readonly<Record<string, Question>>) =>
  Object.entries(questions).flatMap(([name, { kind }]) => (kind === 'text' ? [columnOf(name)] : []));

const sections = formSectionIds.map((id) => {
  const columns = answersInWords(formSections[id].section.questions);
  return [`section_${id}`, words(columns.join(' '))] as const;
});

const wordsByTable: Readonly<Record<string, Record<string, CellKind>>> = {
  ...Object.fromEntries(sections),
  accompaniment: words('person annul_words end_words'),
  accompaniment_contact: words('words annul_words'),
  account_supplement: words('body'),
  attachment: words('shown_name description received_from annul_words'),
  attachment_event: words('note'),
  attention: words('note'),
  attention_change: words('note words'),
  call_attempt: words('said'),
  case_closing: words('words summary'),
  case_closing_line: words('found why'),
  case_file: words('annul_words'),
  case_reopening: words('words'),
  case_seal: words('words open_words'),
  change_set: words('reason_text'),
  condition_decision: words('override_text change_text'),
  condition_sentence: words('sentence'),
  consent: words('data guardian_names guardian_bond'),
  consent_receiver: words('receiver'),
  correction_request: words('words decline_words'),
  counterpart_note: words('said'),
  custody_item: words('description packing'),
  custody_receipt: words('handed_as note'),
  data_request: words('asker_name words answer'),
  deadline: words('proof'),
  expected_visit: words('said_name note'),
  field_change: all('json', 'before_value after_value'),
  filing: all('object', 'options'),
  filing_answer: words('words'),
  filing_bundle_annex: words('title'),
  filing_presentation: words('annul_words'),
  hearing: words('room link bring note result'),
  home_visit: words('why actions annul_words'),
  incident: words('place'),
  incident_account: words('body'),
  injury_mark: words('words annul_words'),
  interview: words('place'),
  interview_addendum: words('body'),
  interview_part: words('body'),
  interview_question: words('fact words'),
  issued_document: { ...words('missing_reason'), ...all('object', 'paper'), ...all('bytes', 'bytes') },
  location_answer: words('answer'),
  partner_risk_form: words('override_reason'),
  placement: words('kinship house refusal_words words annul_words end_words'),
  plan_agreement: words('refused'),
  plan_step: words('words note'),
  proceeding_event: words('document source words note'),
  proceeding_event_change: { ...words('words'), ...all('object', 'before') },
  proceeding_event_measure: words('detail'),
  referral: all('object', 'options'),
  referral_refusal: words('words'),
  referral_slip: words('next_place recommendations professional'),
  reintegration_goal: words('goal institution annul_words end_words'),
  reintegration_plan: words('words annul_words end_words'),
  reintegration_review: words('words annul_words'),
  safety_plan_card: words('words'),
  safety_plan_phone: words('name number'),
  same_day_answer: words('words who'),
  sealed_field: all('bytes', 'body'),
  stored_file: all('bytes', 'file_key'),
  supervised_follow_up: words('words'),
};

/** The rest of what an alert says is written by the program, which looks for it again. */
const toldByPeople = ['measureBreached', 'newEvent', 'levelRising', 'aggressorAtDoor', 'askedAbout'];

export const wordColumns: WordColumns = {
  ...Object.fromEntries(Object.entries(wordsByTable).map(([table, columns]) => [table, { columns }])),
  alert: { columns: words('note'), only: { column: 'kind', among: toldByPeople } },
};

/** Words of a ficha in rows that are no record of it. `record`: the one whose seal they are part of. */
export const wordsBeside = [
  { table: 'draft', owner: 'case_id', columns: all('json', 'body'), record: null },
  {
    table: 'list_import_case',
    owner: 'case_id',
    columns: all('list', 'source'),
    record: { kind: 'list_import', column: 'import_id' },
  },
] as const;

/** Records of persons stand for every ficha of theirs, and those of an event for every linked one. */
export const sharedKinds = {
  persons: ['person', 'person_extra'],
  event: ['incident', 'incident_account', 'account_supplement', 'account_quote'],
} as const;
