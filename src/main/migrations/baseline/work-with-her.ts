import { id, version, who, whoLater } from './columns.ts';

const single = ['forehead', 'mouth', 'throat', 'abdomen', 'groin', 'scalp', 'nape', 'spine', 'anus'];
const paired = [
  ...['eye', 'cheek', 'shoulder', 'chest', 'arm', 'forearm', 'hand', 'thigh', 'knee', 'leg', 'foot'],
  ...['ear', 'shoulderBlade', 'lowerBack', 'armBack', 'elbow', 'forearmBack', 'handBack', 'buttock'],
  ...['thighBack', 'kneeBack', 'calf', 'heel'],
];
const regions = [...single, ...paired.flatMap((one) => [`${one}Right`, `${one}Left`])]
  .map((one) => `'${one}'`)
  .join(', ');

/** Safety plan, plan of care, session notes, closing and opening again, calls, marks of injuries. */
export const workWithHer = `
-- SAFETY
-- By versions that are never changed, and each time it was read again.
CREATE TABLE safety_plan (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  -- 1 for the first one made with her. What she said stands in sealed fields.
  number INTEGER NOT NULL CHECK (number > 0),
  carries_card INTEGER NOT NULL CHECK (carries_card IN (0, 1)),
  reread_on TEXT NOT NULL,
  present TEXT NOT NULL CHECK (present IN ('alone', 'trusted', 'children', 'interpreter')),
  ${who('made')}, ${version},
  UNIQUE (case_id, number)) STRICT;
CREATE TRIGGER safety_plan_is_final BEFORE UPDATE ON safety_plan
  BEGIN SELECT RAISE(ABORT, 'a version of a plan is final'); END;
CREATE TABLE safety_plan_card (
  plan_id TEXT NOT NULL REFERENCES safety_plan (id),
  topic TEXT NOT NULL CHECK (topic IN (
    'arrival', 'places', 'people', 'signals', 'bag', 'children', 'telephone', 'papers', 'week')),
  words TEXT NOT NULL,
  PRIMARY KEY (plan_id, topic)) STRICT, WITHOUT ROWID;
CREATE TABLE safety_plan_phone (
  plan_id TEXT NOT NULL REFERENCES safety_plan (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  number TEXT NOT NULL,
  PRIMARY KEY (plan_id, position)) STRICT, WITHOUT ROWID;
CREATE TABLE safety_reading (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  plan_id TEXT NOT NULL REFERENCES safety_plan (id),
  ${who('read')}, ${version}) STRICT;
CREATE INDEX safety_reading_case ON safety_reading (case_id);

-- CARE
CREATE TABLE plan_agreement (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  agreed_on TEXT NOT NULL,
  -- What she did not want.
  refused TEXT,
  ${who('made')}, ${version}) STRICT;
CREATE INDEX plan_agreement_case ON plan_agreement (case_id);
CREATE TABLE plan_step (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  -- An official action of Section E; what «other» is stands in words.
  action TEXT NOT NULL,
  words TEXT CHECK ((action = 'other') = (words IS NOT NULL)),
  service TEXT NOT NULL CHECK (service IN ('psychology', 'social', 'legal')),
  -- Empty: whoever of the service attends her.
  staff_id TEXT REFERENCES staff_member (id),
  due_on TEXT,
  -- As somebody said; what the work shows as done stays planned here.
  state TEXT NOT NULL CHECK (state IN ('planned', 'done', 'notApplicable')),
  done_on TEXT CHECK ((state = 'done') = (done_on IS NOT NULL)),
  note TEXT CHECK (state <> 'notApplicable' OR note IS NOT NULL),
  agreement_id TEXT REFERENCES plan_agreement (id),
  ${who('put')},
  -- It ticked its action in Section E itself: that alone is taken away with it.
  has_ticked INTEGER NOT NULL CHECK (has_ticked IN (0, 1)),
  ${version}) STRICT;
CREATE INDEX plan_step_case ON plan_step (case_id);
-- Each official action once in a case; others as many as she needs.
CREATE UNIQUE INDEX plan_step_action ON plan_step (case_id, action) WHERE action <> 'other';
-- The words stand in «sealed_field», under the key of their compartment, drafts included.
CREATE TABLE session_note (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  attention_id TEXT REFERENCES attention (id),
  -- The note that it corrects, once.
  replaces TEXT UNIQUE REFERENCES session_note (id),
  ${who('written')}, ${version}) STRICT;
CREATE INDEX session_note_case ON session_note (case_id);
CREATE INDEX session_note_attention ON session_note (attention_id);
CREATE TABLE session_note_draft (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  saved_at TEXT NOT NULL,
  UNIQUE (case_id, staff_id)) STRICT;

-- CASES
CREATE TABLE supervised_follow_up (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  held_on TEXT NOT NULL,
  words TEXT NOT NULL,
  supervised_by TEXT NOT NULL REFERENCES staff_member (id),
  recorded_at TEXT NOT NULL,
  ${version}) STRICT;
CREATE INDEX supervised_follow_up_case ON supervised_follow_up (case_id);
CREATE TABLE case_closing (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  proposal_id TEXT NOT NULL UNIQUE REFERENCES proposal (id),
  -- A row of «Motivos de cierre», and what it said on that day.
  reason TEXT NOT NULL,
  reason_label TEXT NOT NULL,
  words TEXT,
  summary TEXT NOT NULL,
  ${who('proposed')},
  ${whoLater('closed')}, ${version},
  CHECK ((closed_at IS NULL) = (closed_by IS NULL))) STRICT;
CREATE INDEX case_closing_case ON case_closing (case_id);
CREATE TRIGGER case_closing_is_final BEFORE UPDATE ON case_closing WHEN OLD.closed_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a closing is final'); END;
-- What was not clear when it was proposed, and as it was when somebody else closed it.
CREATE TABLE case_closing_line (
  closing_id TEXT NOT NULL REFERENCES case_closing (id),
  line TEXT NOT NULL,
  found TEXT NOT NULL,
  why TEXT,
  why_by TEXT REFERENCES staff_member (id),
  PRIMARY KEY (closing_id, line),
  CHECK ((why IS NULL) = (why_by IS NULL))) STRICT, WITHOUT ROWID;
CREATE TABLE case_reopening (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  reason TEXT NOT NULL CHECK (reason IN ('continuator', 'newEvent', 'mistake')),
  words TEXT,
  ${who('reopened')}, ${version}) STRICT;
CREATE INDEX case_reopening_case ON case_reopening (case_id);

-- CONTACT
CREATE TABLE call_attempt (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  -- Which of her numbers, masked: the numbers stand with the person alone.
  number_mask TEXT NOT NULL,
  ${who('started')},
  ended_at TEXT,
  result TEXT CHECK (result IN ('her', 'other', 'noAnswer', 'off', 'wrong', 'hungUp', 'notMade')),
  said TEXT,
  next_on TEXT,
  next_time TEXT,
  has_withdrawn INTEGER NOT NULL CHECK (has_withdrawn IN (0, 1)),
  attention_id TEXT REFERENCES attention (id),
  ${version},
  CHECK ((result IS NULL) = (ended_at IS NULL)),
  CHECK ((next_on IS NULL) = (next_time IS NULL))) STRICT;
CREATE INDEX call_attempt_case ON call_attempt (case_id);
CREATE TRIGGER call_attempt_is_final BEFORE UPDATE ON call_attempt WHEN OLD.result IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'an ended call is final'); END;

-- INJURIES
CREATE TABLE injury_mark (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  -- The one on the figure: never given to another mark of the case.
  number INTEGER NOT NULL CHECK (number > 0),
  region TEXT NOT NULL CHECK (region IN (${regions})),
  kind TEXT NOT NULL CHECK (kind IN (
    'bruise', 'wound', 'burn', 'swelling', 'scrape', 'bite', 'fractureTold', 'painTold', 'other')),
  size TEXT,
  source TEXT NOT NULL CHECK (source IN ('seen', 'told')),
  seen_on TEXT NOT NULL,
  event TEXT NOT NULL CHECK (event IN ('ficha', 'earlier', 'later', 'unknown')),
  event_on TEXT,
  words TEXT,
  ${who('recorded')},
  ${whoLater('annulled')},
  annul_reason TEXT CHECK (annul_reason IN ('mistake', 'otherCase', 'twice', 'other')),
  annul_words TEXT,
  ${version},
  CHECK ((annulled_at IS NULL) = (annul_reason IS NULL) AND (annulled_at IS NULL) = (annulled_by IS NULL)),
  UNIQUE (case_id, number)) STRICT;
CREATE TRIGGER injury_mark_is_final
  BEFORE UPDATE OF number, region, kind, size, source, seen_on, event, event_on, words, recorded_by, recorded_at
  ON injury_mark
  BEGIN SELECT RAISE(ABORT, 'a mark is final: it is annulled'); END;
CREATE TRIGGER injury_mark_stays_annulled BEFORE UPDATE ON injury_mark WHEN OLD.annulled_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'what was annulled stays so'); END;
`;
