import { sql, type Kysely } from 'kysely';

/** Whoever was expected and did not come is said so at the end of the day: «Anulada» was not true of her. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE expected_visit_wider (
      id TEXT PRIMARY KEY,
      case_id TEXT REFERENCES case_file (id),
      said_name TEXT,
      day TEXT NOT NULL,
      time TEXT NOT NULL,
      service TEXT CHECK (service IN ('psychology', 'social', 'legal')),
      staff_id TEXT REFERENCES staff_member (id),
      note TEXT,
      must_call INTEGER NOT NULL CHECK (must_call IN (0, 1)),
      state TEXT NOT NULL CHECK (state IN ('expected', 'arrived', 'cancelled', 'missed')),
      arrival_id TEXT REFERENCES arrival (id),
      booked_by TEXT NOT NULL REFERENCES staff_member (id),
      booked_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((case_id IS NULL) <> (said_name IS NULL)),
      CHECK ((state = 'arrived') = (arrival_id IS NOT NULL))) STRICT`.execute(db);
  await sql`INSERT INTO expected_visit_wider SELECT * FROM expected_visit`.execute(db);
  await sql`DROP TABLE expected_visit`.execute(db);
  await sql`ALTER TABLE expected_visit_wider RENAME TO expected_visit`.execute(db);
  await sql`CREATE INDEX expected_visit_day ON expected_visit (day)`.execute(db);
  await sql`CREATE INDEX expected_visit_case ON expected_visit (case_id) WHERE case_id IS NOT NULL`.execute(db);
}
