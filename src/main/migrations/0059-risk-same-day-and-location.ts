import { sql, type Kysely } from 'kysely';

/**
 * Facts that demand an answer the same day, each with its answers, and annex B of the partner form: every save of it is a
 * version of its own, her whereabouts in the compartment of addresses.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sameDay(db);
  await location(db);
}

async function sameDay(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE same_day_fact (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      -- The form that told it; null when a section or a breach did.
      form_id TEXT REFERENCES partner_risk_form (id),
      fact TEXT NOT NULL CHECK (fact IN (
        'attemptOrStrangulation', 'weapon', 'deathThreat', 'justLeft', 'pregnancyOrBelly', 'measureBreached',
        'suicidalIdeas', 'childUnprotected', 'rapeWithinKit', 'accessAndSevere')),
      opened_by TEXT NOT NULL REFERENCES staff_member (id),
      opened_at TEXT NOT NULL,
      closed_by TEXT REFERENCES staff_member (id),
      closed_at TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((closed_at IS NULL) = (closed_by IS NULL))
    ) STRICT`.execute(db);
  await sql`CREATE INDEX same_day_fact_case ON same_day_fact (case_id)`.execute(db);
  await sql`CREATE INDEX same_day_fact_open ON same_day_fact (case_id) WHERE closed_at IS NULL`.execute(db);
  await sql`
    CREATE TABLE same_day_answer (
      fact_id TEXT NOT NULL REFERENCES same_day_fact (id),
      position INTEGER NOT NULL CHECK (position > 0),
      kind TEXT NOT NULL CHECK (kind IN (
        'measureAsked', 'policeTold', 'referral', 'safetyStep', 'couldNotAsk', 'couldNotDo', 'notSo')),
      words TEXT NOT NULL,
      who TEXT,
      done_on TEXT,
      done_time TEXT,
      document_id TEXT REFERENCES issued_document (id),
      answered_by TEXT NOT NULL REFERENCES staff_member (id),
      answered_at TEXT NOT NULL,
      PRIMARY KEY (fact_id, position),
      CHECK ((kind IN ('couldNotAsk', 'couldNotDo', 'notSo')) = (who IS NULL)),
      CHECK ((who IS NULL) = (done_on IS NULL)),
      CHECK ((who IS NULL) = (done_time IS NULL)),
      CHECK (document_id IS NULL OR who IS NOT NULL)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TRIGGER same_day_answer_is_final BEFORE UPDATE ON same_day_answer
    BEGIN SELECT RAISE(ABORT, 'answer is final'); END`.execute(db);
  await sql`
    CREATE TRIGGER same_day_fact_ends_once BEFORE UPDATE OF closed_at ON same_day_fact
    WHEN OLD.closed_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'fact already closed'); END`.execute(db);
}

async function location(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE location_annex (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      form_id TEXT NOT NULL REFERENCES partner_risk_form (id),
      has_photograph INTEGER NOT NULL CHECK (has_photograph IN (0, 1)),
      blank TEXT CHECK (blank IN ('notKnown', 'noReply', 'notAsked')),
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX location_annex_case ON location_annex (case_id)`.execute(db);
  await sql`
    CREATE TABLE location_answer (
      annex_id TEXT NOT NULL REFERENCES location_annex (id),
      item TEXT NOT NULL,
      answer TEXT NOT NULL,
      PRIMARY KEY (annex_id, item)
    ) STRICT, WITHOUT ROWID`.execute(db);
}
