import { sql, type Kysely } from 'kysely';

/** A copy that lacks a file of a case is an alert of its own. The kinds that the table knows by now stay, whichever. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const kinds = [...(await kindsOf(db)), `'fileLost'`].join(', ');
  await sql`
    CREATE TABLE alert_wider (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      kind TEXT NOT NULL CHECK (kind IN (${sql.raw(kinds)})),
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
  await sql`INSERT INTO alert_wider SELECT * FROM alert`.execute(db);
  await sql`DROP TABLE alert`.execute(db);
  await sql`ALTER TABLE alert_wider RENAME TO alert`.execute(db);
  await sql`CREATE INDEX alert_case ON alert (case_id)`.execute(db);
  await sql`CREATE INDEX alert_open ON alert (raised_at) WHERE closed_at IS NULL`.execute(db);
}

async function kindsOf(db: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql<{ sql: string }>`
    SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'alert'`.execute(db);
  return /kind IN \(([^)]*)\)/.exec(rows[0]?.sql ?? '')?.[1]?.match(/'\w+'/g) ?? [];
}
