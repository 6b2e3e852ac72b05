import { sql, type Kysely } from 'kysely';

/**
 * A consent says whether she is of age where the ficha does not, and that a guardian with a name like that of the accused
 * person was checked to be somebody else. Empty in consents of before: not asked.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE consent ADD COLUMN majority TEXT CHECK (majority IN ('adult', 'minor'))`.execute(db);
  await sql`ALTER TABLE consent ADD COLUMN guardian_is_other INTEGER CHECK (guardian_is_other = 1)`.execute(db);
}
