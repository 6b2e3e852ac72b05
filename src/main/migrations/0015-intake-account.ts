import { sql, type Kysely } from 'kysely';

/** What is added to a locked account, the papers that quote it, and how often she told it before coming. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE account_supplement (
      id TEXT PRIMARY KEY,
      incident_id TEXT NOT NULL REFERENCES incident (id),
      case_id TEXT NOT NULL REFERENCES case_file (id),
      body TEXT NOT NULL,
      added_by TEXT NOT NULL REFERENCES staff_member (id),
      added_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX account_supplement_incident ON account_supplement (incident_id)`.execute(db);
  await sql`CREATE INDEX account_supplement_case ON account_supplement (case_id)`.execute(db);
  await sql`
    CREATE TABLE account_quote (
      id TEXT PRIMARY KEY,
      incident_id TEXT NOT NULL REFERENCES incident (id),
      document_id TEXT NOT NULL UNIQUE REFERENCES issued_document (id),
      quoted_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX account_quote_incident ON account_quote (incident_id)`.execute(db);
  await sql`CREATE INDEX case_file_incident ON case_file (incident_id)`.execute(db);
  await sql`ALTER TABLE case_file ADD COLUMN told_before INTEGER CHECK (told_before BETWEEN 0 AND 99)`.execute(db);
}
