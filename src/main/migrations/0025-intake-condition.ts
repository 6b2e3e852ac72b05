import { sql, type Kysely } from 'kysely';

/** Each confirmation of a condition with what was proposed, why, and the answers it rests on: nothing is updated. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE condition_decision (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      proposed TEXT NOT NULL CHECK (proposed IN ('1', '2', '3', '4', '5', 'no-new-ficha', 'undecidable')),
      confirmed INTEGER NOT NULL CHECK (confirmed BETWEEN 1 AND 5),
      override_code TEXT,
      override_text TEXT,
      change_code TEXT,
      change_text TEXT,
      rule_set TEXT NOT NULL,
      new_event INTEGER CHECK (new_event IN (0, 1)),
      is_another_person INTEGER CHECK (is_another_person IN (0, 1)),
      same_aggressor INTEGER CHECK (same_aggressor IN (0, 1)),
      transferred_same_event INTEGER CHECK (transferred_same_event IN (0, 1)),
      services_needed INTEGER CHECK (services_needed BETWEEN 1 AND 3),
      last_attention_elsewhere_on TEXT,
      decided_by TEXT NOT NULL REFERENCES staff_member (id),
      decided_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK (override_text IS NULL OR override_code IS NOT NULL),
      CHECK (change_text IS NULL OR change_code IS NOT NULL),
      CHECK (proposed = CAST(confirmed AS TEXT) OR override_code IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX condition_decision_case ON condition_decision (case_id)`.execute(db);
  await sql`
    CREATE TABLE condition_sentence (
      decision_id TEXT NOT NULL REFERENCES condition_decision (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      kind TEXT NOT NULL CHECK (kind IN ('reason', 'warning')),
      sentence TEXT NOT NULL,
      PRIMARY KEY (decision_id, position)
    ) STRICT, WITHOUT ROWID`.execute(db);
}
