import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE arrival (
      id TEXT PRIMARY KEY,
      opened_by TEXT NOT NULL REFERENCES staff_member (id),
      opened_at TEXT NOT NULL,
      closed_at TEXT,
      outcome TEXT CHECK (outcome IN ('case', 'left', 'notForUs')),
      case_id TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((closed_at IS NULL) = (outcome IS NULL))
    ) STRICT`.execute(db);
}
