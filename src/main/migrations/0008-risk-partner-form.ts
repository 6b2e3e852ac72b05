import { sql, type Kysely } from 'kysely';

/** Signed forms only: a half-filled one is a draft. A signed form never changes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE partner_risk_form (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      instrument TEXT NOT NULL,
      points INTEGER NOT NULL CHECK (points BETWEEN 0 AND 37),
      score_level TEXT NOT NULL CHECK (score_level IN ('mild', 'moderate', 'severe1', 'severe2')),
      adjusted_level TEXT NOT NULL CHECK (adjusted_level IN ('mild', 'moderate', 'severe1', 'severe2')),
      confirmed_level TEXT NOT NULL CHECK (confirmed_level IN ('mild', 'moderate', 'severe1', 'severe2')),
      override_reason TEXT,
      unknown_count INTEGER NOT NULL,
      assessed_by TEXT NOT NULL REFERENCES staff_member (id),
      assessed_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK (confirmed_level = adjusted_level OR override_reason IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX partner_risk_form_case ON partner_risk_form (case_id)`.execute(db);
  await sql`
    CREATE TABLE partner_risk_answer (
      form_id TEXT NOT NULL REFERENCES partner_risk_form (id),
      item TEXT NOT NULL,
      answer TEXT NOT NULL,
      PRIMARY KEY (form_id, item)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TRIGGER partner_risk_form_is_final BEFORE UPDATE ON partner_risk_form
    BEGIN SELECT RAISE(ABORT, 'signed form is final'); END`.execute(db);
}
