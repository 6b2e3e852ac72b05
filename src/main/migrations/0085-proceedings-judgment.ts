import { sql, type Kysely } from 'kysely';

/** Whom a judgment favours and which instance gave it; null in an act recorded before: not known. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE proceeding_event ADD COLUMN favours TEXT CHECK (favours IN ('yes', 'partly', 'no'))`.execute(
    db,
  );
  await sql`ALTER TABLE proceeding_event ADD COLUMN instance TEXT
    CHECK (instance IN ('peace', 'specialised', 'superior', 'supreme'))`.execute(db);
}
