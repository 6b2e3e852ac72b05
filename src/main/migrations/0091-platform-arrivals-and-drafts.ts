import { sql, type Kysely } from 'kysely';

/** Two lists that grow: the board needs one day of the arrivals of all years, a ficha the drafts of its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Those that are open have their own, which serves them no more once an index of all is in their order.
  await sql`CREATE INDEX arrival_ended ON arrival (opened_at) WHERE closed_at IS NOT NULL`.execute(db);
  await sql`CREATE INDEX draft_case ON draft (case_id)`.execute(db);
}
