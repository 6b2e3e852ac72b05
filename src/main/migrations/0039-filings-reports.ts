import { sql, type Kysely } from 'kysely';

/**
 * Reports of the centre and their cover letters: the kinds of issued documents grow by them, so that table is made anew
 * with its rows. The acronym of the centre closes their numbers; it stays empty until the centre gives it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE centre ADD COLUMN acronym TEXT`.execute(db);
  await sql`
    CREATE TABLE issued_document_wider (
      id TEXT PRIMARY KEY,
      case_id TEXT REFERENCES case_file (id),
      kind TEXT NOT NULL CHECK (kind IN (
        'filing', 'reserved-sheet', 'referral', 'monthly-report', 'register-sheet',
        'official-letter', 'psychological-report', 'social-report'
      )),
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
