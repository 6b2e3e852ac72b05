import { sql, type Kysely } from 'kysely';

/** Follow-up (Sections F–H): the actions the centre adds, the attentions given, the interviews and who signs what. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Shipped actions stand in the program; here are those of the centre, one row per change of their words.
  await sql`
    CREATE TABLE follow_up_action (
      id TEXT PRIMARY KEY,
      code TEXT NOT NULL,
      number INTEGER CHECK (number BETWEEN 1 AND 999),
      service TEXT NOT NULL CHECK (service IN ('psychology', 'social', 'legal')),
      label TEXT NOT NULL,
      counts_as_attention INTEGER NOT NULL CHECK (counts_as_attention IN (0, 1)),
      is_used INTEGER NOT NULL CHECK (is_used IN (0, 1)),
      valid_from TEXT NOT NULL,
      added_by TEXT NOT NULL REFERENCES staff_member (id),
      added_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      UNIQUE (code, valid_from)
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE attention (
      id TEXT PRIMARY KEY,
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
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX attention_case ON attention (case_id, given_on)`.execute(db);
  // What a correction replaced; the attention itself holds what counts now.
  await sql`
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
      changed_by TEXT NOT NULL REFERENCES staff_member (id),
      changed_at TEXT NOT NULL,
      PRIMARY KEY (attention_id, position),
      CHECK (reason <> 'other' OR words IS NOT NULL)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TABLE interview (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      held_on TEXT NOT NULL,
      started_time TEXT NOT NULL,
      ended_time TEXT,
      modality TEXT NOT NULL CHECK (modality IN ('centre', 'home', 'institution', 'phone', 'video')),
      place TEXT,
      told_story INTEGER NOT NULL CHECK (told_story IN (0, 1)),
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX interview_case ON interview (case_id, held_on)`.execute(db);
  await sql`
    CREATE TABLE interview_part (
      id TEXT PRIMARY KEY,
      interview_id TEXT NOT NULL REFERENCES interview (id),
      service TEXT NOT NULL CHECK (service IN ('psychology', 'social', 'legal')),
      staff_id TEXT NOT NULL REFERENCES staff_member (id),
      body TEXT,
      signed_at TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      UNIQUE (interview_id, staff_id, service),
      CHECK (signed_at IS NULL OR body IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`
    CREATE TRIGGER interview_part_is_final BEFORE UPDATE OF body, signed_at, staff_id, service ON interview_part
    WHEN OLD.signed_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'signed part is final'); END`.execute(db);
  await sql`
    CREATE TABLE interview_addendum (
      part_id TEXT NOT NULL REFERENCES interview_part (id),
      position INTEGER NOT NULL,
      body TEXT NOT NULL,
      added_by TEXT NOT NULL REFERENCES staff_member (id),
      added_at TEXT NOT NULL,
      PRIMARY KEY (part_id, position)
    ) STRICT, WITHOUT ROWID`.execute(db);
}
