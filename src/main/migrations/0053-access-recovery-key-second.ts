import { sql, type Kysely } from 'kysely';

/**
 * Where nobody else could be the second person, the recovery key stands in (D4): a month and a row of law may then be
 * proposed and approved by one person, and say so. The sheet of a one-time code is a file that is saved; the kinds of
 * files that the table knows by now stay, whichever.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await widenReports(db);
  await widenRules(db);
  await widenSavedFiles(db);
}

async function widenReports(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE frozen_report_wider (
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
      -- 1 where the recovery key was the second person; empty for two people.
      recovery_key INTEGER CHECK (recovery_key = 1),
      CHECK (closed_by <> approved_by OR recovery_key IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`INSERT INTO frozen_report_wider SELECT *, NULL FROM frozen_report`.execute(db);
  await sql`DROP TABLE frozen_report`.execute(db);
  await sql`ALTER TABLE frozen_report_wider RENAME TO frozen_report`.execute(db);
  await sql`CREATE TRIGGER frozen_report_is_final BEFORE UPDATE ON frozen_report
    BEGIN SELECT RAISE(ABORT, 'published unit is final'); END`.execute(db);
}

async function widenRules(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE rule_row_wider (
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
      confirmed_by TEXT REFERENCES staff_member (id),
      confirmed_at TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      -- 1 where the recovery key was the second person; empty for two people.
      recovery_key INTEGER CHECK (recovery_key = 1),
      UNIQUE (table_id, row_id, row_version),
      CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
      CHECK (confirmed_by IS NULL OR confirmed_by <> edited_by OR recovery_key IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`INSERT INTO rule_row_wider SELECT *, NULL FROM rule_row`.execute(db);
  await sql`DROP TABLE rule_row`.execute(db);
  await sql`ALTER TABLE rule_row_wider RENAME TO rule_row`.execute(db);
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

async function widenSavedFiles(db: Kysely<unknown>): Promise<void> {
  const kinds = [...(await kindsOf(db)), `'access-sheet'`].join(', ');
  await sql`
    CREATE TABLE saved_file_wider (
      id TEXT PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN (${sql.raw(kinds)})),
      case_id TEXT REFERENCES case_file (id),
      attachment_id TEXT REFERENCES attachment (id),
      name TEXT,
      state TEXT NOT NULL CHECK (state IN ('requested', 'sent', 'failed')),
      saved_to TEXT,
      saved_place TEXT CHECK (saved_place IN ('computer', 'removable', 'allowed')),
      staff_id TEXT NOT NULL REFERENCES staff_member (id),
      requested_at TEXT NOT NULL,
      removed_at TEXT,
      removed_by TEXT REFERENCES staff_member (id),
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((kind IN ('attachment-original', 'filing-draft')) = (case_id IS NOT NULL)),
      CHECK ((kind = 'attachment-original') = (attachment_id IS NOT NULL)),
      CHECK (kind <> 'recovery-sheet' OR (name IS NULL AND saved_to IS NULL)),
      CHECK ((removed_at IS NULL) = (removed_by IS NULL))
    ) STRICT`.execute(db);
  await sql`INSERT INTO saved_file_wider SELECT * FROM saved_file`.execute(db);
  await sql`DROP TABLE saved_file`.execute(db);
  await sql`ALTER TABLE saved_file_wider RENAME TO saved_file`.execute(db);
  await sql`CREATE INDEX saved_file_case ON saved_file (case_id)`.execute(db);
  await sql`CREATE INDEX saved_file_attachment ON saved_file (attachment_id)`.execute(db);
  await sql`CREATE INDEX saved_file_outside ON saved_file (staff_id) WHERE removed_at IS NULL`.execute(db);
  await sql`
    CREATE TRIGGER saved_file_leaves_once BEFORE UPDATE OF removed_at ON saved_file
    WHEN old.removed_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'saved file already gone'); END`.execute(db);
}

async function kindsOf(db: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql<{ sql: string }>`
    SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'saved_file'`.execute(db);
  return /kind IN \(([^)]*)\)/.exec(rows[0]?.sql ?? '')?.[1]?.match(/'[\w-]+'/g) ?? [];
}
