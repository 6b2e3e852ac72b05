import { sql, type Kysely } from 'kysely';

/** On which day a ficha asked whether it is safe to call: what was told in an earlier one is no answer of this one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE case_file ADD COLUMN contact_asked_on TEXT`.execute(db);
}
