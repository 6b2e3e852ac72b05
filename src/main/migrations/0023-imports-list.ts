import { sql, type Kysely } from 'kysely';

/**
 * Old lists. `list_import` and what came in by it are the record; the file and its rows are work beside it, as a draft,
 * and are erased when the list is in or dropped.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE list_import (
      id TEXT PRIMARY KEY,
      file_name TEXT NOT NULL,
      format TEXT NOT NULL CHECK (format IN ('csv', 'xlsx')),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      state TEXT NOT NULL CHECK (state IN ('draft', 'checked', 'proposed', 'done', 'undone', 'discarded')),
      settings TEXT NOT NULL,
      rows INTEGER NOT NULL,
      cases INTEGER NOT NULL,
      checked_at TEXT,
      content_hash TEXT CHECK (length(content_hash) = 64),
      proposal_id TEXT REFERENCES proposal (id),
      undo_proposal_id TEXT REFERENCES proposal (id),
      undo_reason TEXT CHECK (undo_reason IN ('wrongList', 'wrongColumns', 'twice', 'other')),
      undo_keeps INTEGER CHECK (undo_keeps IN (0, 1)),
      started_by TEXT NOT NULL REFERENCES staff_member (id),
      started_at TEXT NOT NULL,
      done_by TEXT REFERENCES staff_member (id),
      done_at TEXT,
      undone_by TEXT REFERENCES staff_member (id),
      undone_at TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((done_by IS NULL) = (done_at IS NULL)),
      CHECK ((undone_by IS NULL) = (undone_at IS NULL)),
      CHECK ((state = 'undone') = (undone_at IS NOT NULL))
    ) STRICT`.execute(db);
  await sql`CREATE INDEX list_import_hash ON list_import (sha256)`.execute(db);
  await sql`
    CREATE TABLE list_import_file (
      import_id TEXT PRIMARY KEY REFERENCES list_import (id),
      bytes BLOB NOT NULL
    ) STRICT`.execute(db);
  // What was judged of each row, and what a person decided about it.
  await sql`
    CREATE TABLE list_import_row (
      import_id TEXT NOT NULL REFERENCES list_import (id),
      line INTEGER NOT NULL CHECK (line > 0),
      verdict TEXT NOT NULL CHECK (verdict IN ('error', 'ask', 'warning', 'ready', 'excluded')),
      edits TEXT NOT NULL,
      is_excluded INTEGER NOT NULL CHECK (is_excluded IN (0, 1)),
      user_choice TEXT,
      aggressor_choice TEXT,
      result TEXT NOT NULL,
      PRIMARY KEY (import_id, line)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`CREATE INDEX list_import_row_verdict ON list_import_row (import_id, verdict, line)`.execute(db);
  // What came in: the ficha of each row, which of its persons are new with it, and the row as it stood in the file.
  await sql`
    CREATE TABLE list_import_case (
      import_id TEXT NOT NULL REFERENCES list_import (id),
      line INTEGER NOT NULL CHECK (line > 0),
      case_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
      user_id TEXT NOT NULL REFERENCES person (id),
      user_is_new INTEGER NOT NULL CHECK (user_is_new IN (0, 1)),
      aggressor_id TEXT NOT NULL REFERENCES person (id),
      aggressor_is_new INTEGER NOT NULL CHECK (aggressor_is_new IN (0, 1)),
      pair_id TEXT NOT NULL REFERENCES case_pair (id),
      pair_is_new INTEGER NOT NULL CHECK (pair_is_new IN (0, 1)),
      closed_on TEXT,
      source TEXT NOT NULL,
      PRIMARY KEY (import_id, line)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`CREATE INDEX list_import_case_user ON list_import_case (user_id)`.execute(db);
  await sql`CREATE INDEX list_import_case_aggressor ON list_import_case (aggressor_id)`.execute(db);
}
