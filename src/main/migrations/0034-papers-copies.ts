import { sql, type Kysely } from 'kysely';

/**
 * What a copy was, how it left and what became of it. Columns stay empty in old rows: those were single PDF files for the
 * receiver. `allowed_printer` holds what Coordinación decided of printers that make files. `document_copy_leaves_once` keeps the end of a copy: what was destroyed or deleted does not come back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const columns = [
    `issued_document ADD COLUMN recipient TEXT`,
    `issued_document ADD COLUMN paper TEXT CHECK (paper IS NULL OR json_valid(paper))`,
    `document_copy ADD COLUMN edition TEXT CHECK (edition IN ('court', 'office'))`,
    `document_copy ADD COLUMN format TEXT CHECK (format IN ('pdf', 'docx'))`,
    `document_copy ADD COLUMN batch_id TEXT`,
    `document_copy ADD COLUMN part INTEGER CHECK (part > 0)`,
    `document_copy ADD COLUMN parts INTEGER CHECK (parts >= part)`,
    `document_copy ADD COLUMN printer TEXT`,
    `document_copy ADD COLUMN seal TEXT`,
    `document_copy ADD COLUMN content_hash TEXT CHECK (length(content_hash) = 64)`,
    `document_copy ADD COLUMN reprint_of TEXT REFERENCES document_copy (id)`,
    `document_copy ADD COLUMN removed_at TEXT`,
    `document_copy ADD COLUMN removed_by TEXT REFERENCES staff_member (id)`,
  ];
  for (const column of columns) await sql.raw(`ALTER TABLE ${column}`).execute(db);
  await sql`
    CREATE TABLE allowed_printer (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      is_allowed INTEGER NOT NULL CHECK (is_allowed IN (0, 1)),
      decided_by TEXT NOT NULL REFERENCES staff_member (id),
      decided_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX document_copy_batch ON document_copy (batch_id)`.execute(db);
  await sql`CREATE INDEX document_copy_hash ON document_copy (content_hash)`.execute(db);
  await sql`CREATE INDEX issued_document_hash ON issued_document (content_hash)`.execute(db);
  await sql`
    CREATE TRIGGER document_copy_leaves_once BEFORE UPDATE OF removed_at ON document_copy
    WHEN old.removed_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'copy already gone'); END`.execute(db);
}
