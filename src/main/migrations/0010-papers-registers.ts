import { sql, type Kysely } from 'kysely';

/** Issued documents keep their frozen bytes; a copy has its number before it leaves, also when it fails. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE issued_document (
      id TEXT PRIMARY KEY,
      case_id TEXT REFERENCES case_file (id),
      kind TEXT NOT NULL CHECK (kind IN ('filing', 'reserved-sheet', 'referral', 'monthly-report')),
      number TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      template TEXT NOT NULL,
      content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
      pages INTEGER NOT NULL CHECK (pages > 0),
      bytes BLOB NOT NULL,
      missing_reason TEXT,
      issued_by TEXT NOT NULL REFERENCES staff_member (id),
      issued_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX issued_document_case ON issued_document (case_id)`.execute(db);
  await sql`
    CREATE TRIGGER issued_document_is_final BEFORE UPDATE ON issued_document
    BEGIN SELECT RAISE(ABORT, 'issued document is final'); END`.execute(db);
  await sql`
    CREATE TABLE document_copy (
      id TEXT PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      document_id TEXT NOT NULL REFERENCES issued_document (id),
      way TEXT NOT NULL CHECK (way IN ('save', 'print')),
      recipient TEXT NOT NULL,
      purpose TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('requested', 'sent', 'confirmed', 'failed')),
      staff_id TEXT NOT NULL REFERENCES staff_member (id),
      requested_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX document_copy_document ON document_copy (document_id)`.execute(db);
  // Numbers go up only: a gap is an annulled or failed document, never a number used twice.
  await sql`
    CREATE TABLE document_counter (
      series TEXT NOT NULL,
      year INTEGER NOT NULL,
      last INTEGER NOT NULL,
      PRIMARY KEY (series, year)
    ) STRICT, WITHOUT ROWID`.execute(db);
}
