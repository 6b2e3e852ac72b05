import { sql, type Kysely } from 'kysely';

/**
 * Incidents with personal data and how each was closed, and the reviews of permissions. `words` says what happened in
 * general and never of whom; an open incident has no closing columns.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE data_incident (
      id TEXT PRIMARY KEY,
      known_on TEXT NOT NULL,
      known_time TEXT NOT NULL,
      words TEXT NOT NULL,
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'told', 'notApplicable')),
      told_on TEXT,
      told_time TEXT,
      entry_number TEXT,
      reason TEXT,
      closed_by TEXT REFERENCES staff_member (id),
      closed_at TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((state = 'open') = (closed_by IS NULL)),
      CHECK ((closed_by IS NULL) = (closed_at IS NULL)),
      CHECK ((state = 'told') = (told_on IS NOT NULL AND told_time IS NOT NULL AND entry_number IS NOT NULL)),
      CHECK ((state = 'notApplicable') = (reason IS NOT NULL))
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE access_review (
      id TEXT PRIMARY KEY,
      reviewed_on TEXT NOT NULL,
      words TEXT,
      reviewed_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
}
