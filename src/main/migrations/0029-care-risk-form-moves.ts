import { sql, type Kysely } from 'kysely';

/** A signed FVR may go to the ficha it belongs to: what it says stays final. `moved_record` is rebuilt row by row. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`DROP TRIGGER partner_risk_form_is_final`.execute(db);
  await sql`
    CREATE TRIGGER partner_risk_form_is_final BEFORE UPDATE ON partner_risk_form
    WHEN NEW.id IS NOT OLD.id OR NEW.instrument IS NOT OLD.instrument OR NEW.points IS NOT OLD.points
      OR NEW.score_level IS NOT OLD.score_level OR NEW.adjusted_level IS NOT OLD.adjusted_level
      OR NEW.confirmed_level IS NOT OLD.confirmed_level OR NEW.override_reason IS NOT OLD.override_reason
      OR NEW.unknown_count IS NOT OLD.unknown_count OR NEW.assessed_by IS NOT OLD.assessed_by
      OR NEW.assessed_at IS NOT OLD.assessed_at
    BEGIN SELECT RAISE(ABORT, 'signed form is final'); END`.execute(db);
  await sql`
    CREATE TABLE moved_record_wider (
      id TEXT PRIMARY KEY,
      from_case_id TEXT NOT NULL REFERENCES case_file (id),
      to_case_id TEXT NOT NULL REFERENCES case_file (id),
      kind TEXT NOT NULL CHECK (kind IN ('attention', 'interview', 'supplement', 'riskForm', 'section')),
      section TEXT CHECK (section IN ('b', 'c', 'd', 'e', 'f')),
      record_id TEXT NOT NULL,
      reason TEXT NOT NULL CHECK (reason IN ('otherFichaOpen', 'otherPerson', 'wrongEvent', 'other')),
      words TEXT,
      moved_by TEXT NOT NULL REFERENCES staff_member (id),
      moved_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK (from_case_id <> to_case_id),
      CHECK ((kind = 'section') = (section IS NOT NULL)),
      CHECK ((reason = 'other') = (words IS NOT NULL))
    ) STRICT`.execute(db);
  await sql`INSERT INTO moved_record_wider SELECT * FROM moved_record`.execute(db);
  await sql`DROP TABLE moved_record`.execute(db);
  await sql`ALTER TABLE moved_record_wider RENAME TO moved_record`.execute(db);
  await sql`CREATE INDEX moved_record_from ON moved_record (from_case_id)`.execute(db);
  await sql`CREATE INDEX moved_record_to ON moved_record (to_case_id)`.execute(db);
}
