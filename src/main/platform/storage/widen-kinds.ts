/** For migrations: a column that is one of a list of words takes more of them. Frozen: what it does for one it does for all. */
import { sql, type Kysely } from 'kysely';

/**
 * Builds the table anew with a longer `CHECK (column IN (…))`; the words it knows by now stay, whichever, and so do its
 * rows and indexes. For a migration that `rebuildsTables`.
 *
 * @throws when the table has no such list
 */
export async function widenKinds(
  db: Kysely<unknown>,
  { table, column }: { readonly table: string; readonly column: string },
  more: readonly string[],
): Promise<void> {
  const { rows } = await sql<{ type: string; made: string }>`
    SELECT type, sql AS made FROM sqlite_master WHERE tbl_name = ${table} AND sql IS NOT NULL`.execute(db);
  const made = rows.find(({ type }) => type === 'table')?.made ?? '';
  const list = new RegExp(`(\\b${column} IN \\()([^)]*)(\\))`, 'i');
  if (!list.test(made)) throw new Error('a table without the list of words that is to be longer');
  const wider = made
    .replace(new RegExp(`"?\\b${table}\\b"?`), `${table}_wider`)
    .replace(list, (_all, start: string, words: string, end: string) => {
      return `${start}${words.trimEnd()}, ${more.map((word) => `'${word}'`).join(', ')}${end}`;
    });
  await sql.raw(wider).execute(db);
  await sql`INSERT INTO ${sql.table(`${table}_wider`)} SELECT * FROM ${sql.table(table)}`.execute(db);
  await sql`DROP TABLE ${sql.table(table)}`.execute(db);
  await sql`ALTER TABLE ${sql.table(`${table}_wider`)} RENAME TO ${sql.table(table)}`.execute(db);
  for (const part of rows) if (part.type !== 'table') await sql.raw(part.made).execute(db);
}
