import { sql, type Kysely } from 'kysely';

/** Whether a desk takes one PDF alone, and how it wants it called; empty in entries of before: not known. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE authority ADD COLUMN takes_one_file INTEGER CHECK (takes_one_file IN (0, 1))`.execute(db);
  await sql`ALTER TABLE authority ADD COLUMN file_name_pattern TEXT CHECK (length(file_name_pattern) BETWEEN 1 AND 80)`.execute(
    db,
  );
}
