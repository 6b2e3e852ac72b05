import { sql, type Kysely } from 'kysely';

/** What left exact, as it was encrypted: for whom, why, by which two people. Nothing of it is kept in clear. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE reserved_export (
      id TEXT PRIMARY KEY,
      month TEXT NOT NULL,
      product TEXT NOT NULL CHECK (product IN ('tables', 'rows')),
      purpose TEXT NOT NULL CHECK (purpose IN ('consolidation', 'supervision', 'statistics', 'mandate')),
      recipient TEXT NOT NULL,
      office TEXT NOT NULL,
      letter TEXT NOT NULL,
      -- Of the key that opens it.
      fingerprint TEXT NOT NULL,
      -- The written order that rows rest on.
      rows_order TEXT CHECK ((product = 'rows') = (rows_order IS NOT NULL)),
      proposal_id TEXT NOT NULL UNIQUE REFERENCES proposal (id),
      proposed_by TEXT NOT NULL REFERENCES staff_member (id),
      approved_by TEXT NOT NULL REFERENCES staff_member (id),
      made_at TEXT NOT NULL,
      name TEXT NOT NULL,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      bytes BLOB NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      recovery_key INTEGER CHECK (recovery_key = 1),
      CHECK (proposed_by <> approved_by OR recovery_key IS NOT NULL)) STRICT`.execute(db);
  await sql`CREATE INDEX reserved_export_month ON reserved_export (month)`.execute(db);
  await sql`CREATE TRIGGER reserved_export_is_final BEFORE UPDATE ON reserved_export
    BEGIN SELECT RAISE(ABORT, 'reserved file is final'); END`.execute(db);
}

/** It was not there before. */
export const sealed = { sealedBefore: { reserved_export: null } };
