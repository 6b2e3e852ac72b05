import { id, laterWho, version, who, whoLater } from './columns.ts';

/** Persons, fichas with their history, old lists. */
export const personsAndCases = `
-- PEOPLE
-- The role belongs to the case. The address stands in «sealed_field», so that its own key needs no change here.
CREATE TABLE person (${id},
  name_state TEXT NOT NULL CHECK (name_state IN ('known', 'partial', 'unknown')),
  given_names TEXT,
  first_surname TEXT,
  second_surname TEXT,
  preferred_name TEXT,
  aliases TEXT,
  birth_year INTEGER,
  birth_month INTEGER,
  birth_day INTEGER,
  document_kind TEXT CHECK (document_kind IN (
    'dni', 'foreignerCard', 'temporaryPermit', 'passport', 'foreignId', 'birthCertificate', 'other')),
  document_state TEXT NOT NULL CHECK (document_state IN (
    'known', 'notCarriedKnown', 'notCarriedForgotten', 'inProcess', 'none', 'notAsked')),
  document_number TEXT,
  phone TEXT,
  phone_whose TEXT,
  phone_may_call TEXT CHECK (phone_may_call IN ('yes', 'no')),
  phone_hours TEXT,
  phone_what_to_say TEXT,
  email TEXT,
  email_is_safe INTEGER CHECK (email_is_safe IN (0, 1)),
  district_code TEXT CHECK (length(district_code) = 6),
  settlement TEXT,
  address_is_reserved INTEGER NOT NULL CHECK (address_is_reserved IN (0, 1)),
  address_reserved_reason TEXT,
  created_at TEXT NOT NULL,
  ${version},
  phone_may_leave_message TEXT CHECK (phone_may_leave_message IN ('yes', 'no')),
  phone_checked_on TEXT,
  phone_is_shared INTEGER CHECK (phone_is_shared IN (0, 1)),
  told_age INTEGER CHECK (told_age BETWEEN 0 AND 110),
  told_age_on TEXT CHECK (told_age_on IS NULL OR told_age IS NOT NULL),
  is_deceased INTEGER CHECK (is_deceased IN (0, 1)),
  CHECK (birth_month IS NULL OR birth_year IS NOT NULL),
  CHECK (birth_day IS NULL OR birth_month IS NOT NULL)) STRICT;
CREATE INDEX person_document ON person (document_number) WHERE document_number IS NOT NULL;
-- Under what persons are found: made from them, and all anew when the rules change («person_key_edition»).
CREATE TABLE person_key (
  kind TEXT NOT NULL CHECK (kind IN ('document', 'documentHalf', 'phone', 'birth', 'pair', 'wordYear', 'word')),
  key TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (kind, key, person_id)) STRICT, WITHOUT ROWID;
CREATE INDEX person_key_person ON person_key (person_id);
CREATE TABLE person_key_edition (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  edition TEXT NOT NULL) STRICT;
-- A record of its own and no children of «person»: more children would change the seals of every person.
CREATE TABLE person_extra (
  id TEXT PRIMARY KEY REFERENCES person (id),
  ${version}) STRICT;
CREATE TABLE person_extra_alias (
  extra_id TEXT NOT NULL REFERENCES person_extra (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  alias TEXT NOT NULL,
  PRIMARY KEY (extra_id, position)) STRICT, WITHOUT ROWID;
CREATE TABLE person_extra_document (
  extra_id TEXT NOT NULL REFERENCES person_extra (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  kind TEXT CHECK (kind IN (
    'dni', 'foreignerCard', 'temporaryPermit', 'passport', 'foreignId', 'birthCertificate', 'other')),
  state TEXT NOT NULL CHECK (state IN (
    'known', 'notCarriedKnown', 'notCarriedForgotten', 'inProcess', 'none', 'notAsked')),
  number TEXT,
  PRIMARY KEY (extra_id, position)) STRICT, WITHOUT ROWID;
CREATE TABLE person_extra_contact (
  extra_id TEXT NOT NULL REFERENCES person_extra (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  phone TEXT NOT NULL,
  whose TEXT,
  may_call TEXT CHECK (may_call IN ('yes', 'no')),
  hours TEXT,
  may_leave_message TEXT CHECK (may_leave_message IN ('yes', 'no')),
  what_to_say TEXT,
  checked_on TEXT,
  is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
  PRIMARY KEY (extra_id, position)) STRICT, WITHOUT ROWID;
-- Nothing is erased: each moved column keeps what stood there, so that the merge can be undone.
CREATE TABLE person_merge (${id},
  kept_id TEXT NOT NULL REFERENCES person (id),
  absorbed_id TEXT NOT NULL REFERENCES person (id),
  state TEXT NOT NULL CHECK (state IN ('merged', 'undone')),
  proposal_id TEXT REFERENCES proposal (id),
  case_id TEXT REFERENCES case_file (id),
  kept_before TEXT NOT NULL,
  kept_after TEXT NOT NULL,
  ${who('merged')},
  undo_proposal_id TEXT REFERENCES proposal (id),
  ${whoLater('undone')}, ${version},
  CHECK (kept_id <> absorbed_id),
  CHECK ((proposal_id IS NULL) <> (case_id IS NULL)),
  CHECK ((state = 'undone') = (undone_at IS NOT NULL))) STRICT;
CREATE UNIQUE INDEX person_merge_absorbed ON person_merge (absorbed_id) WHERE state = 'merged';
CREATE INDEX person_merge_kept ON person_merge (kept_id);
CREATE TABLE person_merge_move (
  merge_id TEXT NOT NULL REFERENCES person_merge (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  before_value TEXT,
  after_value TEXT,
  PRIMARY KEY (merge_id, position)) STRICT, WITHOUT ROWID;

-- INTAKE
-- The pair decides the condition, the event is shared by linked fichas, the case joins both.
CREATE TABLE case_pair (${id},
  user_id TEXT NOT NULL REFERENCES person (id),
  aggressor_id TEXT NOT NULL REFERENCES person (id),
  ${version},
  CHECK (user_id <> aggressor_id)) STRICT;
CREATE INDEX case_pair_user ON case_pair (user_id);
CREATE INDEX case_pair_aggressor ON case_pair (aggressor_id);
CREATE TABLE incident (${id},
  occurred_year INTEGER,
  occurred_month INTEGER,
  occurred_day INTEGER,
  occurred_time TEXT,
  place TEXT,
  ${version},
  CHECK (occurred_month IS NULL OR occurred_year IS NOT NULL),
  CHECK (occurred_day IS NULL OR occurred_month IS NOT NULL)) STRICT;
-- Written once, quoted elsewhere. A change is a new row; the earlier ones stay.
CREATE TABLE incident_account (${id},
  incident_id TEXT NOT NULL REFERENCES incident (id),
  body TEXT NOT NULL,
  ${who('written')}, ${version},
  UNIQUE (incident_id, version)) STRICT;
-- The month is set once, at validation. An annulled ficha is opened anew, never brought back.
CREATE TABLE case_file (${id},
  number TEXT NOT NULL UNIQUE,
  pair_id TEXT NOT NULL REFERENCES case_pair (id),
  incident_id TEXT NOT NULL REFERENCES incident (id),
  informant_id TEXT REFERENCES person (id),
  maybe_user_id TEXT REFERENCES person (id),
  maybe_aggressor_id TEXT REFERENCES person (id),
  ficha_numeric INTEGER,
  ficha_alphabetic TEXT,
  ficha_year INTEGER,
  form_version TEXT NOT NULL,
  admitted_on TEXT NOT NULL,
  admitted_time TEXT NOT NULL,
  shift TEXT NOT NULL CHECK (shift IN ('morning', 'afternoon', 'night')),
  is_from_paper INTEGER NOT NULL CHECK (is_from_paper IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('draft', 'validated', 'inAttention', 'inFollowUp', 'closed', 'reopened')),
  is_sealed INTEGER NOT NULL CHECK (is_sealed IN (0, 1)),
  condition_proposed TEXT,
  condition_confirmed INTEGER CHECK (condition_confirmed BETWEEN 1 AND 5),
  condition_reason TEXT,
  condition_rule_set TEXT,
  condition_confirmed_by TEXT REFERENCES staff_member (id),
  validated_at TEXT,
  reporting_month TEXT,
  ${who('opened')},
  updated_at TEXT NOT NULL,
  ${version},
  told_before INTEGER CHECK (told_before BETWEEN 0 AND 99),
  ${laterWho('annulled')},
  annul_reason TEXT CHECK (annul_reason IN ('duplicate', 'otherPerson', 'notForUs', 'openedByMistake', 'other')),
  annul_words TEXT,
  contact_asked_on TEXT,
  CHECK ((validated_at IS NULL) = (reporting_month IS NULL))) STRICT;
CREATE INDEX case_file_pair ON case_file (pair_id);
CREATE INDEX case_file_month ON case_file (reporting_month);
CREATE UNIQUE INDEX case_file_ficha ON case_file (ficha_year, ficha_numeric, ficha_alphabetic)
  WHERE ficha_numeric IS NOT NULL;
CREATE TRIGGER case_file_month_is_final BEFORE UPDATE OF reporting_month ON case_file
  WHEN OLD.reporting_month IS NOT NULL AND NEW.reporting_month IS NOT OLD.reporting_month
  BEGIN SELECT RAISE(ABORT, 'reporting month is final'); END;
CREATE INDEX case_file_incident ON case_file (incident_id);
CREATE TRIGGER case_file_annulment_is_final BEFORE UPDATE ON case_file
  WHEN OLD.annulled_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'annulled ficha is final'); END;
CREATE TABLE case_grant (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  staff_id TEXT REFERENCES staff_member (id),
  service TEXT CHECK (service IN ('psychology', 'social', 'legal')),
  reason TEXT NOT NULL CHECK (reason IN ('opened', 'handOver', 'assigned')),
  granted_by TEXT NOT NULL REFERENCES staff_member (id),
  from_at TEXT NOT NULL,
  until_at TEXT,
  ${version},
  CHECK ((staff_id IS NULL) <> (service IS NULL))) STRICT;
CREATE INDEX case_grant_case ON case_grant (case_id);
CREATE INDEX case_grant_staff ON case_grant (staff_id);
CREATE TABLE case_counter (
  year INTEGER PRIMARY KEY,
  last INTEGER NOT NULL) STRICT;
CREATE TABLE account_supplement (${id},
  incident_id TEXT NOT NULL REFERENCES incident (id),
  case_id TEXT NOT NULL REFERENCES case_file (id),
  body TEXT NOT NULL,
  ${who('added')}, ${version}) STRICT;
CREATE INDEX account_supplement_incident ON account_supplement (incident_id);
CREATE INDEX account_supplement_case ON account_supplement (case_id);
CREATE TABLE account_quote (${id},
  incident_id TEXT NOT NULL REFERENCES incident (id),
  document_id TEXT NOT NULL UNIQUE REFERENCES issued_document (id),
  quoted_at TEXT NOT NULL,
  ${version}) STRICT;
CREATE INDEX account_quote_incident ON account_quote (incident_id);
CREATE TABLE appraisal (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  service TEXT NOT NULL CHECK (service IN ('psychology', 'social', 'legal')),
  is_handed_over INTEGER NOT NULL CHECK (is_handed_over IN (0, 1)),
  ${who('written')}, ${version},
  UNIQUE (case_id, service)) STRICT;
-- Who is taken out stays as a row: the history tells of her.
CREATE TABLE case_participant (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  role TEXT NOT NULL CHECK (role IN ('child', 'relative', 'guardian', 'informant', 'witness', 'other')),
  bond TEXT CHECK (bond IN (
    'child', 'stepchild', 'grandchild', 'mother', 'father', 'sibling', 'grandparent', 'uncleAunt', 'partner',
    'formerPartner', 'otherRelative', 'friend', 'neighbour', 'teacher', 'authority', 'other')),
  lives_with_user INTEGER CHECK (lives_with_user IN (0, 1)),
  ${who('added')},
  ${whoLater('removed')}, ${version},
  CHECK ((removed_by IS NULL) = (removed_at IS NULL))) STRICT;
CREATE INDEX case_participant_case ON case_participant (case_id);
CREATE INDEX case_participant_person ON case_participant (person_id);
CREATE TABLE correction_request (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  part TEXT NOT NULL CHECK (part IN ('header', 'user', 'aggressor', 'informant', 'a')),
  words TEXT NOT NULL,
  ${who('asked')},
  state TEXT NOT NULL CHECK (state IN ('pending', 'accepted', 'declined')),
  decline_reason TEXT CHECK (decline_reason IN ('asSheSaid', 'asTheDocument', 'alreadyRight', 'other')),
  decline_words TEXT,
  ${whoLater('decided')}, ${version},
  CHECK ((state = 'pending') = (decided_at IS NULL)),
  CHECK ((state = 'declined') = (decline_reason IS NOT NULL)),
  CHECK (decline_words IS NULL OR decline_reason = 'other')) STRICT;
CREATE INDEX correction_request_case ON correction_request (case_id);
-- Each confirmation with what was proposed, why, and the answers it rests on: nothing is updated.
CREATE TABLE condition_decision (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  proposed TEXT NOT NULL CHECK (proposed IN ('1', '2', '3', '4', '5', 'no-new-ficha', 'undecidable')),
  confirmed INTEGER NOT NULL CHECK (confirmed BETWEEN 1 AND 5),
  override_code TEXT,
  override_text TEXT,
  change_code TEXT,
  change_text TEXT,
  rule_set TEXT NOT NULL,
  new_event INTEGER CHECK (new_event IN (0, 1)),
  is_another_person INTEGER CHECK (is_another_person IN (0, 1)),
  same_aggressor INTEGER CHECK (same_aggressor IN (0, 1)),
  transferred_same_event INTEGER CHECK (transferred_same_event IN (0, 1)),
  services_needed INTEGER CHECK (services_needed BETWEEN 1 AND 3),
  last_attention_elsewhere_on TEXT,
  ${who('decided')}, ${version},
  CHECK (override_text IS NULL OR override_code IS NOT NULL),
  CHECK (change_text IS NULL OR change_code IS NOT NULL),
  CHECK (proposed = CAST(confirmed AS TEXT) OR override_code IS NOT NULL)) STRICT;
CREATE INDEX condition_decision_case ON condition_decision (case_id);
CREATE TABLE condition_sentence (
  decision_id TEXT NOT NULL REFERENCES condition_decision (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('reason', 'warning')),
  sentence TEXT NOT NULL,
  PRIMARY KEY (decision_id, position)) STRICT, WITHOUT ROWID;
-- What a professional said of persons who look like those of a ficha: never updated, as its basis.
CREATE TABLE identity_answer (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  role TEXT NOT NULL CHECK (role IN ('user', 'aggressor')),
  person_id TEXT NOT NULL REFERENCES person (id),
  answer TEXT NOT NULL CHECK (answer IN ('different', 'reviewAsked')),
  ${who('answered')}, ${version}) STRICT;
CREATE INDEX identity_answer_case ON identity_answer (case_id);
CREATE INDEX identity_answer_person ON identity_answer (person_id);
CREATE TABLE condition_basis (${id},
  decision_id TEXT NOT NULL REFERENCES condition_decision (id),
  rests_on TEXT NOT NULL REFERENCES case_file (id),
  aggressor TEXT NOT NULL CHECK (aggressor IN ('same', 'other', 'undecided')),
  ${version}) STRICT;
CREATE INDEX condition_basis_decision ON condition_basis (decision_id);
CREATE INDEX condition_basis_rests_on ON condition_basis (rests_on);

-- HISTORY
-- «part» and «reason_code» are lists of the program, which grow without a rebuild of this table.
CREATE TABLE change_set (${id},
  case_id TEXT REFERENCES case_file (id),
  part TEXT NOT NULL,
  record_kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  is_first INTEGER NOT NULL CHECK (is_first IN (0, 1)),
  reason_code TEXT,
  reason_text TEXT,
  ${who('changed')}, ${version},
  CHECK (reason_text IS NULL OR reason_code IS NOT NULL)) STRICT;
CREATE INDEX change_set_case ON change_set (case_id, part);
CREATE INDEX change_set_record ON change_set (record_kind, record_id);
CREATE TABLE field_change (
  set_id TEXT NOT NULL REFERENCES change_set (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  field TEXT NOT NULL,
  before_value TEXT,
  after_value TEXT,
  is_reserved INTEGER NOT NULL CHECK (is_reserved IN (0, 1)),
  PRIMARY KEY (set_id, position),
  CHECK (is_reserved = 0 OR (before_value IS NULL AND after_value IS NULL))) STRICT, WITHOUT ROWID;

-- IMPORTS
-- The record of an old list; file and rows are work beside it, erased when the list is in or dropped.
CREATE TABLE list_import (${id},
  file_name TEXT NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('csv', 'xlsx')),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  state TEXT NOT NULL CHECK (state IN ('draft', 'checked', 'proposed', 'done', 'undone', 'discarded')),
  settings TEXT NOT NULL,
  rows INTEGER NOT NULL,
  cases INTEGER NOT NULL,
  checked_at TEXT,
  content_hash TEXT CHECK (length(content_hash) = 64),
  proposal_id TEXT REFERENCES proposal (id),
  undo_proposal_id TEXT REFERENCES proposal (id),
  undo_reason TEXT CHECK (undo_reason IN ('wrongList', 'wrongColumns', 'twice', 'other')),
  undo_keeps INTEGER CHECK (undo_keeps IN (0, 1)),
  ${who('started')},
  ${whoLater('done')},
  ${whoLater('undone')}, ${version},
  CHECK ((done_by IS NULL) = (done_at IS NULL)),
  CHECK ((undone_by IS NULL) = (undone_at IS NULL)),
  CHECK ((state = 'undone') = (undone_at IS NOT NULL))) STRICT;
CREATE INDEX list_import_hash ON list_import (sha256);
CREATE TABLE list_import_file (
  import_id TEXT PRIMARY KEY REFERENCES list_import (id),
  bytes BLOB NOT NULL,
  reading TEXT) STRICT;
CREATE TABLE list_import_row (
  import_id TEXT NOT NULL REFERENCES list_import (id),
  line INTEGER NOT NULL CHECK (line > 0),
  verdict TEXT NOT NULL CHECK (verdict IN ('error', 'ask', 'warning', 'ready', 'excluded')),
  edits TEXT NOT NULL,
  is_excluded INTEGER NOT NULL CHECK (is_excluded IN (0, 1)),
  user_choice TEXT,
  aggressor_choice TEXT,
  result TEXT NOT NULL,
  cells TEXT,
  is_confirmed INTEGER CHECK (is_confirmed IN (0, 1)),
  left_out_at TEXT,
  PRIMARY KEY (import_id, line)) STRICT, WITHOUT ROWID;
CREATE INDEX list_import_row_verdict ON list_import_row (import_id, verdict, line);
-- What came in: which persons are new with the row, and the row as it stood in the file.
CREATE TABLE list_import_case (
  import_id TEXT NOT NULL REFERENCES list_import (id),
  line INTEGER NOT NULL CHECK (line > 0),
  case_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
  user_id TEXT NOT NULL REFERENCES person (id),
  user_is_new INTEGER NOT NULL CHECK (user_is_new IN (0, 1)),
  aggressor_id TEXT NOT NULL REFERENCES person (id),
  aggressor_is_new INTEGER NOT NULL CHECK (aggressor_is_new IN (0, 1)),
  pair_id TEXT NOT NULL REFERENCES case_pair (id),
  pair_is_new INTEGER NOT NULL CHECK (pair_is_new IN (0, 1)),
  closed_on TEXT,
  source TEXT NOT NULL,
  PRIMARY KEY (import_id, line)) STRICT, WITHOUT ROWID;
CREATE INDEX list_import_case_user ON list_import_case (user_id);
CREATE INDEX list_import_case_aggressor ON list_import_case (aggressor_id);
`;
