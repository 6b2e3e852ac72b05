import { sql, type Kysely } from 'kysely';

/**
 * The key of a ficha reservada, sealed to each member and to the paper. Beside it the key of a stored file grows in length
 * where it is closed under that key.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE case_key (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
      key_version INTEGER NOT NULL CHECK (key_version > 0),
      -- Somebody who held it holds it no more: the next one who comes makes another.
      renewal_due INTEGER NOT NULL CHECK (renewal_due IN (0, 1)),
      version INTEGER NOT NULL CHECK (version > 0)) STRICT`.execute(db);
  await sql`
    CREATE TABLE case_key_box (
      key_id TEXT NOT NULL REFERENCES case_key (id) ON DELETE CASCADE,
      -- Of the archive of keys; one that is there no more opens nothing.
      slot_id TEXT NOT NULL,
      -- Null for the paper.
      staff_id TEXT REFERENCES staff_member (id),
      box BLOB NOT NULL CHECK (length(box) = 92),
      PRIMARY KEY (key_id, slot_id)) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TABLE stored_file_longer (
      id TEXT PRIMARY KEY,
      case_id TEXT REFERENCES case_file (id),
      name TEXT NOT NULL UNIQUE CHECK (name GLOB '[0-9a-f]*.bin' AND length(name) = 36),
      file_key BLOB NOT NULL CHECK (length(file_key) >= 32),
      size INTEGER NOT NULL CHECK (size > 0),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      stored_size INTEGER NOT NULL CHECK (stored_size > size),
      stored_sha256 TEXT NOT NULL CHECK (length(stored_sha256) = 64),
      version INTEGER NOT NULL CHECK (version > 0),
      activity_id TEXT REFERENCES prevention_activity (id),
      CHECK ((case_id IS NULL) <> (activity_id IS NULL))) STRICT`.execute(db);
  await sql`INSERT INTO stored_file_longer
    SELECT id, case_id, name, file_key, size, sha256, stored_size, stored_sha256, version, activity_id
    FROM stored_file`.execute(db);
  await sql`DROP TABLE stored_file`.execute(db);
  await sql`ALTER TABLE stored_file_longer RENAME TO stored_file`.execute(db);
  await sql`CREATE INDEX stored_file_case ON stored_file (case_id) WHERE case_id IS NOT NULL`.execute(db);
  await sql`CREATE INDEX stored_file_activity ON stored_file (activity_id) WHERE activity_id IS NOT NULL`.execute(db);
  await sql`CREATE TRIGGER stored_file_is_final BEFORE UPDATE ON stored_file
    WHEN NEW.id IS NOT OLD.id OR NEW.name IS NOT OLD.name OR NEW.file_key IS NOT OLD.file_key
    OR NEW.size IS NOT OLD.size OR NEW.sha256 IS NOT OLD.sha256
    OR NEW.stored_size IS NOT OLD.stored_size OR NEW.stored_sha256 IS NOT OLD.stored_sha256
    OR NEW.activity_id IS NOT OLD.activity_id
    BEGIN SELECT RAISE(ABORT, 'stored file is final'); END`.execute(db);
}

/** It was not there before. */
export const sealed = { sealedBefore: { case_key: null } };
