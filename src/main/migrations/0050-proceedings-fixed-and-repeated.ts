import { sql, type Kysely } from 'kysely';

/** The day that an act itself fixes, and terms that come round again: one row for each turn. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE proceeding_event ADD COLUMN fixed_on TEXT`.execute(db);
  await allowTurns(db);
}

/** Makes the table again from its own words, its indexes with it: a rule may now stand more than once for an event. */
async function allowTurns(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ type: string; made: string }>`
    SELECT type, sql AS made FROM sqlite_master WHERE tbl_name = 'deadline' AND sql IS NOT NULL`.execute(db);
  const made = rows.find(({ type }) => type === 'table')?.made ?? '';
  const version = 'version INTEGER NOT NULL CHECK (version > 0),';
  const wider = made
    .replace(/^CREATE TABLE "?deadline"?/i, 'CREATE TABLE deadline_wider')
    .replace(version, `${version}\n      period INTEGER CHECK (period > 1),`)
    .replace(/\s*UNIQUE \(event_id, rule_id\),/, '');
  await sql.raw(wider).execute(db);
  await sql`INSERT INTO deadline_wider SELECT *, NULL FROM deadline`.execute(db);
  await sql`DROP TABLE deadline`.execute(db);
  await sql`ALTER TABLE deadline_wider RENAME TO deadline`.execute(db);
  for (const part of rows) if (part.type !== 'table') await sql.raw(part.made).execute(db);
  await sql`CREATE UNIQUE INDEX deadline_turn ON deadline (event_id, rule_id, coalesce(period, 1))`.execute(db);
}
