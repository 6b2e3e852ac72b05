import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE alert (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      kind TEXT NOT NULL CHECK (kind IN (
        'aggressorAtDoor', 'askedAbout', 'measureBreached', 'levelRising',
        'newEvent', 'handedOver', 'correctionAsked', 'mergeProposed'
      )),
      note TEXT,
      raised_at TEXT NOT NULL,
      raised_on TEXT NOT NULL,
      raised_by TEXT REFERENCES staff_member (id),
      seen_at TEXT,
      seen_by TEXT REFERENCES staff_member (id),
      closed_at TEXT,
      closed_by TEXT REFERENCES staff_member (id),
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((seen_at IS NULL) = (seen_by IS NULL)),
      CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
      CHECK (closed_at IS NULL OR seen_at IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX alert_case ON alert (case_id)`.execute(db);
  await sql`CREATE INDEX alert_open ON alert (raised_at) WHERE closed_at IS NULL`.execute(db);
}
