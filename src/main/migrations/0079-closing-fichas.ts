import { sql, type Kysely } from 'kysely';

/** Closing a ficha by two people, what was looked at, the following by somebody else before it, and opening it again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE supervised_follow_up (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      held_on TEXT NOT NULL,
      words TEXT NOT NULL,
      supervised_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)) STRICT`.execute(db);
  await sql`CREATE INDEX supervised_follow_up_case ON supervised_follow_up (case_id)`.execute(db);
  await sql`
    CREATE TABLE case_closing (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      proposal_id TEXT NOT NULL UNIQUE REFERENCES proposal (id),
      -- A row of «Motivos de cierre», and what it said on that day.
      reason TEXT NOT NULL,
      reason_label TEXT NOT NULL,
      words TEXT,
      summary TEXT NOT NULL,
      proposed_by TEXT NOT NULL REFERENCES staff_member (id),
      proposed_at TEXT NOT NULL,
      closed_by TEXT REFERENCES staff_member (id),
      closed_at TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((closed_at IS NULL) = (closed_by IS NULL))) STRICT`.execute(db);
  await sql`CREATE INDEX case_closing_case ON case_closing (case_id)`.execute(db);
  await sql`CREATE TRIGGER case_closing_is_final BEFORE UPDATE ON case_closing WHEN OLD.closed_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a closing is final'); END`.execute(db);
  // What was not clear when it was proposed, and as it was when somebody else closed it.
  await sql`
    CREATE TABLE case_closing_line (
      closing_id TEXT NOT NULL REFERENCES case_closing (id),
      line TEXT NOT NULL,
      found TEXT NOT NULL,
      why TEXT,
      why_by TEXT REFERENCES staff_member (id),
      PRIMARY KEY (closing_id, line),
      CHECK ((why IS NULL) = (why_by IS NULL))) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TABLE case_reopening (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      reason TEXT NOT NULL CHECK (reason IN ('continuator', 'newEvent', 'mistake')),
      words TEXT,
      reopened_by TEXT NOT NULL REFERENCES staff_member (id),
      reopened_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)) STRICT`.execute(db);
  await sql`CREATE INDEX case_reopening_case ON case_reopening (case_id)`.execute(db);
}

export const sealed = { sealedBefore: { supervised_follow_up: null, case_closing: null, case_reopening: null } };
