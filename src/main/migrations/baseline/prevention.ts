import { id, version, who } from './columns.ts';

const own = `is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)), changed_on TEXT NOT NULL, ${version}`;

/** Activities with their attendance, programmes with what they found, groups by code, files, what a month counted. */
export const prevention = `
CREATE TABLE prevention_programme (${id},
  name TEXT NOT NULL CHECK (name <> ''),
  group_words TEXT NOT NULL,
  participants INTEGER NOT NULL CHECK (participants BETWEEN 1 AND 500),
  sessions INTEGER NOT NULL CHECK (sessions BETWEEN 2 AND 60),
  notes TEXT,
  ${own}) STRICT;
CREATE TABLE prevention_activity (${id},
  held_on TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 15 AND 720),
  activity_type TEXT NOT NULL,
  activity_group TEXT NOT NULL,
  topic TEXT NOT NULL CHECK (topic <> ''),
  audience TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('inPerson', 'remote', 'mixed')),
  place TEXT NOT NULL,
  district_code TEXT NOT NULL CHECK (length(district_code) = 6),
  host_institution TEXT,
  lead_staff TEXT NOT NULL REFERENCES staff_member (id),
  strategy TEXT,
  programme_id TEXT REFERENCES prevention_programme (id),
  session_number INTEGER CHECK (session_number BETWEEN 1 AND 60),
  official_code TEXT,
  notes TEXT,
  ${own},
  CHECK ((programme_id IS NULL) = (session_number IS NULL))) STRICT;
CREATE INDEX prevention_activity_day ON prevention_activity (held_on);
CREATE INDEX prevention_activity_programme ON prevention_activity (programme_id)
  WHERE programme_id IS NOT NULL;
CREATE TABLE prevention_result (${id},
  activity_id TEXT NOT NULL UNIQUE REFERENCES prevention_activity (id),
  state TEXT NOT NULL CHECK (state IN ('planned', 'done', 'cancelled')),
  cancel_reason TEXT CHECK (cancel_reason IN (
    'host', 'noPublic', 'staff', 'weather', 'resources', 'safety', 'moved', 'other')),
  cancel_words TEXT,
  signed_total INTEGER CHECK (signed_total >= 0),
  with_disability INTEGER CHECK (with_disability >= 0),
  indigenous INTEGER CHECK (indigenous >= 0),
  language TEXT,
  had_interpreter INTEGER NOT NULL CHECK (had_interpreter IN (0, 1)),
  materials TEXT,
  partners TEXT,
  reach INTEGER CHECK (reach >= 0),
  evidence_place TEXT,
  photos INTEGER CHECK (photos >= 0),
  photo_people INTEGER CHECK (photo_people >= 0),
  photo_consents INTEGER CHECK (photo_consents >= 0),
  photo_children INTEGER CHECK (photo_children >= 0),
  guardian_consents INTEGER CHECK (guardian_consents >= 0),
  ${who('recorded')}, ${version},
  CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL)),
  CHECK (cancel_words IS NULL OR cancel_reason = 'other'),
  CHECK (COALESCE(photos, 0) = 0 OR (photo_consents >= photo_people AND guardian_consents >= photo_children))) STRICT;
CREATE TABLE prevention_attendance (
  result_id TEXT NOT NULL REFERENCES prevention_result (id),
  sex TEXT NOT NULL CHECK (sex IN ('women', 'men', 'unknown')),
  age TEXT NOT NULL,
  people INTEGER NOT NULL CHECK (people > 0),
  PRIMARY KEY (result_id, sex, age)) STRICT, WITHOUT ROWID;
CREATE TABLE prevention_score (${id},
  programme_id TEXT NOT NULL UNIQUE REFERENCES prevention_programme (id),
  before_on TEXT NOT NULL,
  before_people INTEGER NOT NULL CHECK (before_people > 0),
  later_on TEXT,
  later_people INTEGER CHECK (later_people > 0),
  is_final INTEGER NOT NULL CHECK (is_final IN (0, 1)),
  ${who('recorded')}, ${version},
  CHECK ((later_on IS NULL) = (later_people IS NULL)),
  CHECK (later_on IS NULL OR later_on >= before_on)) STRICT;
CREATE TABLE prevention_score_factor (
  score_id TEXT NOT NULL REFERENCES prevention_score (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  factor TEXT NOT NULL,
  before_count INTEGER NOT NULL CHECK (before_count >= 0),
  is_worked INTEGER NOT NULL CHECK (is_worked IN (0, 1)),
  later_count INTEGER CHECK (later_count >= 0),
  PRIMARY KEY (score_id, position)) STRICT, WITHOUT ROWID;
CREATE TABLE prevention_group (${id},
  programme_id TEXT NOT NULL UNIQUE REFERENCES prevention_programme (id),
  before_on TEXT NOT NULL,
  later_on TEXT,
  is_final INTEGER NOT NULL CHECK (is_final IN (0, 1)),
  ${who('recorded')}, ${version},
  CHECK (later_on IS NULL OR later_on >= before_on),
  CHECK (is_final = 0 OR later_on IS NOT NULL)) STRICT;
CREATE TABLE prevention_group_worked (
  group_id TEXT NOT NULL REFERENCES prevention_group (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  factor TEXT NOT NULL,
  PRIMARY KEY (group_id, position)) STRICT, WITHOUT ROWID;
-- A code of the lists has no space in it: no name fits.
CREATE TABLE prevention_participant (
  group_id TEXT NOT NULL REFERENCES prevention_group (id),
  code INTEGER NOT NULL CHECK (code BETWEEN 1 AND 500),
  sex TEXT NOT NULL CHECK (sex IN ('women', 'men', 'unknown')),
  age TEXT NOT NULL CHECK (age NOT GLOB '* *'),
  PRIMARY KEY (group_id, code)) STRICT, WITHOUT ROWID;
CREATE TABLE prevention_tick (
  group_id TEXT NOT NULL,
  code INTEGER NOT NULL,
  factor TEXT NOT NULL CHECK (factor NOT GLOB '* *'),
  before INTEGER CHECK (before IN (0, 1)),
  later INTEGER CHECK (later IN (0, 1)),
  PRIMARY KEY (group_id, code, factor),
  FOREIGN KEY (group_id, code) REFERENCES prevention_participant (group_id, code),
  CHECK (before IS NOT NULL OR later IS NOT NULL)) STRICT, WITHOUT ROWID;
CREATE TABLE prevention_file (${id},
  activity_id TEXT NOT NULL REFERENCES prevention_activity (id),
  file_id TEXT NOT NULL UNIQUE REFERENCES stored_file (id),
  kind TEXT NOT NULL CHECK (kind IN ('photo', 'list')),
  type TEXT NOT NULL CHECK (type IN ('pdf', 'jpg', 'png')),
  -- Adults and children who can be recognised, and the written permissions for them.
  people INTEGER CHECK (people >= 0),
  consents INTEGER,
  children INTEGER CHECK (children >= 0),
  guardian_consents INTEGER,
  ${who('added')}, ${version},
  CHECK (kind = 'list' OR type <> 'pdf'),
  CHECK ((kind = 'list') = (people IS NULL)),
  CHECK (kind = 'list' OR (people IS NOT NULL AND children IS NOT NULL AND
    COALESCE(consents, 0) >= people AND COALESCE(guardian_consents, 0) >= children))) STRICT;
CREATE INDEX prevention_file_activity ON prevention_file (activity_id);
CREATE TABLE prevention_month (${id},
  month TEXT NOT NULL UNIQUE,
  frozen_at TEXT NOT NULL,
  ${version}) STRICT;
CREATE TABLE prevention_month_case (
  month_id TEXT NOT NULL REFERENCES prevention_month (id),
  case_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
  PRIMARY KEY (month_id, case_id)) STRICT, WITHOUT ROWID;
CREATE TABLE prevention_month_activity (
  month_id TEXT NOT NULL REFERENCES prevention_month (id),
  activity_id TEXT NOT NULL UNIQUE REFERENCES prevention_activity (id),
  PRIMARY KEY (month_id, activity_id)) STRICT, WITHOUT ROWID;
`;
