import { id, laterWho, version, who, whoLater } from './columns.ts';

/** Who works here and what is closed to whom, the centre, the door and the directories. */
export const staffAndDoor = `
-- ACCESS
CREATE TABLE staff_member (${id},
  login TEXT NOT NULL UNIQUE,
  full_name TEXT NOT NULL,
  profession TEXT,
  college TEXT,
  college_number TEXT,
  state TEXT NOT NULL CHECK (state IN ('active', 'disabled')),
  must_change_password INTEGER NOT NULL CHECK (must_change_password IN (0, 1)),
  created_at TEXT NOT NULL,
  ${version},
  code_until TEXT) STRICT;
CREATE TABLE staff_role (
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  role TEXT NOT NULL CHECK (role IN (
    'admission', 'psychologist', 'socialWorker', 'lawyer', 'preventionOfficer', 'coordinator', 'technicalSupport',
    'auditor', 'policeCounterpart', 'healthCounterpart')),
  PRIMARY KEY (staff_id, role)) STRICT, WITHOUT ROWID;
-- Who stands in for whom, both days counted: read by the day, so that it ends by itself.
CREATE TABLE caseload_cover (${id},
  absent_id TEXT NOT NULL REFERENCES staff_member (id),
  substitute_id TEXT NOT NULL REFERENCES staff_member (id),
  service TEXT NOT NULL CHECK (service IN ('psychology', 'social', 'legal')),
  from_on TEXT NOT NULL,
  until_on TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('vacation', 'medicalLeave', 'leave', 'mission', 'training', 'left', 'other')),
  words TEXT,
  ${who('granted')},
  ${laterWho('ended')}, ${version},
  CHECK (absent_id <> substitute_id),
  CHECK (until_on >= from_on),
  CHECK (julianday(until_on) - julianday(from_on) < 30),
  CHECK ((reason = 'other') = (words IS NOT NULL)),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))) STRICT;
CREATE INDEX caseload_cover_substitute ON caseload_cover (substitute_id, until_on);
CREATE TABLE acting_coordinator (${id},
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  from_on TEXT NOT NULL,
  until_on TEXT NOT NULL,
  memorandum TEXT NOT NULL CHECK (memorandum <> ''),
  with_recovery_key INTEGER NOT NULL CHECK (with_recovery_key IN (0, 1)),
  proposed_by TEXT NOT NULL REFERENCES staff_member (id),
  ${who('approved')},
  ${laterWho('ended')}, ${version},
  CHECK (until_on >= from_on),
  CHECK (approved_by <> proposed_by OR with_recovery_key = 1),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))) STRICT;
CREATE INDEX acting_coordinator_staff ON acting_coordinator (staff_id, until_on);
-- Told to one person until that person says that it was read.
CREATE TABLE staff_notice (${id},
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  words TEXT NOT NULL,
  raised_at TEXT NOT NULL,
  seen_at TEXT,
  ${version}) STRICT;
CREATE INDEX staff_notice_waiting ON staff_notice (staff_id) WHERE seen_at IS NULL;
-- The PIN as a slow derivation made of it. No row means no PIN and the minutes of the program.
CREATE TABLE staff_pause (
  staff_id TEXT PRIMARY KEY REFERENCES staff_member (id),
  idle_minutes INTEGER CHECK (idle_minutes BETWEEN 2 AND 15),
  pin_hash BLOB CHECK (length(pin_hash) = 32),
  pin_salt BLOB CHECK (length(pin_salt) = 16),
  kdf_m INTEGER CHECK (kdf_m > 0),
  kdf_t INTEGER CHECK (kdf_t > 0),
  kdf_p INTEGER CHECK (kdf_p > 0),
  CHECK ((pin_hash IS NULL) = (pin_salt IS NULL)),
  CHECK ((pin_hash IS NULL) = (kdf_m IS NULL)),
  CHECK ((pin_hash IS NULL) = (kdf_t IS NULL)),
  CHECK ((pin_hash IS NULL) = (kdf_p IS NULL))) STRICT;
-- For which act the recovery key was typed instead of a second person.
CREATE TABLE recovery_key_use (${id},
  act TEXT NOT NULL CHECK (act IN ('approval', 'staff-disable', 'rotation')),
  -- The proposal decided, the person whose access was taken away, or who began the new key.
  subject_id TEXT NOT NULL,
  summary TEXT NOT NULL,
  ${who('used')}, ${version}) STRICT;
CREATE INDEX recovery_key_use_subject ON recovery_key_use (subject_id);

-- CONFLICTS
-- Marks are HMAC-SHA256 with the centre's secret: nobody reads from them who was declared.
CREATE TABLE conflict_declaration (${id},
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  kinship TEXT NOT NULL CHECK (kinship IN (
    'self', 'partner', 'parentOrChild', 'siblingOrGrandparent', 'inLaw', 'otherClose')),
  document_mark TEXT CHECK (length(document_mark) = 64),
  names_mark TEXT CHECK (length(names_mark) = 64),
  declared_on TEXT NOT NULL,
  ${version},
  document_kind TEXT CHECK (document_kind IN (
    'dni', 'foreignerCard', 'temporaryPermit', 'passport', 'foreignId', 'birthCertificate', 'other')),
  short_names_mark TEXT CHECK (length(short_names_mark) = 64),
  CHECK (document_mark IS NOT NULL OR names_mark IS NOT NULL)) STRICT;
CREATE INDEX conflict_declaration_staff ON conflict_declaration (staff_id);
CREATE TABLE conflict_dismissal (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  reason TEXT NOT NULL CHECK (reason IN ('namesake', 'wrongDocument', 'declarationMistake')),
  ${who('decided')}, ${version},
  UNIQUE (case_id, staff_id),
  CHECK (decided_by <> staff_id)) STRICT;
-- What a dismissal judged, so that a later declaration or person closes the case again.
CREATE TABLE conflict_judged (${id},
  dismissal_id TEXT NOT NULL REFERENCES conflict_dismissal (id),
  case_id TEXT NOT NULL REFERENCES case_file (id),
  declaration_id TEXT NOT NULL REFERENCES conflict_declaration (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  matched_by TEXT NOT NULL CHECK (matched_by IN ('document', 'names')),
  reason TEXT NOT NULL CHECK (reason IN ('namesake', 'wrongDocument', 'declarationMistake')),
  ${who('decided')}, ${version},
  UNIQUE (case_id, declaration_id, person_id, matched_by)) STRICT;

-- RESERVE
CREATE TABLE case_seal (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  reason TEXT NOT NULL CHECK (reason IN ('knownPerson', 'authority', 'threat', 'media', 'courtOrder', 'other')),
  words TEXT,
  proposal_id TEXT NOT NULL REFERENCES proposal (id),
  sealed_at TEXT NOT NULL,
  ${laterWho('opened')},
  -- The second person, who was at the same computer.
  opened_with TEXT REFERENCES staff_member (id),
  open_reason TEXT CHECK (open_reason IN ('reasonEnded', 'membersLeft', 'courtOrder', 'byMistake', 'other')),
  open_words TEXT,
  ${version},
  CHECK ((reason = 'other') = (words IS NOT NULL)),
  CHECK ((opened_at IS NULL) = (opened_by IS NULL)),
  CHECK ((opened_at IS NULL) = (opened_with IS NULL)),
  CHECK ((opened_at IS NULL) = (open_reason IS NULL)),
  CHECK (open_words IS NULL OR open_reason = 'other'),
  CHECK (opened_by IS NULL OR opened_by <> opened_with)) STRICT;
CREATE UNIQUE INDEX case_seal_standing ON case_seal (case_id) WHERE opened_at IS NULL;
CREATE TABLE case_seal_member (
  seal_id TEXT NOT NULL REFERENCES case_seal (id),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  PRIMARY KEY (seal_id, staff_id)) STRICT;
CREATE TABLE exceptional_access (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  reason TEXT NOT NULL CHECK (reason IN ('inDanger', 'isHere', 'authorityAsks', 'termRunsOut', 'other')),
  words TEXT,
  opened_at TEXT NOT NULL,
  -- Day of the centre: three for one person.
  opened_on TEXT NOT NULL,
  ended_at TEXT,
  ending TEXT CHECK (ending IN ('asked', 'time', 'session', 'interrupted')),
  verdict TEXT CHECK (verdict IN ('justified', 'notJustified', 'training')),
  review_words TEXT,
  ${whoLater('reviewed')}, ${version},
  CHECK ((reason = 'other') = (words IS NOT NULL)),
  CHECK ((ended_at IS NULL) = (ending IS NULL)),
  CHECK ((verdict IS NULL) = (reviewed_by IS NULL)),
  CHECK ((verdict IS NULL) = (reviewed_at IS NULL)),
  CHECK (verdict IS NULL OR ended_at IS NOT NULL),
  CHECK (reviewed_by IS NULL OR reviewed_by <> staff_id)) STRICT;
CREATE INDEX exceptional_access_staff ON exceptional_access (staff_id, opened_on);
CREATE INDEX exceptional_access_case ON exceptional_access (case_id);
-- The key of a ficha reservada, sealed to each member and to the paper.
CREATE TABLE case_key (${id},
  case_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
  key_version INTEGER NOT NULL CHECK (key_version > 0),
  -- Somebody who held it holds it no more: the next one who comes makes another.
  renewal_due INTEGER NOT NULL CHECK (renewal_due IN (0, 1)),
  ${version}) STRICT;
CREATE TABLE case_key_box (
  key_id TEXT NOT NULL REFERENCES case_key (id) ON DELETE CASCADE,
  -- Of the archive of keys; one that is there no more opens nothing.
  slot_id TEXT NOT NULL,
  -- Null for the paper.
  staff_id TEXT REFERENCES staff_member (id),
  box BLOB NOT NULL CHECK (length(box) = 92),
  PRIMARY KEY (key_id, slot_id)) STRICT, WITHOUT ROWID;

-- AUDIT
-- The head of the chain as it left on paper, without the hash: who changes the chain could change it here too.
CREATE TABLE witness_sheet (${id},
  number TEXT NOT NULL UNIQUE,
  week TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  code TEXT NOT NULL CHECK (length(code) = 10),
  ${who('printed')},
  ${whoLater('signed')}, ${version},
  CHECK ((signed_by IS NULL) = (signed_at IS NULL))) STRICT;

-- CENTRE
-- One row per change: a paper of last year keeps the names of last year.
CREATE TABLE centre (${id},
  version INTEGER NOT NULL UNIQUE CHECK (version > 0),
  valid_from TEXT NOT NULL,
  name TEXT NOT NULL,
  code TEXT NOT NULL,
  district_code TEXT NOT NULL CHECK (length(district_code) = 6),
  category TEXT NOT NULL CHECK (category IN ('regular', 'sevenByTwentyFour', 'policeStation', 'healthCentre')),
  ministry TEXT NOT NULL,
  programme TEXT NOT NULL,
  procedural_address TEXT NOT NULL,
  phone TEXT,
  year_slogan TEXT,
  edited_by TEXT NOT NULL,
  edited_at TEXT NOT NULL,
  acronym TEXT) STRICT;

-- RECEPTION
CREATE TABLE arrival (${id},
  ${who('opened')},
  closed_at TEXT,
  outcome TEXT CHECK (outcome IN (
    'case', 'orientation', 'referral', 'companion', 'procedure', 'institution', 'left', 'notForUs', 'mistake')),
  case_id TEXT REFERENCES case_file (id),
  ${version},
  matter TEXT CHECK (matter IN (
    'violenceWithoutFicha', 'alimony', 'custody', 'recognition', 'separation', 'inheritance', 'labour', 'mentalHealth',
    'socialPrograms', 'documents', 'other')),
  referred_to TEXT,
  CHECK ((closed_at IS NULL) = (outcome IS NULL)),
  CHECK (matter IS NULL OR outcome = 'orientation'),
  CHECK (referred_to IS NULL OR outcome = 'referral')) STRICT;
CREATE INDEX arrival_open ON arrival (opened_by) WHERE closed_at IS NULL;
CREATE INDEX arrival_case ON arrival (case_id) WHERE case_id IS NOT NULL;
CREATE TABLE expected_visit (${id},
  case_id TEXT REFERENCES case_file (id),
  said_name TEXT,
  day TEXT NOT NULL,
  time TEXT NOT NULL,
  service TEXT CHECK (service IN ('psychology', 'social', 'legal')),
  staff_id TEXT REFERENCES staff_member (id),
  note TEXT,
  must_call INTEGER NOT NULL CHECK (must_call IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('expected', 'arrived', 'cancelled', 'missed')),
  arrival_id TEXT REFERENCES arrival (id),
  ${who('booked')}, ${version},
  -- Of two professionals, so that she tells it once, or at her home, with the way there.
  with_staff_id TEXT REFERENCES staff_member (id),
  place TEXT CHECK (place IN ('centre', 'home')),
  travel_minutes INTEGER CHECK (travel_minutes BETWEEN 0 AND 600),
  CHECK ((case_id IS NULL) <> (said_name IS NULL)),
  CHECK ((state = 'arrived') = (arrival_id IS NOT NULL))) STRICT;
CREATE INDEX expected_visit_day ON expected_visit (day);
CREATE INDEX expected_visit_case ON expected_visit (case_id) WHERE case_id IS NOT NULL;
CREATE TABLE queue_entry (${id},
  arrival_id TEXT NOT NULL UNIQUE REFERENCES arrival (id),
  day TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  arrived_at TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('inPerson', 'call')),
  purpose TEXT CHECK (purpose IN (
    'violence', 'followUp', 'appointment', 'orientation', 'procedure', 'accompanies', 'institution', 'other')),
  person_id TEXT REFERENCES person (id),
  is_maybe INTEGER NOT NULL CHECK (is_maybe IN (0, 1)),
  said_name TEXT,
  document_number TEXT,
  companion TEXT,
  children INTEGER CHECK (children BETWEEN 0 AND 30),
  children_with TEXT,
  language TEXT CHECK (language IN (
    'spanish', 'quechua', 'aymara', 'ashaninka', 'shipibo', 'awajun', 'signLanguage', 'other')),
  needs_interpreter INTEGER CHECK (needs_interpreter IN (0, 1)),
  is_from_paper INTEGER NOT NULL CHECK (is_from_paper IN (0, 1)),
  must_call INTEGER NOT NULL CHECK (must_call IN (0, 1)),
  ${who('registered')},
  ended_at TEXT,
  ${version},
  worded_by TEXT REFERENCES staff_member (id),
  UNIQUE (day, number)) STRICT;
CREATE INDEX queue_entry_present ON queue_entry (day) WHERE ended_at IS NULL;
CREATE TABLE queue_entry_sign (
  entry_id TEXT NOT NULL REFERENCES queue_entry (id),
  sign TEXT NOT NULL CHECK (sign IN (
    'injury', 'aggressorNear', 'childInDanger', 'pregnantInPain', 'veryFrightened', 'disoriented')),
  PRIMARY KEY (entry_id, sign)) STRICT, WITHOUT ROWID;
CREATE TABLE queue_wait (${id},
  entry_id TEXT NOT NULL REFERENCES queue_entry (id),
  service TEXT CHECK (service IN ('psychology', 'social', 'legal')),
  staff_id TEXT REFERENCES staff_member (id),
  since_at TEXT NOT NULL,
  called_at TEXT,
  ${laterWho('attended')},
  ended_at TEXT,
  ${version}) STRICT;
CREATE UNIQUE INDEX queue_wait_running ON queue_wait (entry_id) WHERE ended_at IS NULL;
CREATE INDEX queue_wait_since ON queue_wait (since_at);
CREATE TABLE staff_presence (
  id TEXT PRIMARY KEY REFERENCES staff_member (id),
  state TEXT NOT NULL CHECK (state IN ('free', 'out')),
  since_at TEXT NOT NULL,
  ${version}) STRICT;
CREATE TABLE person_inquiry (${id},
  arrival_id TEXT NOT NULL REFERENCES arrival (id),
  channel TEXT NOT NULL CHECK (channel IN ('inPerson', 'call')),
  asked_name TEXT NOT NULL,
  relation TEXT CHECK (relation IN ('partner', 'exPartner', 'family', 'friend', 'lawyer', 'authority', 'other')),
  asker_name TEXT,
  description TEXT,
  message TEXT,
  asked_at TEXT NOT NULL,
  taken_by TEXT NOT NULL REFERENCES staff_member (id),
  ${version}) STRICT;
CREATE INDEX person_inquiry_asked ON person_inquiry (asked_at);
-- Told to somebody who was not called back at the number of the directory: not even the file takes it.
CREATE TABLE institution_call (${id},
  arrival_id TEXT NOT NULL REFERENCES arrival (id),
  office_id TEXT REFERENCES office (id),
  caller TEXT NOT NULL,
  office TEXT NOT NULL,
  question TEXT NOT NULL,
  received_at TEXT NOT NULL,
  taken_by TEXT NOT NULL REFERENCES staff_member (id),
  phone_called TEXT,
  ${laterWho('called_back')},
  answer TEXT CHECK (answer IN ('told', 'notTold')),
  ${laterWho('answered')}, ${version},
  CHECK (called_back_at IS NULL OR (office_id IS NOT NULL AND phone_called IS NOT NULL)),
  CHECK (answer IS NULL OR answer = 'notTold' OR called_back_at IS NOT NULL)) STRICT;
CREATE INDEX institution_call_received ON institution_call (received_at);

-- DIRECTORY
-- The place of a shelter has no column it could stand in.
CREATE TABLE office (${id},
  kind TEXT NOT NULL CHECK (kind IN (
    'familyCourt', 'magistrateCourt', 'peaceJudge', 'preparatoryCourt', 'criminalCourt', 'upperCourt',
    'criminalProsecutor', 'violenceProsecutor', 'familyProsecutor', 'policeStation', 'forensicMedicine',
    'childProtection', 'demuna', 'publicDefence', 'healthFacility', 'mentalHealthCentre', 'institutionalCare',
    'urgentCare', 'shelterCoordination', 'otherCem', 'healthInsurance', 'school', 'municipality',
    'socialProgramme', 'other')),
  name TEXT NOT NULL CHECK (name <> ''),
  treatment TEXT,
  district_code TEXT CHECK (length(district_code) = 6),
  address TEXT,
  phone TEXT,
  phone_source TEXT,
  phone_verified_on TEXT,
  mail TEXT,
  reception_hours TEXT,
  distance_days INTEGER CHECK (distance_days BETWEEN 0 AND 60),
  size_limit_mb INTEGER CHECK (size_limit_mb BETWEEN 1 AND 500),
  takes_one_file INTEGER NOT NULL CHECK (takes_one_file IN (0, 1)),
  file_name_pattern TEXT,
  is_complementary INTEGER NOT NULL CHECK (is_complementary IN (0, 1)),
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  changed_on TEXT NOT NULL,
  ${version},
  CHECK (kind <> 'shelterCoordination' OR (address IS NULL AND district_code IS NULL)),
  CHECK (phone_verified_on IS NULL OR (phone IS NOT NULL AND phone_source IS NOT NULL))) STRICT;
CREATE INDEX office_kind ON office (kind, is_active);

-- PRIVACY
-- «words» says what happened in general and never of whom; an open incident has no closing columns.
CREATE TABLE data_incident (${id},
  known_on TEXT NOT NULL,
  known_time TEXT NOT NULL,
  words TEXT NOT NULL,
  ${who('recorded')},
  state TEXT NOT NULL CHECK (state IN ('open', 'told', 'notApplicable')),
  told_on TEXT,
  told_time TEXT,
  entry_number TEXT,
  reason TEXT,
  ${whoLater('closed')}, ${version},
  CHECK ((state = 'open') = (closed_by IS NULL)),
  CHECK ((closed_by IS NULL) = (closed_at IS NULL)),
  CHECK ((state = 'told') = (told_on IS NOT NULL AND told_time IS NOT NULL AND entry_number IS NOT NULL)),
  CHECK ((state = 'notApplicable') = (reason IS NOT NULL))) STRICT;
CREATE TABLE access_review (${id},
  reviewed_on TEXT NOT NULL,
  words TEXT,
  reviewed_by TEXT NOT NULL REFERENCES staff_member (id),
  recorded_at TEXT NOT NULL,
  ${version},
  withdrawn_by TEXT REFERENCES staff_member (id),
  withdrawn_at TEXT CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
  withdrawn_reason TEXT CHECK (withdrawn_reason IN (
    'notDone', 'wrongDay', 'twice', 'other')) CHECK ((withdrawn_reason IS NULL) = (withdrawn_at IS NULL)),
  withdrawn_words TEXT CHECK ((withdrawn_words IS NOT NULL) = (withdrawn_reason IS 'other'))) STRICT;
-- How an incident that was opened again had been closed.
CREATE TABLE data_incident_reopening (${id},
  incident_id TEXT NOT NULL REFERENCES data_incident (id),
  state TEXT NOT NULL CHECK (state IN ('told', 'notApplicable')),
  told_on TEXT,
  told_time TEXT,
  entry_number TEXT,
  closing_reason TEXT,
  ${who('closed')},
  reason TEXT NOT NULL CHECK (reason IN ('closedByMistake', 'wrongEnd', 'wrongNotice', 'newFacts', 'other')),
  reason_words TEXT,
  ${who('reopened')}, ${version},
  CHECK ((state = 'told') = (told_on IS NOT NULL AND told_time IS NOT NULL AND entry_number IS NOT NULL)),
  CHECK ((state = 'notApplicable') = (closing_reason IS NOT NULL)),
  CHECK ((reason = 'other') = (reason_words IS NOT NULL))) STRICT;
CREATE INDEX data_incident_reopening_incident ON data_incident_reopening (incident_id);
`;
