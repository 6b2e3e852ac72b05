import { sql, type Kysely } from 'kysely';

/**
 * The papers of the clock leave as every other one does, so they are kinds of issued documents; the kinds that the table
 * knows by now stay, whichever. A copy says which assembled presentation it is a part of, and where it was saved; both
 * stay empty in old rows. `allowed_folder` holds what Coordinación decided of folders outside this computer.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await widenDocumentKinds(db);
  await sql`ALTER TABLE document_copy ADD COLUMN bundle_id TEXT REFERENCES filing_bundle (id)`.execute(db);
  await sql`ALTER TABLE document_copy ADD COLUMN saved_to TEXT`.execute(db);
  await sql`
    ALTER TABLE document_copy ADD COLUMN saved_place TEXT
      CHECK (saved_place IN ('computer', 'removable', 'allowed'))`.execute(db);
  await sql`
    CREATE INDEX document_copy_outside ON document_copy (staff_id) WHERE way = 'save' AND removed_at IS NULL`.execute(
    db,
  );
  await sql`
    CREATE TABLE allowed_folder (
      id TEXT PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,
      is_allowed INTEGER NOT NULL CHECK (is_allowed IN (0, 1)),
      decided_by TEXT NOT NULL REFERENCES staff_member (id),
      decided_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
}

async function widenDocumentKinds(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ sql: string }>`
    SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'issued_document'`.execute(db);
  const known = /kind IN \(([^)]*)\)/.exec(rows[0]?.sql ?? '')?.[1]?.match(/'[\w-]+'/g) ?? [];
  const kinds = [...known, `'day-sheet'`, `'hearing-sheet'`, `'neutral-card'`].join(', ');
  await sql`
    CREATE TABLE issued_document_wider (
      id TEXT PRIMARY KEY,
      case_id TEXT REFERENCES case_file (id),
      kind TEXT NOT NULL CHECK (kind IN (${sql.raw(kinds)})),
      number TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      template TEXT NOT NULL,
      content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
      pages INTEGER NOT NULL CHECK (pages > 0),
      bytes BLOB NOT NULL,
      missing_reason TEXT,
      issued_by TEXT NOT NULL REFERENCES staff_member (id),
      issued_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      recipient TEXT,
      paper TEXT CHECK (paper IS NULL OR json_valid(paper))
    ) STRICT`.execute(db);
  await sql`
    INSERT INTO issued_document_wider
    SELECT id, case_id, kind, number, title, template, content_hash, pages, bytes, missing_reason, issued_by, issued_at,
           version, recipient, paper
    FROM issued_document`.execute(db);
  await sql`DROP TABLE issued_document`.execute(db);
  await sql`ALTER TABLE issued_document_wider RENAME TO issued_document`.execute(db);
  await sql`CREATE INDEX issued_document_case ON issued_document (case_id)`.execute(db);
  await sql`CREATE INDEX issued_document_hash ON issued_document (content_hash)`.execute(db);
  await sql`
    CREATE TRIGGER issued_document_is_final BEFORE UPDATE ON issued_document
    BEGIN SELECT RAISE(ABORT, 'issued document is final'); END`.execute(db);
}
