import { id, version, who, whoLater } from './columns.ts';

/** Columns that every record has besides its own; what ends has those of its end too. */
const own = `${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  ${who('recorded')},
  ${whoLater('annulled')},
  annul_reason TEXT CHECK (annul_reason IN ('mistake', 'otherCase', 'twice', 'other')),
  annul_words TEXT
    CHECK ((annulled_at IS NULL) = (annul_reason IS NULL) AND (annulled_at IS NULL) = (annulled_by IS NULL)),
  ${version}`;

const ending = (...reasons: string[]) => `
  ended_on TEXT,
  end_reason TEXT CHECK (end_reason IN (${reasons.map((one) => `'${one}'`).join(', ')})),
  end_words TEXT,
  ended_by TEXT REFERENCES staff_member (id),
  ended_at TEXT CHECK ((ended_on IS NULL) = (end_reason IS NULL) AND (ended_on IS NULL) = (ended_by IS NULL)
    AND (ended_on IS NULL) = (ended_at IS NULL))`;

/** Columns that are written once: a record is ended or annulled, never changed. */
const written = {
  placement: 'way, kinship, age, office_id, house, since, refusal, refusal_words, said_on, words',
  reintegration_plan: 'implementer, made_on, review_on, words',
  reintegration_goal: 'owner_id, goal, who, institution, due_on',
  reintegration_review: 'owner_id, held_on, words, next_on',
  accompaniment: 'referral_id, level, since, office_id, person',
  accompaniment_contact: 'owner_id, held_on, how, result, words',
  home_visit: 'visit_id, made, visited_on, why, result, actions',
};

const guards = (table: string, columns: string) => `
CREATE INDEX ${table}_case ON ${table} (case_id);
CREATE TRIGGER ${table}_is_final BEFORE UPDATE OF case_id, recorded_by, recorded_at, ${columns} ON ${table}
  BEGIN SELECT RAISE(ABORT, 'a record is final: it is ended or annulled'); END;
CREATE TRIGGER ${table}_stays_annulled BEFORE UPDATE ON ${table} WHEN OLD.annulled_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'what was annulled stays so'); END;`;

const endsOnce = (table: string) => `
CREATE TRIGGER ${table}_ends_once BEFORE UPDATE OF ended_on, end_reason, end_words, ended_by, ended_at ON ${table}
  WHEN OLD.ended_on IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'it ends once'); END;`;

const tables = `
CREATE TABLE placement (
  ${own},
  way TEXT NOT NULL CHECK (way IN ('kin', 'shelter', 'refused')),
  kinship TEXT,
  age INTEGER CHECK (age BETWEEN 0 AND 120),
  -- The coordination of shelters; where a house is has no column it could stand in.
  office_id TEXT REFERENCES office (id),
  house TEXT,
  since TEXT,
  refusal TEXT CHECK (refusal IN ('ownHome', 'safeNow', 'children', 'work', 'fear', 'rules', 'burden', 'other')),
  refusal_words TEXT CHECK ((refusal IS NOT NULL AND refusal = 'other') = (refusal_words IS NOT NULL)),
  said_on TEXT,
  words TEXT,
  ${ending('ownHome', 'independent', 'moved', 'backToHim', 'asked', 'term', 'other')},
  CHECK ((way = 'kin') = (kinship IS NOT NULL) AND (way = 'refused') = (refusal IS NOT NULL)),
  CHECK ((way = 'refused') = (said_on IS NOT NULL) AND (way = 'refused') = (since IS NULL)),
  CHECK (way = 'shelter' OR (office_id IS NULL AND house IS NULL)),
  CHECK (way <> 'refused' OR ended_on IS NULL)) STRICT;
CREATE TABLE reintegration_plan (
  ${own},
  implementer INTEGER NOT NULL CHECK (implementer IN (0, 1, 2)),
  made_on TEXT NOT NULL,
  review_on TEXT CHECK ((implementer = 1) = (review_on IS NOT NULL)),
  words TEXT,
  ${ending('fulfilled', 'withdrew', 'handedOver', 'other')}) STRICT;
CREATE TABLE reintegration_goal (
  ${own},
  owner_id TEXT NOT NULL REFERENCES reintegration_plan (id),
  goal TEXT NOT NULL,
  who TEXT NOT NULL CHECK (who IN ('psychology', 'social', 'legal', 'herself', 'other')),
  institution TEXT CHECK ((who = 'other') = (institution IS NOT NULL)),
  due_on TEXT NOT NULL,
  ${ending('done', 'notDone', 'dropped')}) STRICT;
CREATE TABLE reintegration_review (
  ${own},
  owner_id TEXT NOT NULL REFERENCES reintegration_plan (id),
  held_on TEXT NOT NULL,
  words TEXT NOT NULL,
  next_on TEXT) STRICT;
CREATE TABLE accompaniment (
  ${own},
  referral_id TEXT REFERENCES referral (id),
  level INTEGER NOT NULL CHECK (level IN (1, 2)),
  since TEXT NOT NULL,
  office_id TEXT REFERENCES office (id),
  person TEXT,
  ${ending('fulfilled', 'withdrew', 'moved', 'lost', 'other')}) STRICT;
CREATE TABLE accompaniment_contact (
  ${own},
  owner_id TEXT NOT NULL REFERENCES accompaniment (id),
  held_on TEXT NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('session', 'call', 'visit', 'errand')),
  result TEXT NOT NULL CHECK (result IN ('held', 'absent', 'postponed')),
  words TEXT) STRICT;
CREATE TABLE home_visit (
  ${own},
  -- An attention, or a visit of the agenda; empty where it stands in neither.
  visit_id TEXT,
  made INTEGER NOT NULL CHECK (made IN (0, 1)),
  visited_on TEXT NOT NULL,
  why TEXT CHECK ((made = 0) = (why IS NOT NULL)),
  result INTEGER CHECK (result IN (1, 2) AND made = 1),
  actions TEXT CHECK ((result IS NOT NULL AND result = 2) = (actions IS NOT NULL)),
  CHECK ((made = 1) = (result IS NOT NULL))) STRICT;
-- What hangs from it stands in its own case; one result a visit, one beginning a referral, while it is not annulled.
CREATE UNIQUE INDEX home_visit_of ON home_visit (visit_id) WHERE annulled_at IS NULL;
CREATE UNIQUE INDEX accompaniment_of ON accompaniment (referral_id) WHERE annulled_at IS NULL;`;

/** Insertion in networks, plan of reintegration, Acompañamiento and home visits as records of a case. */
export const reintegration = [
  tables,
  ...Object.entries(written).map(([table, columns]) => guards(table, columns)),
  ...['placement', 'reintegration_plan', 'reintegration_goal', 'accompaniment'].map(endsOnce),
].join('');
