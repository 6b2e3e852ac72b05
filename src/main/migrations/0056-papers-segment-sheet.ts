import { sql, type Kysely } from 'kysely';

/**
 * The sheet with the start key of a segment is a file outside like the recovery sheet, and like of that one no row says
 * what it is called or where it lies. The kinds that the table knows by now stay, whichever.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const kinds = [...(await kindsOf(db)), `'segment-sheet'`].join(', ');
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
      CHECK (kind NOT IN ('recovery-sheet', 'segment-sheet') OR (name IS NULL AND saved_to IS NULL)),
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
