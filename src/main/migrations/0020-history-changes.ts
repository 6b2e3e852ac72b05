import { sql, type Kysely } from 'kysely';

/**
 * Changes of saved answers, one shape for every record: a set a save, a row a field. `part` and `reason_code` are lists
 * of the program, which grow without a rebuild of this table.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE change_set (
      id TEXT PRIMARY KEY,
      case_id TEXT REFERENCES case_file (id),
      part TEXT NOT NULL,
      record_kind TEXT NOT NULL,
      record_id TEXT NOT NULL,
      is_first INTEGER NOT NULL CHECK (is_first IN (0, 1)),
      reason_code TEXT,
      reason_text TEXT,
      changed_by TEXT NOT NULL REFERENCES staff_member (id),
      changed_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK (reason_text IS NULL OR reason_code IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX change_set_case ON change_set (case_id, part)`.execute(db);
  await sql`CREATE INDEX change_set_record ON change_set (record_kind, record_id)`.execute(db);
  await sql`
    CREATE TABLE field_change (
      set_id TEXT NOT NULL REFERENCES change_set (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      field TEXT NOT NULL,
      before_value TEXT,
      after_value TEXT,
      is_reserved INTEGER NOT NULL CHECK (is_reserved IN (0, 1)),
      PRIMARY KEY (set_id, position),
      CHECK (is_reserved = 0 OR (before_value IS NULL AND after_value IS NULL))
    ) STRICT, WITHOUT ROWID`.execute(db);
}
