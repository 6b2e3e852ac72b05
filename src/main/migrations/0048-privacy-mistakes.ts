import { sql, type Kysely } from 'kysely';

/**
 * An incident closed by mistake is opened again: how it had been closed, by whom and when stays in a record of its own.
 * A review of permissions recorded by mistake is withdrawn and stays where it was.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE data_incident_reopening (
      id TEXT PRIMARY KEY,
      incident_id TEXT NOT NULL REFERENCES data_incident (id),
      state TEXT NOT NULL CHECK (state IN ('told', 'notApplicable')),
      told_on TEXT,
      told_time TEXT,
      entry_number TEXT,
      closing_reason TEXT,
      closed_by TEXT NOT NULL REFERENCES staff_member (id),
      closed_at TEXT NOT NULL,
      reason TEXT NOT NULL CHECK (reason IN ('closedByMistake', 'wrongEnd', 'wrongNotice', 'newFacts', 'other')),
      reason_words TEXT,
      reopened_by TEXT NOT NULL REFERENCES staff_member (id),
      reopened_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((state = 'told') = (told_on IS NOT NULL AND told_time IS NOT NULL AND entry_number IS NOT NULL)),
      CHECK ((state = 'notApplicable') = (closing_reason IS NOT NULL)),
      CHECK ((reason = 'other') = (reason_words IS NOT NULL))
    ) STRICT`.execute(db);
  await sql`CREATE INDEX data_incident_reopening_incident ON data_incident_reopening (incident_id)`.execute(db);
  await sql`ALTER TABLE access_review ADD COLUMN withdrawn_by TEXT REFERENCES staff_member (id)`.execute(db);
  await sql`ALTER TABLE access_review ADD COLUMN withdrawn_at TEXT
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))`.execute(db);
  await sql`ALTER TABLE access_review ADD COLUMN withdrawn_reason TEXT
    CHECK (withdrawn_reason IN ('notDone', 'wrongDay', 'twice', 'other'))
    CHECK ((withdrawn_reason IS NULL) = (withdrawn_at IS NULL))`.execute(db);
  await sql`ALTER TABLE access_review ADD COLUMN withdrawn_words TEXT
    CHECK ((withdrawn_words IS NOT NULL) = (withdrawn_reason IS 'other'))`.execute(db);
}
