import { sql, type Kysely } from 'kysely';

/**
 * The central register (number, date and what was passed to it) and the papers of a day without power. The kinds of
 * issued documents grow by the printed sheet, so that table is made anew with its rows.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await widenDocumentKinds(db);
  // One row per act: the first says when the case was registered, a later one corrects it with its reason.
  await sql`
    CREATE TABLE central_registration (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      ficha_numeric INTEGER NOT NULL,
      ficha_alphabetic TEXT,
      ficha_year INTEGER NOT NULL,
      registered_on TEXT NOT NULL,
      reason TEXT,
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      UNIQUE (case_id, version)
    ) STRICT`.execute(db);
  await sql`
    CREATE TRIGGER central_registration_is_final BEFORE UPDATE ON central_registration
    BEGIN SELECT RAISE(ABORT, 'central registration is final'); END`.execute(db);
  // Marks of work beside the record, as a draft: which lines were passed, by the mark of their answer.
  await sql`
    CREATE TABLE register_tick (
      case_id TEXT NOT NULL REFERENCES case_file (id),
      line TEXT NOT NULL,
      mark TEXT NOT NULL CHECK (length(mark) = 32),
      ticked_by TEXT NOT NULL REFERENCES staff_member (id),
      ticked_at TEXT NOT NULL,
      PRIMARY KEY (case_id, line)
    ) STRICT, WITHOUT ROWID`.execute(db);
  // How far a case was when it was last counted, and the state of the record it was counted on.
  await sql`
    CREATE TABLE register_progress (
      case_id TEXT PRIMARY KEY REFERENCES case_file (id),
      stamp TEXT NOT NULL,
      total INTEGER NOT NULL,
      done INTEGER NOT NULL,
      changed INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TABLE blank_paper (
      id TEXT PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('ficha', 'partnerRisk', 'consent', 'referral', 'safetyCard')),
      batch_id TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('unused', 'used', 'voided')),
      case_id TEXT REFERENCES case_file (id),
      reason TEXT,
      printed_by TEXT NOT NULL REFERENCES staff_member (id),
      printed_at TEXT NOT NULL,
      settled_by TEXT REFERENCES staff_member (id),
      settled_at TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((state = 'used') = (case_id IS NOT NULL)),
      CHECK ((state = 'voided') = (reason IS NOT NULL))
    ) STRICT`.execute(db);
  await sql`CREATE INDEX blank_paper_case ON blank_paper (case_id)`.execute(db);
}

async function widenDocumentKinds(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE issued_document_wider (
      id TEXT PRIMARY KEY,
      case_id TEXT REFERENCES case_file (id),
      kind TEXT NOT NULL CHECK (kind IN ('filing', 'reserved-sheet', 'referral', 'monthly-report', 'register-sheet')),
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
  await sql`
    INSERT INTO issued_document_wider
    SELECT id, case_id, kind, number, title, template, content_hash, pages, bytes, missing_reason, issued_by, issued_at,
           version
    FROM issued_document`.execute(db);
  await sql`DROP TABLE issued_document`.execute(db);
  await sql`ALTER TABLE issued_document_wider RENAME TO issued_document`.execute(db);
  await sql`CREATE INDEX issued_document_case ON issued_document (case_id)`.execute(db);
  await sql`
    CREATE TRIGGER issued_document_is_final BEFORE UPDATE ON issued_document
    BEGIN SELECT RAISE(ABORT, 'issued document is final'); END`.execute(db);
}
