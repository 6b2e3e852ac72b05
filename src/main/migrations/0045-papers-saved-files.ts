import { sql, type Kysely } from 'kysely';

/**
 * Files saved with the dialog that are no copies of papers: each has a line before it is written, and stays listed as outside
 * until somebody says that it was deleted. Of the recovery sheet no row says what it is called or where it lies.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE saved_file (
      id TEXT PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('attachment-original', 'month-export', 'recovery-sheet')),
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
      CHECK ((kind = 'attachment-original') = (case_id IS NOT NULL)),
      CHECK ((case_id IS NULL) = (attachment_id IS NULL)),
      CHECK (kind <> 'recovery-sheet' OR (name IS NULL AND saved_to IS NULL)),
      CHECK ((removed_at IS NULL) = (removed_by IS NULL))
    ) STRICT`.execute(db);
  await sql`CREATE INDEX saved_file_case ON saved_file (case_id)`.execute(db);
  await sql`CREATE INDEX saved_file_attachment ON saved_file (attachment_id)`.execute(db);
  await sql`CREATE INDEX saved_file_outside ON saved_file (staff_id) WHERE removed_at IS NULL`.execute(db);
  await sql`
    CREATE TRIGGER saved_file_leaves_once BEFORE UPDATE OF removed_at ON saved_file
    WHEN old.removed_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'saved file already gone'); END`.execute(db);
}
