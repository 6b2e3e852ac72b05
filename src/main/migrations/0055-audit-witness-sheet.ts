import { sql, type Kysely } from 'kysely';

/**
 * Weekly sheets of the audit: the head of the chain as it left on paper. The hash itself stays out: who changes the chain
 * could change it here too, and the paper has it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE witness_sheet (
      id TEXT PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      week TEXT NOT NULL,
      seq INTEGER NOT NULL CHECK (seq > 0),
      code TEXT NOT NULL CHECK (length(code) = 10),
      printed_by TEXT NOT NULL REFERENCES staff_member (id),
      printed_at TEXT NOT NULL,
      signed_by TEXT REFERENCES staff_member (id),
      signed_at TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((signed_by IS NULL) = (signed_at IS NULL))
    ) STRICT`.execute(db);
}
