import { sql, type Kysely } from 'kysely';

/** Who saw an alert, a row a person: what one has seen is news to the others. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE alert_seen (
      id TEXT PRIMARY KEY,
      alert_id TEXT NOT NULL REFERENCES alert (id),
      case_id TEXT NOT NULL REFERENCES case_file (id),
      staff_id TEXT NOT NULL REFERENCES staff_member (id),
      seen_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      UNIQUE (alert_id, staff_id)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX alert_seen_staff ON alert_seen (staff_id)`.execute(db);
}
