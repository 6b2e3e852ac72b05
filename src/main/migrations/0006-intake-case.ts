import { sql, type Kysely } from 'kysely';

/** The pair decides the condition, the event is shared by linked fichas, the case joins both (decision D10). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE case_pair (
      id TEXT PRIMARY KEY,
      user_id TEXT NOT NULL REFERENCES person (id),
      aggressor_id TEXT NOT NULL REFERENCES person (id),
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK (user_id <> aggressor_id)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX case_pair_user ON case_pair (user_id)`.execute(db);
  await sql`CREATE INDEX case_pair_aggressor ON case_pair (aggressor_id)`.execute(db);
  await sql`
    CREATE TABLE incident (
      id TEXT PRIMARY KEY,
      occurred_year INTEGER,
      occurred_month INTEGER,
      occurred_day INTEGER,
      occurred_time TEXT,
      place TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK (occurred_month IS NULL OR occurred_year IS NOT NULL),
      CHECK (occurred_day IS NULL OR occurred_month IS NOT NULL)
    ) STRICT`.execute(db);
  // Her account: written once, quoted elsewhere. A change is a new row; the earlier ones stay.
  await sql`
    CREATE TABLE incident_account (
      id TEXT PRIMARY KEY,
      incident_id TEXT NOT NULL REFERENCES incident (id),
      body TEXT NOT NULL,
      written_by TEXT NOT NULL REFERENCES staff_member (id),
      written_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      UNIQUE (incident_id, version)
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE case_file (
      id TEXT PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      pair_id TEXT NOT NULL REFERENCES case_pair (id),
      incident_id TEXT NOT NULL REFERENCES incident (id),
      informant_id TEXT REFERENCES person (id),
      maybe_user_id TEXT REFERENCES person (id),
      maybe_aggressor_id TEXT REFERENCES person (id),
      ficha_numeric INTEGER,
      ficha_alphabetic TEXT,
      ficha_year INTEGER,
      form_version TEXT NOT NULL,
      admitted_on TEXT NOT NULL,
      admitted_time TEXT NOT NULL,
      shift TEXT NOT NULL CHECK (shift IN ('morning', 'afternoon', 'night')),
      is_from_paper INTEGER NOT NULL CHECK (is_from_paper IN (0, 1)),
      state TEXT NOT NULL CHECK (state IN ('draft', 'validated', 'inAttention', 'inFollowUp', 'closed', 'reopened')),
      is_sealed INTEGER NOT NULL CHECK (is_sealed IN (0, 1)),
      condition_proposed TEXT,
      condition_confirmed INTEGER CHECK (condition_confirmed BETWEEN 1 AND 5),
      condition_reason TEXT,
      condition_rule_set TEXT,
      condition_confirmed_by TEXT REFERENCES staff_member (id),
      validated_at TEXT,
      reporting_month TEXT,
      opened_by TEXT NOT NULL REFERENCES staff_member (id),
      opened_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((validated_at IS NULL) = (reporting_month IS NULL))
    ) STRICT`.execute(db);
  await sql`CREATE INDEX case_file_pair ON case_file (pair_id)`.execute(db);
  await sql`CREATE INDEX case_file_month ON case_file (reporting_month)`.execute(db);
  await sql`CREATE UNIQUE INDEX case_file_ficha ON case_file (ficha_year, ficha_numeric, ficha_alphabetic)
    WHERE ficha_numeric IS NOT NULL`.execute(db);
  // The month of a case is set once, at validation, and never edited (rule U-2).
  await sql`
    CREATE TRIGGER case_file_month_is_final BEFORE UPDATE OF reporting_month ON case_file
    WHEN OLD.reporting_month IS NOT NULL AND NEW.reporting_month IS NOT OLD.reporting_month
    BEGIN SELECT RAISE(ABORT, 'reporting month is final'); END`.execute(db);
  await sql`
    CREATE TABLE case_grant (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      staff_id TEXT REFERENCES staff_member (id),
      service TEXT CHECK (service IN ('psychology', 'social', 'legal')),
      reason TEXT NOT NULL CHECK (reason IN ('opened', 'handOver', 'assigned')),
      granted_by TEXT NOT NULL REFERENCES staff_member (id),
      from_at TEXT NOT NULL,
      until_at TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((staff_id IS NULL) <> (service IS NULL))
    ) STRICT`.execute(db);
  await sql`CREATE INDEX case_grant_case ON case_grant (case_id)`.execute(db);
  await sql`CREATE INDEX case_grant_staff ON case_grant (staff_id)`.execute(db);
  await sql`CREATE TABLE case_counter (year INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT`.execute(db);
}
