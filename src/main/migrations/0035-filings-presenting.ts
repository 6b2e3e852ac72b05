import { sql, type Kysely } from 'kysely';

/**
 * From the issued writ to its cargo. A presentation is annulled, never changed; of one writ one holds. The assembled
 * PDF stands in parts beside the database, as the files of the case do.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE filing_bundle (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      filing_id TEXT NOT NULL REFERENCES filing (id),
      limit_bytes INTEGER CHECK (limit_bytes > 0),
      reduced INTEGER NOT NULL CHECK (reduced IN (0, 1)),
      made_by TEXT NOT NULL REFERENCES staff_member (id),
      made_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX filing_bundle_case ON filing_bundle (case_id)`.execute(db);
  await sql`
    CREATE TABLE filing_bundle_part (
      bundle_id TEXT NOT NULL REFERENCES filing_bundle (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      file_id TEXT NOT NULL UNIQUE REFERENCES stored_file (id),
      pages INTEGER NOT NULL CHECK (pages > 0),
      PRIMARY KEY (bundle_id, position)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TABLE filing_bundle_annex (
      bundle_id TEXT NOT NULL REFERENCES filing_bundle (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      attachment_id TEXT NOT NULL REFERENCES attachment (id),
      title TEXT NOT NULL,
      PRIMARY KEY (bundle_id, position)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TABLE filing_presentation (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      filing_id TEXT NOT NULL REFERENCES filing (id),
      presented_on TEXT NOT NULL,
      presented_time TEXT NOT NULL,
      desk TEXT NOT NULL,
      instance TEXT NOT NULL CHECK (instance IN ('police', 'prosecutor', 'court', 'other')),
      entry_number TEXT NOT NULL,
      folios INTEGER NOT NULL CHECK (folios > 0),
      signed_id TEXT REFERENCES attachment (id),
      cargo_id TEXT REFERENCES attachment (id),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      comparison TEXT CHECK (comparison IN ('same', 'changed', 'other-paper', 'no-text', 'unreadable')),
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      annulled_by TEXT REFERENCES staff_member (id),
      annulled_at TEXT,
      annul_reason TEXT CHECK (annul_reason IN ('wrongFiling', 'wrongData', 'returned', 'twice', 'other')),
      annul_words TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((signed_id IS NULL) = (comparison IS NULL)),
      CHECK ((annulled_at IS NULL) = (annul_reason IS NULL) AND (annulled_at IS NULL) = (annulled_by IS NULL)),
      CHECK ((annul_reason IS NOT NULL AND annul_reason = 'other') = (annul_words IS NOT NULL))
    ) STRICT`.execute(db);
  await sql`CREATE INDEX filing_presentation_case ON filing_presentation (case_id)`.execute(db);
  await sql`
    CREATE UNIQUE INDEX filing_presented_once ON filing_presentation (filing_id) WHERE annulled_at IS NULL`.execute(db);
  await sql`
    CREATE TRIGGER filing_presentation_is_final BEFORE UPDATE ON filing_presentation
    WHEN OLD.annulled_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id
      OR NEW.filing_id IS NOT OLD.filing_id OR NEW.presented_on IS NOT OLD.presented_on
      OR NEW.presented_time IS NOT OLD.presented_time OR NEW.desk IS NOT OLD.desk OR NEW.instance IS NOT OLD.instance
      OR NEW.entry_number IS NOT OLD.entry_number OR NEW.folios IS NOT OLD.folios
      OR NEW.signed_id IS NOT OLD.signed_id OR NEW.cargo_id IS NOT OLD.cargo_id OR NEW.sha256 IS NOT OLD.sha256
      OR NEW.comparison IS NOT OLD.comparison OR NEW.recorded_by IS NOT OLD.recorded_by
      OR NEW.recorded_at IS NOT OLD.recorded_at
    BEGIN SELECT RAISE(ABORT, 'presentation is final'); END`.execute(db);
  await sql`
    CREATE TABLE filing_answer (
      presentation_id TEXT NOT NULL REFERENCES filing_presentation (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      answered_on TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('granted', 'partly', 'denied', 'observed', 'transferred', 'noted', 'other')),
      words TEXT NOT NULL,
      document_id TEXT REFERENCES attachment (id),
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      PRIMARY KEY (presentation_id, position)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TRIGGER filing_answer_is_final BEFORE UPDATE ON filing_answer
    BEGIN SELECT RAISE(ABORT, 'answer is final'); END`.execute(db);
}
