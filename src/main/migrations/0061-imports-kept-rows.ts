import { sql, type Kysely } from 'kysely';

/**
 * An old list in preparation keeps what was read of its file: the cells of each row, so that mending one reads no
 * workbook, and how the whole is read. Both are work, and are erased with it. A list that was open before this has
 * neither: its rows are read again by the next check.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE list_import_file ADD COLUMN reading TEXT`.execute(db);
  await sql`ALTER TABLE list_import_row ADD COLUMN cells TEXT`.execute(db);
  await sql`ALTER TABLE list_import_row ADD COLUMN is_confirmed INTEGER CHECK (is_confirmed IN (0, 1))`.execute(db);
  // Instant of the act that left it out together with others.
  await sql`ALTER TABLE list_import_row ADD COLUMN left_out_at TEXT`.execute(db);
}
