import { sql, type Kysely } from 'kysely';

/** Every call about a case asks what belongs to it: without these, three tables were read whole each time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['alert_seen', 'case_seal', 'own_copy_choice'])
    await sql`CREATE INDEX ${sql.raw(`${table}_case`)} ON ${sql.table(table)} (case_id)`.execute(db);
}
