import { sql, type Kysely } from 'kysely';

/** The board counts who came to the door today, whenever anything changes on it: of all years it needs one day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Those that are open have their own, which serves them no more once an index of all is in their order.
  await sql`CREATE INDEX arrival_ended ON arrival (opened_at) WHERE closed_at IS NOT NULL`.execute(db);
}
