import { sql, type Kysely } from 'kysely';

/** A visit may be of two professionals, so that she tells it once, or at her home, with the way there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE expected_visit ADD COLUMN with_staff_id TEXT REFERENCES staff_member (id)`.execute(db);
  await sql`ALTER TABLE expected_visit ADD COLUMN place TEXT CHECK (place IN ('centre', 'home'))`.execute(db);
  await sql`ALTER TABLE expected_visit ADD COLUMN travel_minutes INTEGER CHECK (travel_minutes BETWEEN 0 AND 600)`.execute(
    db,
  );
}
