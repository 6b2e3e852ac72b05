import { id, laterWho, version, who, whoLater } from './columns.ts';

/** Requests about data, counterparts in the building, other computers, the month and what left exact. */
export const outside = `
-- PRIVACY
CREATE TABLE data_request (${id},
  -- Empty for somebody who is not the user: their request belongs to no ficha.
  case_id TEXT REFERENCES case_file (id),
  asker TEXT NOT NULL CHECK (asker IN ('herself', 'representative', 'accused', 'third')),
  asker_name TEXT CHECK ((asker_name IS NULL) = (case_id IS NOT NULL)),
  represented_by TEXT CHECK ((asker = 'representative') = (represented_by IS NOT NULL)),
  identity TEXT NOT NULL CHECK (identity IN ('document', 'known', 'other', 'not')),
  identity_words TEXT CHECK ((identity IN ('other', 'not')) = (identity_words IS NOT NULL)),
  data_right TEXT NOT NULL CHECK (data_right IN ('access', 'rectification', 'cancellation', 'opposition')),
  words TEXT,
  asked_on TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'granted', 'partly', 'refused', 'withdrawn')),
  answered_on TEXT CHECK ((state = 'open') = (answered_on IS NULL)),
  answer TEXT,
  -- A row of the table of reasons; its words are those of the day of the answer.
  basis TEXT CHECK ((state IN ('partly', 'refused')) = (basis IS NOT NULL)),
  receipt TEXT CHECK (receipt IN ('signed', 'notSigned', 'none')),
  document_id TEXT REFERENCES issued_document (id),
  copy_number TEXT CHECK ((document_id IS NULL) = (copy_number IS NULL)),
  ${who('recorded')},
  answered_by TEXT REFERENCES staff_member (id),
  ${version},
  CHECK ((case_id IS NULL) = (asker IN ('accused', 'third'))),
  CHECK (case_id IS NOT NULL OR state NOT IN ('granted', 'partly'))) STRICT;
CREATE INDEX data_request_case ON data_request (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX data_request_open ON data_request (state) WHERE state = 'open';
CREATE TABLE own_copy_choice (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  request_id TEXT NOT NULL REFERENCES data_request (id),
  -- SHA-256 of where the passage stands and of its words: what is changed in it asks for a choice anew.
  passage TEXT NOT NULL CHECK (length(passage) = 64),
  -- Why it stands; empty: it is withheld again.
  reason TEXT CHECK (reason IN ('told', 'agreed', 'nobody', 'public')),
  ${who('chosen')}, ${version},
  UNIQUE (request_id, passage)) STRICT;

-- COUNTERPARTS
CREATE TABLE counterpart_post (${id},
  side TEXT NOT NULL UNIQUE CHECK (side IN ('police', 'health')),
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  -- As she hears whom she agrees to, and as the letter is addressed.
  establishment TEXT NOT NULL,
  ${who('changed')}, ${version}) STRICT;
CREATE TABLE counterpart_hand_over (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  side TEXT NOT NULL CHECK (side IN ('police', 'health')),
  referral_id TEXT NOT NULL UNIQUE REFERENCES referral (id),
  -- Named in her consent.
  establishment TEXT NOT NULL,
  ${who('handed')},
  first_act_at TEXT,
  ${laterWho('closed')}, ${version},
  CHECK ((closed_at IS NULL) = (closed_by IS NULL))) STRICT;
CREATE INDEX counterpart_hand_over_case ON counterpart_hand_over (case_id);
CREATE TABLE counterpart_note (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  hand_over_id TEXT NOT NULL REFERENCES counterpart_hand_over (id),
  kind TEXT NOT NULL CHECK (kind IN ('complaint', 'measures', 'attended')),
  -- Kept as the fact it is, the same as what stands already, or told to the professional because it differs.
  outcome TEXT NOT NULL CHECK (outcome IN ('kept', 'same', 'differs')),
  -- The fact: an event of the proceeding or the slip of the referral.
  record_id TEXT,
  -- What was said, where no fact says it.
  said TEXT,
  ${who('noted')},
  ${whoLater('settled')}, ${version},
  CHECK ((outcome = 'differs') = (said IS NOT NULL)),
  CHECK ((settled_at IS NULL) = (settled_by IS NULL))) STRICT;
CREATE INDEX counterpart_note_case ON counterpart_note (case_id);

-- COMPANIONS
CREATE TABLE companion (${id},
  name TEXT NOT NULL,
  -- SHA-256 of the public key of its certificate, base64url.
  fingerprint TEXT NOT NULL UNIQUE CHECK (length(fingerprint) = 43),
  paired_at TEXT NOT NULL,
  paired_by TEXT NOT NULL REFERENCES staff_member (id),
  ${laterWho('revoked')},
  revoke_reason TEXT CHECK (revoke_reason IN ('replaced', 'lost', 'notNeeded', 'doubt', 'keeperMoved')),
  copy_at TEXT,
  ${version},
  -- By nobody where another computer became the keeper.
  CHECK ((revoked_by IS NULL) = (revoke_reason IS NULL OR revoke_reason = 'keeperMoved')),
  CHECK ((revoked_at IS NULL) = (revoke_reason IS NULL))) STRICT;
CREATE TRIGGER companion_revoked_stays BEFORE UPDATE ON companion WHEN OLD.revoked_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a revoked companion is final'); END;

-- REPORTS
CREATE TABLE frozen_cell (
  report_id TEXT NOT NULL REFERENCES frozen_report (id),
  position INTEGER NOT NULL,
  exact INTEGER NOT NULL CHECK (exact >= 0),
  rounded INTEGER NOT NULL CHECK (rounded >= 0),
  PRIMARY KEY (report_id, position)) STRICT, WITHOUT ROWID;
CREATE TABLE frozen_file (
  report_id TEXT NOT NULL REFERENCES frozen_report (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes BLOB NOT NULL,
  PRIMARY KEY (report_id, name)) STRICT, WITHOUT ROWID;
CREATE TRIGGER frozen_file_is_final BEFORE UPDATE ON frozen_file
  BEGIN SELECT RAISE(ABORT, 'published unit is final'); END;
-- Published once: counts, rounding and the exact bytes of its files stay as they went out.
CREATE TABLE frozen_report (${id},
  period TEXT NOT NULL UNIQUE,
  publication INTEGER NOT NULL UNIQUE CHECK (publication > 0),
  revision INTEGER NOT NULL CHECK (revision > 0),
  schema_version INTEGER NOT NULL,
  view TEXT NOT NULL CHECK (view IN ('band', 'coarse', 'full', 'rest', 'year')),
  -- Empty where the unit came back from its files after an older copy: what was counted then is not known any more.
  cases INTEGER,
  -- The place in the audit, which no file tells.
  audit_seq INTEGER,
  seal TEXT NOT NULL,
  cut_off TEXT NOT NULL,
  -- Empty where it came back from its files.
  proposal_id TEXT REFERENCES proposal (id),
  closed_by TEXT NOT NULL REFERENCES staff_member (id),
  approved_by TEXT NOT NULL REFERENCES staff_member (id),
  closed_at TEXT NOT NULL,
  ${version},
  -- 1 where the recovery key was the second person; empty for two people.
  recovery_key INTEGER CHECK (recovery_key = 1),
  CHECK (closed_by <> approved_by OR recovery_key IS NOT NULL OR proposal_id IS NULL)) STRICT;
CREATE TRIGGER frozen_report_is_final BEFORE UPDATE ON frozen_report
  BEGIN SELECT RAISE(ABORT, 'published unit is final'); END;
-- A case is counted in one published unit.
CREATE TABLE counted_case (
  case_id TEXT PRIMARY KEY REFERENCES case_file (id),
  report_id TEXT NOT NULL REFERENCES frozen_report (id)) STRICT, WITHOUT ROWID;
CREATE INDEX counted_case_report ON counted_case (report_id);
-- What was published after the copy that this record went back to: said once for each restore.
CREATE TABLE restored_reports (${id},
  restored_at TEXT NOT NULL UNIQUE,
  answer TEXT NOT NULL CHECK (answer IN ('none', 'lost')),
  ${who('answered')}, ${version}) STRICT;
-- What left exact, as it was encrypted: for whom, why, by which two people. Nothing of it is kept in clear.
CREATE TABLE reserved_export (${id},
  month TEXT NOT NULL,
  product TEXT NOT NULL CHECK (product IN ('tables', 'rows')),
  purpose TEXT NOT NULL CHECK (purpose IN ('consolidation', 'supervision', 'statistics', 'mandate')),
  recipient TEXT NOT NULL,
  office TEXT NOT NULL,
  letter TEXT NOT NULL,
  -- Of the key that opens it.
  fingerprint TEXT NOT NULL,
  -- The written order that rows rest on.
  rows_order TEXT CHECK ((product = 'rows') = (rows_order IS NOT NULL)),
  proposal_id TEXT NOT NULL UNIQUE REFERENCES proposal (id),
  proposed_by TEXT NOT NULL REFERENCES staff_member (id),
  approved_by TEXT NOT NULL REFERENCES staff_member (id),
  made_at TEXT NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes BLOB NOT NULL,
  ${version},
  recovery_key INTEGER CHECK (recovery_key = 1),
  CHECK (proposed_by <> approved_by OR recovery_key IS NOT NULL)) STRICT;
CREATE INDEX reserved_export_month ON reserved_export (month);
CREATE TRIGGER reserved_export_is_final BEFORE UPDATE ON reserved_export
  BEGIN SELECT RAISE(ABORT, 'reserved file is final'); END;
`;
