import { sql, type Kysely } from 'kysely';

/** One row per change: a paper of last year keeps the names of last year. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE centre (
      id TEXT PRIMARY KEY,
      version INTEGER NOT NULL UNIQUE CHECK (version > 0),
      valid_from TEXT NOT NULL,
      name TEXT NOT NULL,
      code TEXT NOT NULL,
      district_code TEXT NOT NULL CHECK (length(district_code) = 6),
      category TEXT NOT NULL CHECK (category IN ('regular', 'sevenByTwentyFour', 'policeStation', 'healthCentre')),
      ministry TEXT NOT NULL,
      programme TEXT NOT NULL,
      procedural_address TEXT NOT NULL,
      phone TEXT,
      year_slogan TEXT,
      edited_by TEXT NOT NULL,
      edited_at TEXT NOT NULL
    ) STRICT`.execute(db);
}
