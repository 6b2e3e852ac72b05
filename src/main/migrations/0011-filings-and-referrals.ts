import { sql, type Kysely } from 'kysely';

/** What was asked in each issued paper. Its words are the frozen bytes; `options` is kept to start a correction from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE filing (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 20),
      writ_number INTEGER NOT NULL,
      document_id TEXT NOT NULL REFERENCES issued_document (id),
      options TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX filing_case ON filing (case_id)`.execute(db);
  await sql`
    CREATE TABLE filing_measure (
      filing_id TEXT NOT NULL REFERENCES filing (id),
      measure TEXT NOT NULL,
      PRIMARY KEY (filing_id, measure)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TABLE referral (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      kind TEXT NOT NULL,
      urgency TEXT NOT NULL,
      receiver TEXT NOT NULL,
      consent_id TEXT REFERENCES consent (id),
      document_id TEXT NOT NULL REFERENCES issued_document (id),
      options TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('printed', 'handedOver', 'received', 'attended', 'notAttended', 'closed')),
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX referral_case ON referral (case_id)`.execute(db);
}
