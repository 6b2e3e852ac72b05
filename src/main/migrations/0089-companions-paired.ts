import { sql, type Kysely } from 'kysely';

/** Computers that may reach the one that keeps the record, by the key they showed when they were paired. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE companion (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      -- SHA-256 of the public key of its certificate, base64url.
      fingerprint TEXT NOT NULL UNIQUE CHECK (length(fingerprint) = 43),
      paired_at TEXT NOT NULL,
      paired_by TEXT NOT NULL REFERENCES staff_member (id),
      revoked_at TEXT,
      revoked_by TEXT REFERENCES staff_member (id),
      revoke_reason TEXT CHECK (revoke_reason IN ('replaced', 'lost', 'notNeeded', 'doubt', 'keeperMoved')),
      copy_at TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      -- By nobody where another computer became the keeper.
      CHECK ((revoked_by IS NULL) = (revoke_reason IS NULL OR revoke_reason = 'keeperMoved')),
      CHECK ((revoked_at IS NULL) = (revoke_reason IS NULL))) STRICT`.execute(db);
  await sql`CREATE TRIGGER companion_revoked_stays BEFORE UPDATE ON companion WHEN OLD.revoked_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a revoked companion is final'); END`.execute(db);
}

export const sealed = { sealedBefore: { companion: null } };
