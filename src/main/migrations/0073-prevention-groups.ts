import { sql, type Kysely } from 'kysely';

/** Participants by code with what each answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE prevention_group (
      id TEXT PRIMARY KEY,
      programme_id TEXT NOT NULL UNIQUE REFERENCES prevention_programme (id),
      before_on TEXT NOT NULL,
      later_on TEXT,
      is_final INTEGER NOT NULL CHECK (is_final IN (0, 1)),
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK (later_on IS NULL OR later_on >= before_on),
      CHECK (is_final = 0 OR later_on IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE prevention_group_worked (
      group_id TEXT NOT NULL REFERENCES prevention_group (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      factor TEXT NOT NULL,
      PRIMARY KEY (group_id, position)
    ) STRICT, WITHOUT ROWID`.execute(db);
  // A code of the lists has no space in it: no name fits.
  await sql`
    CREATE TABLE prevention_participant (
      group_id TEXT NOT NULL REFERENCES prevention_group (id),
      code INTEGER NOT NULL CHECK (code BETWEEN 1 AND 500),
      sex TEXT NOT NULL CHECK (sex IN ('women', 'men', 'unknown')),
      age TEXT NOT NULL CHECK (age NOT GLOB '* *'),
      PRIMARY KEY (group_id, code)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TABLE prevention_tick (
      group_id TEXT NOT NULL,
      code INTEGER NOT NULL,
      factor TEXT NOT NULL CHECK (factor NOT GLOB '* *'),
      before INTEGER CHECK (before IN (0, 1)),
      later INTEGER CHECK (later IN (0, 1)),
      PRIMARY KEY (group_id, code, factor),
      FOREIGN KEY (group_id, code) REFERENCES prevention_participant (group_id, code),
      CHECK (before IS NOT NULL OR later IS NOT NULL)
    ) STRICT, WITHOUT ROWID`.execute(db);
}

/** It was not there before. */
export const sealed = { sealedBefore: { prevention_group: null } };
