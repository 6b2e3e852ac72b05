import { sql, type Kysely } from 'kysely';

/** A unit is published once: its counts, its rounding and the exact bytes of its files stay as they went out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE frozen_report (
      id TEXT PRIMARY KEY,
      period TEXT NOT NULL UNIQUE,
      schema_version INTEGER NOT NULL,
      view TEXT NOT NULL CHECK (view IN ('band', 'coarse', 'full')),
      cases INTEGER NOT NULL,
      proposal_id TEXT NOT NULL REFERENCES proposal (id),
      closed_by TEXT NOT NULL REFERENCES staff_member (id),
      approved_by TEXT NOT NULL REFERENCES staff_member (id),
      closed_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK (closed_by <> approved_by)
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE frozen_cell (
      report_id TEXT NOT NULL REFERENCES frozen_report (id),
      position INTEGER NOT NULL,
      exact INTEGER NOT NULL CHECK (exact >= 0),
      rounded INTEGER NOT NULL CHECK (rounded >= 0),
      PRIMARY KEY (report_id, position)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TABLE frozen_file (
      report_id TEXT NOT NULL REFERENCES frozen_report (id),
      name TEXT NOT NULL,
      media_type TEXT NOT NULL,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      bytes BLOB NOT NULL,
      PRIMARY KEY (report_id, name)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`CREATE TRIGGER frozen_report_is_final BEFORE UPDATE ON frozen_report
    BEGIN SELECT RAISE(ABORT, 'published unit is final'); END`.execute(db);
  await sql`CREATE TRIGGER frozen_file_is_final BEFORE UPDATE ON frozen_file
    BEGIN SELECT RAISE(ABORT, 'published unit is final'); END`.execute(db);
}
