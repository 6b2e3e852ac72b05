import { sql, type Kysely } from 'kysely';

/** Versions of rows of law and criteria that the centre changed. Final, but for the approval of the second person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE rule_row (
      id TEXT PRIMARY KEY,
      table_id TEXT NOT NULL,
      row_id TEXT NOT NULL,
      row_version INTEGER NOT NULL CHECK (row_version > 0),
      value TEXT NOT NULL CHECK (json_valid(value)),
      valid_from TEXT NOT NULL,
      valid_to TEXT CHECK (valid_to >= valid_from),
      source TEXT NOT NULL CHECK (source <> ''),
      confirmation TEXT NOT NULL CHECK (confirmation IN ('official', 'secondary', 'toConfirm')),
      note TEXT,
      replaces INTEGER CHECK (replaces < row_version),
      edited_by TEXT NOT NULL REFERENCES staff_member (id),
      edited_at TEXT NOT NULL,
      confirmed_by TEXT REFERENCES staff_member (id) CHECK (confirmed_by <> edited_by),
      confirmed_at TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      UNIQUE (table_id, row_id, row_version),
      CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL))
    ) STRICT`.execute(db);
  await sql`
    CREATE TRIGGER rule_row_is_final BEFORE UPDATE ON rule_row
    WHEN OLD.confirmed_by IS NOT NULL
      OR NEW.confirmed_by IS NULL
      OR OLD.id IS NOT NEW.id OR OLD.table_id IS NOT NEW.table_id OR OLD.row_id IS NOT NEW.row_id
      OR OLD.row_version IS NOT NEW.row_version OR OLD.value IS NOT NEW.value
      OR OLD.valid_from IS NOT NEW.valid_from OR OLD.valid_to IS NOT NEW.valid_to
      OR OLD.source IS NOT NEW.source OR OLD.confirmation IS NOT NEW.confirmation OR OLD.note IS NOT NEW.note
      OR OLD.replaces IS NOT NEW.replaces OR OLD.edited_by IS NOT NEW.edited_by OR OLD.edited_at IS NOT NEW.edited_at
    BEGIN SELECT RAISE(ABORT, 'a version of a rule is final'); END`.execute(db);
  await sql`
    CREATE TRIGGER rule_row_stays BEFORE DELETE ON rule_row
    BEGIN SELECT RAISE(ABORT, 'a version of a rule stays'); END`.execute(db);
}
