import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE consent (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      scope TEXT NOT NULL CHECK (scope IN ('healthReferral', 'partnerRisk', 'legalRepresentation')),
      form TEXT NOT NULL CHECK (form IN ('spoken', 'written', 'couldNotAsk', 'refused')),
      reason TEXT CHECK (reason IN ('dangerToLife', 'childAtRisk', 'orderOfAuthority')),
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK (form <> 'couldNotAsk' OR reason IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX consent_case ON consent (case_id)`.execute(db);
  await sql`
    CREATE TABLE consent_receiver (
      consent_id TEXT NOT NULL REFERENCES consent (id),
      position INTEGER NOT NULL,
      receiver TEXT NOT NULL,
      PRIMARY KEY (consent_id, position)
    ) STRICT, WITHOUT ROWID`.execute(db);
}
