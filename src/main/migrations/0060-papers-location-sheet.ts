import { sql, type Kysely } from 'kysely';

/** The sheet of annex B is a paper of its own kind; kinds that the table knows by now stay, whichever. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ type: string; made: string }>`
    SELECT type, sql AS made FROM sqlite_master WHERE tbl_name = 'issued_document' AND sql IS NOT NULL`.execute(db);
  const made = rows.find(({ type }) => type === 'table')?.made ?? '';
  const wider = made
    .replace(/"?issued_document"?/, 'issued_document_wider')
    .replace("'custody-receipt'", "'custody-receipt', 'location-sheet'");
  await sql.raw(wider).execute(db);
  await sql`INSERT INTO issued_document_wider SELECT * FROM issued_document`.execute(db);
  await sql`DROP TABLE issued_document`.execute(db);
  await sql`ALTER TABLE issued_document_wider RENAME TO issued_document`.execute(db);
  for (const part of rows) if (part.type !== 'table') await sql.raw(part.made).execute(db);
}
