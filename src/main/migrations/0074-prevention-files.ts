import { sql, type Kysely } from 'kysely';

/** A file beside the database belongs to a case or to an activity of prevention: to exactly one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE stored_file_wider (
      id TEXT PRIMARY KEY,
      case_id TEXT REFERENCES case_file (id),
      name TEXT NOT NULL UNIQUE CHECK (name GLOB '[0-9a-f]*.bin' AND length(name) = 36),
      file_key BLOB NOT NULL CHECK (length(file_key) = 32),
      size INTEGER NOT NULL CHECK (size > 0),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      stored_size INTEGER NOT NULL CHECK (stored_size > size),
      stored_sha256 TEXT NOT NULL CHECK (length(stored_sha256) = 64),
      version INTEGER NOT NULL CHECK (version > 0),
      activity_id TEXT REFERENCES prevention_activity (id),
      CHECK ((case_id IS NULL) <> (activity_id IS NULL))) STRICT`.execute(db);
  await sql`INSERT INTO stored_file_wider
    SELECT id, case_id, name, file_key, size, sha256, stored_size, stored_sha256, version, NULL FROM stored_file`.execute(
    db,
  );
  await sql`DROP TABLE stored_file`.execute(db);
  await sql`ALTER TABLE stored_file_wider RENAME TO stored_file`.execute(db);
  await sql`CREATE INDEX stored_file_case ON stored_file (case_id) WHERE case_id IS NOT NULL`.execute(db);
  await sql`CREATE INDEX stored_file_activity ON stored_file (activity_id) WHERE activity_id IS NOT NULL`.execute(db);
  await sql`CREATE TRIGGER stored_file_is_final BEFORE UPDATE ON stored_file
    WHEN NEW.id IS NOT OLD.id OR NEW.name IS NOT OLD.name OR NEW.file_key IS NOT OLD.file_key
    OR NEW.size IS NOT OLD.size OR NEW.sha256 IS NOT OLD.sha256
    OR NEW.stored_size IS NOT OLD.stored_size OR NEW.stored_sha256 IS NOT OLD.stored_sha256
    OR NEW.activity_id IS NOT OLD.activity_id
    BEGIN SELECT RAISE(ABORT, 'stored file is final'); END`.execute(db);
  await sql`
    CREATE TABLE prevention_file (
      id TEXT PRIMARY KEY,
      activity_id TEXT NOT NULL REFERENCES prevention_activity (id),
      file_id TEXT NOT NULL UNIQUE REFERENCES stored_file (id),
      kind TEXT NOT NULL CHECK (kind IN ('photo', 'list')),
      type TEXT NOT NULL CHECK (type IN ('pdf', 'jpg', 'png')),
      -- Adults and children who can be recognised, and the written permissions for them.
      people INTEGER CHECK (people >= 0),
      consents INTEGER,
      children INTEGER CHECK (children >= 0),
      guardian_consents INTEGER,
      added_by TEXT NOT NULL REFERENCES staff_member (id),
      added_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK (kind = 'list' OR type <> 'pdf'),
      CHECK ((kind = 'list') = (people IS NULL)),
      CHECK (kind = 'list' OR (people IS NOT NULL AND children IS NOT NULL AND
        COALESCE(consents, 0) >= people AND COALESCE(guardian_consents, 0) >= children))) STRICT`.execute(db);
  await sql`CREATE INDEX prevention_file_activity ON prevention_file (activity_id)`.execute(db);
}

/** It was not there before. */
export const sealed = { sealedBefore: { prevention_file: null } };
