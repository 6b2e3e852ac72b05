import { sql, type Kysely } from 'kysely';

/** Writs of the kinds that a centre made itself are kept as kind 22; which one, their options and their template say. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE filing_wider (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 20 OR kind = 22),
      writ_number INTEGER NOT NULL,
      document_id TEXT NOT NULL REFERENCES issued_document (id),
      options TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`INSERT INTO filing_wider SELECT * FROM filing`.execute(db);
  await sql`DROP TABLE filing`.execute(db);
  await sql`ALTER TABLE filing_wider RENAME TO filing`.execute(db);
  await sql`CREATE INDEX filing_case ON filing (case_id)`.execute(db);
}
