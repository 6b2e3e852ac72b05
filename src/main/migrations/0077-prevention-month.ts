import { sql, type Kysely } from 'kysely';

/** What a closed month counted of prevention: cases brought in, and activities done. Nothing written later moves it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE prevention_month (
      id TEXT PRIMARY KEY,
      month TEXT NOT NULL UNIQUE,
      frozen_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE prevention_month_case (
      month_id TEXT NOT NULL REFERENCES prevention_month (id),
      case_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
      PRIMARY KEY (month_id, case_id)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TABLE prevention_month_activity (
      month_id TEXT NOT NULL REFERENCES prevention_month (id),
      activity_id TEXT NOT NULL UNIQUE REFERENCES prevention_activity (id),
      PRIMARY KEY (month_id, activity_id)
    ) STRICT, WITHOUT ROWID`.execute(db);
}

/** It was not there before. */
export const sealed = { sealedBefore: { prevention_month: null } };
