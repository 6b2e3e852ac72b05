import { sql, type Kysely } from 'kysely';

/** A consent names what it is for, who gave it for a child, and how it ended; `consent` is rebuilt row by row. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE consent_wider (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      scope TEXT NOT NULL CHECK (scope IN ('healthReferral', 'partnerRisk', 'legalRepresentation', 'referral')),
      form TEXT NOT NULL CHECK (form IN ('spoken', 'written', 'couldNotAsk', 'refused')),
      reason TEXT CHECK (reason IN ('dangerToLife', 'childAtRisk', 'orderOfAuthority')),
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      purposes TEXT,
      data TEXT,
      guardian_names TEXT,
      guardian_bond TEXT,
      assent TEXT CHECK (assent IN ('given', 'refused', 'tooYoung')),
      withdrawn_at TEXT,
      withdrawn_by TEXT REFERENCES staff_member (id),
      review TEXT CHECK (review IN ('upheld', 'givenLater', 'refusedLater')),
      reviewed_at TEXT,
      reviewed_by TEXT REFERENCES staff_member (id),
      CHECK (form <> 'couldNotAsk' OR reason IS NOT NULL),
      CHECK (scope <> 'referral' OR purposes IS NOT NULL),
      CHECK ((guardian_names IS NULL) = (guardian_bond IS NULL)),
      CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
      CHECK ((review IS NULL) = (reviewed_at IS NULL)),
      CHECK ((review IS NULL) = (reviewed_by IS NULL))
    ) STRICT`.execute(db);
  await sql`
    INSERT INTO consent_wider (id, case_id, scope, form, reason, recorded_by, recorded_at, version)
    SELECT id, case_id, scope, form, reason, recorded_by, recorded_at, version FROM consent`.execute(db);
  await sql`DROP TABLE consent`.execute(db);
  await sql`ALTER TABLE consent_wider RENAME TO consent`.execute(db);
  await sql`CREATE INDEX consent_case ON consent (case_id)`.execute(db);
}
