import { sql, type Kysely } from 'kysely';

/** Calls to her: begun by somebody, ended once with what came of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const results = ['her', 'other', 'noAnswer', 'off', 'wrong', 'hungUp', 'notMade'];
  await sql`
    CREATE TABLE call_attempt (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      -- Which of her numbers, masked: the numbers stand with the person alone.
      number_mask TEXT NOT NULL,
      started_by TEXT NOT NULL REFERENCES staff_member (id),
      started_at TEXT NOT NULL,
      ended_at TEXT,
      result TEXT CHECK (result IN (${sql.raw(results.map((one) => `'${one}'`).join(', '))})),
      said TEXT,
      next_on TEXT,
      next_time TEXT,
      has_withdrawn INTEGER NOT NULL CHECK (has_withdrawn IN (0, 1)),
      attention_id TEXT REFERENCES attention (id),
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((result IS NULL) = (ended_at IS NULL)),
      CHECK ((next_on IS NULL) = (next_time IS NULL))) STRICT`.execute(db);
  await sql`CREATE INDEX call_attempt_case ON call_attempt (case_id)`.execute(db);
  await sql`CREATE TRIGGER call_attempt_is_final BEFORE UPDATE ON call_attempt WHEN OLD.result IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'an ended call is final'); END`.execute(db);
}

export const sealed = { sealedBefore: { call_attempt: null } };
