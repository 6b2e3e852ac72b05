import { id, laterWho, version, who, whoLater } from './columns.ts';

/** Risk, care, alerts, proceedings, dated rules. */
export const careAndProceedings = `
-- RISK
-- Signed forms only: a half-filled one is a draft. It may go to another ficha; what it says is final.
CREATE TABLE partner_risk_form (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  instrument TEXT NOT NULL,
  points INTEGER NOT NULL CHECK (points BETWEEN 0 AND 37),
  score_level TEXT NOT NULL CHECK (score_level IN ('mild', 'moderate', 'severe1', 'severe2')),
  adjusted_level TEXT NOT NULL CHECK (adjusted_level IN ('mild', 'moderate', 'severe1', 'severe2')),
  confirmed_level TEXT NOT NULL CHECK (confirmed_level IN ('mild', 'moderate', 'severe1', 'severe2')),
  override_reason TEXT,
  unknown_count INTEGER NOT NULL,
  ${who('assessed')}, ${version},
  CHECK (confirmed_level = adjusted_level OR override_reason IS NOT NULL)) STRICT;
CREATE INDEX partner_risk_form_case ON partner_risk_form (case_id);
CREATE TRIGGER partner_risk_form_is_final BEFORE UPDATE ON partner_risk_form
  WHEN NEW.id IS NOT OLD.id OR NEW.instrument IS NOT OLD.instrument OR NEW.points IS NOT OLD.points
  OR NEW.score_level IS NOT OLD.score_level OR NEW.adjusted_level IS NOT OLD.adjusted_level
  OR NEW.confirmed_level IS NOT OLD.confirmed_level OR NEW.override_reason IS NOT OLD.override_reason
  OR NEW.unknown_count IS NOT OLD.unknown_count OR NEW.assessed_by IS NOT OLD.assessed_by
  OR NEW.assessed_at IS NOT OLD.assessed_at
  BEGIN SELECT RAISE(ABORT, 'signed form is final'); END;
CREATE TABLE partner_risk_answer (
  form_id TEXT NOT NULL REFERENCES partner_risk_form (id),
  item TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (form_id, item)) STRICT, WITHOUT ROWID;
-- What demands an answer the same day.
CREATE TABLE same_day_fact (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  -- The form that told it; null when a section or a breach did.
  form_id TEXT REFERENCES partner_risk_form (id),
  fact TEXT NOT NULL CHECK (fact IN (
    'attemptOrStrangulation', 'weapon', 'deathThreat', 'justLeft', 'pregnancyOrBelly', 'measureBreached',
    'suicidalIdeas', 'childUnprotected', 'rapeWithinKit', 'accessAndSevere')),
  ${who('opened')},
  ${whoLater('closed')}, ${version},
  CHECK ((closed_at IS NULL) = (closed_by IS NULL))) STRICT;
CREATE INDEX same_day_fact_case ON same_day_fact (case_id);
CREATE INDEX same_day_fact_open ON same_day_fact (case_id) WHERE closed_at IS NULL;
CREATE TRIGGER same_day_fact_ends_once BEFORE UPDATE OF closed_at ON same_day_fact
  WHEN OLD.closed_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'fact already closed'); END;
CREATE TABLE same_day_answer (
  fact_id TEXT NOT NULL REFERENCES same_day_fact (id),
  position INTEGER NOT NULL CHECK (position > 0),
  kind TEXT NOT NULL CHECK (kind IN (
    'measureAsked', 'policeTold', 'referral', 'safetyStep', 'couldNotAsk', 'couldNotDo', 'notSo')),
  words TEXT NOT NULL,
  who TEXT,
  done_on TEXT,
  done_time TEXT,
  document_id TEXT REFERENCES issued_document (id),
  ${who('answered')},
  PRIMARY KEY (fact_id, position),
  CHECK ((kind IN ('couldNotAsk', 'couldNotDo', 'notSo')) = (who IS NULL)),
  CHECK ((who IS NULL) = (done_on IS NULL)),
  CHECK ((who IS NULL) = (done_time IS NULL)),
  CHECK (document_id IS NULL OR who IS NOT NULL)) STRICT, WITHOUT ROWID;
CREATE TRIGGER same_day_answer_is_final BEFORE UPDATE ON same_day_answer
  BEGIN SELECT RAISE(ABORT, 'answer is final'); END;
-- Every save is a version of its own; her whereabouts stand in the compartment of addresses.
CREATE TABLE location_annex (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  form_id TEXT NOT NULL REFERENCES partner_risk_form (id),
  has_photograph INTEGER NOT NULL CHECK (has_photograph IN (0, 1)),
  blank TEXT CHECK (blank IN ('notKnown', 'noReply', 'notAsked')),
  ${who('recorded')}, ${version}) STRICT;
CREATE INDEX location_annex_case ON location_annex (case_id);
CREATE TABLE location_answer (
  annex_id TEXT NOT NULL REFERENCES location_annex (id),
  item TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (annex_id, item)) STRICT, WITHOUT ROWID;

-- CARE
CREATE TABLE consent_receiver (
  consent_id TEXT NOT NULL REFERENCES consent (id),
  position INTEGER NOT NULL,
  receiver TEXT NOT NULL,
  PRIMARY KEY (consent_id, position)) STRICT, WITHOUT ROWID;
CREATE TABLE attention (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  action TEXT NOT NULL,
  service TEXT NOT NULL CHECK (service IN ('psychology', 'social', 'legal')),
  given_on TEXT NOT NULL,
  given_time TEXT,
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  with_whom TEXT NOT NULL CHECK (with_whom IN ('user', 'relative', 'institution', 'file')),
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'notFound', 'postponed', 'refused')),
  note TEXT,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  ${who('recorded')}, ${version}) STRICT;
CREATE INDEX attention_case ON attention (case_id, given_on);
-- What a correction replaced; the attention itself holds what counts now.
CREATE TABLE attention_change (
  attention_id TEXT NOT NULL REFERENCES attention (id),
  position INTEGER NOT NULL,
  action TEXT NOT NULL,
  given_on TEXT NOT NULL,
  given_time TEXT,
  with_whom TEXT NOT NULL,
  outcome TEXT NOT NULL,
  note TEXT,
  withdrawn INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('mistyped', 'otherDate', 'otherAction', 'addedDetail', 'notGiven', 'other')),
  words TEXT,
  ${who('changed')},
  PRIMARY KEY (attention_id, position),
  CHECK (reason <> 'other' OR words IS NOT NULL)) STRICT, WITHOUT ROWID;
CREATE TABLE interview (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  held_on TEXT NOT NULL,
  started_time TEXT NOT NULL,
  ended_time TEXT,
  modality TEXT NOT NULL CHECK (modality IN ('centre', 'home', 'institution', 'phone', 'video')),
  place TEXT,
  told_story INTEGER NOT NULL CHECK (told_story IN (0, 1)),
  ${who('recorded')}, ${version}) STRICT;
CREATE INDEX interview_case ON interview (case_id, held_on);
CREATE TABLE interview_part (${id},
  interview_id TEXT NOT NULL REFERENCES interview (id),
  service TEXT NOT NULL CHECK (service IN ('psychology', 'social', 'legal')),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  body TEXT,
  signed_at TEXT,
  ${version},
  UNIQUE (interview_id, staff_id, service),
  CHECK (signed_at IS NULL OR body IS NOT NULL)) STRICT;
CREATE TRIGGER interview_part_is_final BEFORE UPDATE OF body, signed_at, staff_id, service ON interview_part
  WHEN OLD.signed_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'signed part is final'); END;
CREATE TABLE interview_addendum (
  part_id TEXT NOT NULL REFERENCES interview_part (id),
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  ${who('added')},
  PRIMARY KEY (part_id, position)) STRICT, WITHOUT ROWID;
-- What was moved, without what it says; the record itself stands in the ficha it belongs to.
CREATE TABLE moved_record (${id},
  from_case_id TEXT NOT NULL REFERENCES case_file (id),
  to_case_id TEXT NOT NULL REFERENCES case_file (id),
  kind TEXT NOT NULL CHECK (kind IN ('attention', 'interview', 'supplement', 'riskForm', 'section', 'attachment')),
  section TEXT CHECK (section IN ('b', 'c', 'd', 'e', 'f')),
  record_id TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('otherFichaOpen', 'otherPerson', 'wrongEvent', 'other')),
  words TEXT,
  ${who('moved')}, ${version},
  CHECK (from_case_id <> to_case_id),
  CHECK ((kind = 'section') = (section IS NOT NULL)),
  CHECK ((reason = 'other') = (words IS NOT NULL))) STRICT;
CREATE INDEX moved_record_from ON moved_record (from_case_id);
CREATE INDEX moved_record_to ON moved_record (to_case_id);
CREATE TABLE consent (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  scope TEXT NOT NULL CHECK (scope IN ('healthReferral', 'partnerRisk', 'legalRepresentation', 'referral')),
  form TEXT NOT NULL CHECK (form IN ('spoken', 'written', 'couldNotAsk', 'refused')),
  reason TEXT CHECK (reason IN ('dangerToLife', 'childAtRisk', 'orderOfAuthority')),
  ${who('recorded')}, ${version},
  purposes TEXT,
  data TEXT,
  guardian_names TEXT,
  guardian_bond TEXT,
  assent TEXT CHECK (assent IN ('given', 'refused', 'tooYoung')),
  ${laterWho('withdrawn')},
  review TEXT CHECK (review IN ('upheld', 'givenLater', 'refusedLater')),
  ${laterWho('reviewed')},
  majority TEXT CHECK (majority IN ('adult', 'minor')),
  guardian_is_other INTEGER CHECK (guardian_is_other = 1),
  CHECK (form <> 'couldNotAsk' OR reason IS NOT NULL),
  CHECK (scope <> 'referral' OR purposes IS NOT NULL),
  CHECK ((guardian_names IS NULL) = (guardian_bond IS NULL)),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
  CHECK ((review IS NULL) = (reviewed_at IS NULL)),
  CHECK ((review IS NULL) = (reviewed_by IS NULL))) STRICT;
CREATE INDEX consent_case ON consent (case_id);
-- What a paper lacked and somebody should ask her the next time, so that she is asked once.
CREATE TABLE interview_question (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  -- The fact as the paper that lacked it calls it; null when a person wrote the question.
  fact TEXT,
  words TEXT NOT NULL,
  -- Page and field of the ficha that hold the answer.
  place TEXT CHECK (place IN ('section-a', 'section-b', 'risk')),
  field TEXT,
  wanted_for TEXT,
  ${who('wanted')},
  state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'unanswered', 'dropped')),
  ${whoLater('settled')}, ${version},
  CHECK (field IS NULL OR place IS NOT NULL),
  CHECK ((state = 'open') = (settled_at IS NULL)),
  CHECK ((settled_at IS NULL) = (settled_by IS NULL))) STRICT;
CREATE INDEX interview_question_case ON interview_question (case_id);
CREATE UNIQUE INDEX interview_question_open_fact ON interview_question (case_id, fact)
  WHERE state = 'open' AND fact IS NOT NULL;

-- ALERTS
-- A row a person: what one has seen is news to the others.
CREATE TABLE alert_seen (${id},
  alert_id TEXT NOT NULL REFERENCES alert (id),
  case_id TEXT NOT NULL REFERENCES case_file (id),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  seen_at TEXT NOT NULL,
  ${version},
  UNIQUE (alert_id, staff_id)) STRICT;
CREATE INDEX alert_seen_staff ON alert_seen (staff_id);
CREATE TABLE alert (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  kind TEXT NOT NULL CHECK (kind IN (
    'aggressorAtDoor', 'askedAbout', 'measureBreached', 'levelRising', 'newEvent', 'handedOver', 'correctionAsked',
    'mergeProposed', 'deadlineOverdue', 'deadlineNear', 'hearingNear', 'deadlineMoved', 'referralOverdue',
    'consentToReview', 'fileLost', 'exceptionalAccess', 'caseSealed', 'sealMembersChanged', 'sealOpened',
    'conditionReopened', 'identityToReview', 'sameDocumentToday')),
  note TEXT,
  raised_at TEXT NOT NULL,
  raised_on TEXT NOT NULL,
  raised_by TEXT REFERENCES staff_member (id),
  ${laterWho('seen')},
  ${laterWho('closed')}, ${version},
  CHECK ((seen_at IS NULL) = (seen_by IS NULL)),
  CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
  CHECK (closed_at IS NULL OR seen_at IS NOT NULL)) STRICT;
CREATE INDEX alert_case ON alert (case_id);
CREATE INDEX alert_open ON alert (raised_at) WHERE closed_at IS NULL;

-- PROCEEDINGS
CREATE TABLE proceeding_event_measure (
  event_id TEXT NOT NULL REFERENCES proceeding_event (id),
  measure TEXT NOT NULL CHECK (measure IN (
    'removal-from-home', 'no-approach', 'no-contact', 'weapon-ban', 'property-inventory', 'emergency-allowance',
    'no-disposal-of-property', 'no-removal-of-dependents', 'aggressor-treatment', 'victim-treatment', 'safe-shelter',
    'other-measure', 'alimony', 'visits', 'custody', 'parental-authority', 'family-placement', 'property-regime')),
  outcome TEXT CHECK (outcome IN ('granted', 'partlyGranted', 'denied')),
  detail TEXT,
  PRIMARY KEY (event_id, measure)) STRICT, WITHOUT ROWID;
-- What a correction replaced, as the form it was.
CREATE TABLE proceeding_event_change (
  event_id TEXT NOT NULL REFERENCES proceeding_event (id),
  position INTEGER NOT NULL,
  before TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('mistyped', 'otherDate', 'addedDetail', 'notHappened', 'other')),
  words TEXT,
  ${who('changed')},
  PRIMARY KEY (event_id, position),
  CHECK (reason <> 'other' OR words IS NOT NULL)) STRICT, WITHOUT ROWID;
CREATE TABLE hearing (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  kind TEXT NOT NULL CHECK (kind IN (
    'protectionMeasures', 'appeal', 'singleInterview', 'flagrancy', 'accusationControl', 'trial', 'conciliation',
    'alimony', 'otherAct')),
  held_on TEXT NOT NULL,
  held_time TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('room', 'video')),
  authority_id TEXT,
  office TEXT NOT NULL,
  district TEXT,
  room TEXT,
  link TEXT,
  bring TEXT,
  attends_id TEXT REFERENCES staff_member (id),
  substitute_id TEXT REFERENCES staff_member (id),
  user_attends INTEGER NOT NULL CHECK (user_attends IN (0, 1)),
  note TEXT,
  state TEXT NOT NULL CHECK (state IN ('scheduled', 'held', 'postponed', 'cancelled')),
  result TEXT,
  ${who('recorded')}, ${version},
  CHECK (mode <> 'video' OR link IS NOT NULL),
  CHECK (substitute_id IS NULL OR substitute_id IS NOT attends_id)) STRICT;
CREATE INDEX hearing_case ON hearing (case_id);
CREATE INDEX hearing_day ON hearing (held_on) WHERE state = 'scheduled';
-- Every computation, the last one counts: dates, skipped days and the words of the rule as they were.
CREATE TABLE deadline_due (
  deadline_id TEXT NOT NULL REFERENCES deadline (id),
  position INTEGER NOT NULL,
  rule_version INTEGER NOT NULL CHECK (rule_version > 0),
  computed TEXT NOT NULL,
  why TEXT NOT NULL CHECK (why IN ('recorded', 'corrected', 'rulesChanged')),
  computed_at TEXT NOT NULL,
  PRIMARY KEY (deadline_id, position)) STRICT, WITHOUT ROWID;
CREATE TABLE deadline (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  event_id TEXT NOT NULL REFERENCES proceeding_event (id),
  rule_id TEXT NOT NULL,
  -- The earlier of the two ends as it stands now; null for a term without length.
  warn_on TEXT,
  warn_time TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'notApplicable')),
  -- Closed because what started it was corrected, not by a person.
  closed_by_change INTEGER NOT NULL CHECK (closed_by_change IN (0, 1)),
  settled_on TEXT,
  ${whoLater('settled')},
  proof TEXT,
  document_id TEXT REFERENCES issued_document (id),
  ${version},
  period INTEGER CHECK (period > 1),
  CHECK ((warn_on IS NULL) = (warn_time IS NULL)),
  CHECK ((state = 'open') = (settled_on IS NULL)),
  CHECK ((settled_on IS NULL) = (settled_by IS NULL) AND (settled_on IS NULL) = (settled_at IS NULL)),
  CHECK (closed_by_change = 0 OR state = 'notApplicable'),
  CHECK (state = 'open' OR closed_by_change = 1 OR proof IS NOT NULL OR document_id IS NOT NULL)) STRICT;
CREATE INDEX deadline_case ON deadline (case_id);
CREATE INDEX deadline_open ON deadline (warn_on) WHERE state = 'open';
CREATE UNIQUE INDEX deadline_turn ON deadline (event_id, rule_id, coalesce(period, 1));
CREATE TABLE proceeding_event (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  kind TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  happened_time TEXT,
  authority_id TEXT,
  office TEXT,
  district TEXT,
  file_number TEXT,
  document TEXT,
  source TEXT,
  notified_form TEXT CHECK (notified_form IN ('electronicBox', 'paper', 'hearing', 'personal')),
  entry_on TEXT,
  entry_time TEXT,
  effect_on TEXT,
  words TEXT,
  note TEXT,
  risk_level INTEGER CHECK (risk_level IN (1, 2, 3)),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  ${who('recorded')}, ${version},
  fixed_on TEXT,
  act TEXT CHECK (act IS NULL OR kind = 'other'),
  -- Whom a judgment favours and which instance gave it; null: not known.
  favours TEXT CHECK (favours IN ('yes', 'partly', 'no')),
  instance TEXT CHECK (instance IN ('peace', 'specialised', 'superior', 'supreme')),
  CHECK ((notified_form IS NULL) = (entry_on IS NULL)),
  CHECK (effect_on IS NULL OR entry_on IS NOT NULL),
  CHECK (entry_time IS NULL OR entry_on IS NOT NULL)) STRICT;
CREATE INDEX proceeding_event_case ON proceeding_event (case_id, happened_on);

-- RULEBOOK
-- Final, but for the approval of the second person.
CREATE TABLE rule_row (${id},
  table_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  row_version INTEGER NOT NULL CHECK (row_version > 0),
  value TEXT NOT NULL CHECK (json_valid(value)),
  valid_from TEXT NOT NULL,
  valid_to TEXT CHECK (valid_to >= valid_from),
  source TEXT NOT NULL CHECK (source <> ''),
  confirmation TEXT NOT NULL CHECK (confirmation IN ('official', 'secondary', 'toConfirm')),
  note TEXT,
  replaces INTEGER CHECK (replaces < row_version),
  ${who('edited')},
  ${whoLater('confirmed')}, ${version},
  -- 1 where the recovery key was the second person; empty for two people.
  recovery_key INTEGER CHECK (recovery_key = 1),
  UNIQUE (table_id, row_id, row_version),
  CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
  CHECK (confirmed_by IS NULL OR confirmed_by <> edited_by OR recovery_key IS NOT NULL)) STRICT;
CREATE TRIGGER rule_row_is_final BEFORE UPDATE ON rule_row
  WHEN OLD.confirmed_by IS NOT NULL
  OR NEW.confirmed_by IS NULL
  OR OLD.id IS NOT NEW.id OR OLD.table_id IS NOT NEW.table_id OR OLD.row_id IS NOT NEW.row_id
  OR OLD.row_version IS NOT NEW.row_version OR OLD.value IS NOT NEW.value
  OR OLD.valid_from IS NOT NEW.valid_from OR OLD.valid_to IS NOT NEW.valid_to
  OR OLD.source IS NOT NEW.source OR OLD.confirmation IS NOT NEW.confirmation OR OLD.note IS NOT NEW.note
  OR OLD.replaces IS NOT NEW.replaces OR OLD.edited_by IS NOT NEW.edited_by OR OLD.edited_at IS NOT NEW.edited_at
  BEGIN SELECT RAISE(ABORT, 'a version of a rule is final'); END;
CREATE TRIGGER rule_row_stays BEFORE DELETE ON rule_row BEGIN SELECT RAISE(ABORT, 'a version of a rule stays'); END;
`;
