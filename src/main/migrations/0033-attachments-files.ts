import { sql, type Kysely } from 'kysely';

/**
 * Files of a case. Their bytes stand encrypted beside the database; the row keeps the name there, the key of that file
 * alone, and the hashes. The chain of custody only grows.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE stored_file (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      name TEXT NOT NULL UNIQUE CHECK (name GLOB '[0-9a-f]*.bin' AND length(name) = 36),
      file_key BLOB NOT NULL CHECK (length(file_key) = 32),
      size INTEGER NOT NULL CHECK (size > 0),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      stored_size INTEGER NOT NULL CHECK (stored_size > size),
      stored_sha256 TEXT NOT NULL CHECK (length(stored_sha256) = 64),
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX stored_file_case ON stored_file (case_id)`.execute(db);
  await sql`
    CREATE TRIGGER stored_file_is_final BEFORE UPDATE ON stored_file
    WHEN NEW.id IS NOT OLD.id OR NEW.name IS NOT OLD.name OR NEW.file_key IS NOT OLD.file_key
      OR NEW.size IS NOT OLD.size OR NEW.sha256 IS NOT OLD.sha256
      OR NEW.stored_size IS NOT OLD.stored_size OR NEW.stored_sha256 IS NOT OLD.stored_sha256
    BEGIN SELECT RAISE(ABORT, 'stored file is final'); END`.execute(db);
  await sql`
    CREATE TABLE attachment (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      file_id TEXT NOT NULL UNIQUE REFERENCES stored_file (id),
      type TEXT NOT NULL CHECK (type IN (
        'pdf', 'jpg', 'png', 'heic', 'mp3', 'm4a', 'ogg', 'opus', 'mp4', 'docx', 'xlsx', 'txt'
      )),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      shown_name TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN (
        'identity', 'civilRecord', 'medical', 'complaint', 'decision', 'notification', 'photo', 'messages', 'recording',
        'report', 'signedWrit', 'receipt', 'expenses', 'other'
      )),
      area TEXT NOT NULL CHECK (area IN ('common', 'psychology', 'social', 'legal')),
      description TEXT NOT NULL,
      received_from TEXT,
      pages INTEGER CHECK (pages > 0),
      warnings TEXT NOT NULL,
      added_by TEXT NOT NULL REFERENCES staff_member (id),
      added_at TEXT NOT NULL,
      annulled_at TEXT,
      annul_reason TEXT CHECK (annul_reason IN ('wrongFile', 'otherCase', 'unreadable', 'asked', 'other')),
      annul_words TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((annulled_at IS NULL) = (annul_reason IS NULL)),
      CHECK (annul_words IS NULL OR annul_reason IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX attachment_case ON attachment (case_id)`.execute(db);
  await sql`
    CREATE UNIQUE INDEX attachment_once ON attachment (case_id, area, sha256) WHERE annulled_at IS NULL`.execute(db);
  await sql`
    CREATE TABLE attachment_event (
      attachment_id TEXT NOT NULL REFERENCES attachment (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      kind TEXT NOT NULL CHECK (kind IN (
        'received', 'receivedAgain', 'described', 'exportProposed', 'exported', 'changedOutside', 'moved', 'annulled',
        'presented'
      )),
      staff_id TEXT NOT NULL REFERENCES staff_member (id),
      at TEXT NOT NULL,
      sha256 TEXT CHECK (length(sha256) = 64),
      note TEXT,
      proposal_id TEXT REFERENCES proposal (id),
      PRIMARY KEY (attachment_id, position)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TRIGGER attachment_event_is_final BEFORE UPDATE ON attachment_event
    BEGIN SELECT RAISE(ABORT, 'custody is final'); END`.execute(db);
  await sql`
    CREATE TRIGGER attachment_event_stays BEFORE DELETE ON attachment_event
    BEGIN SELECT RAISE(ABORT, 'custody is final'); END`.execute(db);
}
