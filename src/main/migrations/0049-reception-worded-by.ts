import { sql, type Kysely } from 'kysely';

/**
 * Who wrote the words of an arrival as they stand now: whoever registered it is not the writer of what a colleague typed
 * over it. Empty in old rows: nobody knows, and nobody counts as the writer.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE queue_entry ADD COLUMN worded_by TEXT REFERENCES staff_member (id)`.execute(db);
}
