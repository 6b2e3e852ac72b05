import { sql, type Kysely } from 'kysely';

/** Steps of the Plan de Atención Integral, and each time that it was agreed on with her. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE plan_agreement (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      agreed_on TEXT NOT NULL,
      -- What she did not want.
      refused TEXT,
      made_by TEXT NOT NULL REFERENCES staff_member (id),
      made_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)) STRICT`.execute(db);
  await sql`CREATE INDEX plan_agreement_case ON plan_agreement (case_id)`.execute(db);
  await sql`
    CREATE TABLE plan_step (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      -- An official action of Section E; what «other» is stands in words.
      action TEXT NOT NULL,
      words TEXT CHECK ((action = 'other') = (words IS NOT NULL)),
      service TEXT NOT NULL CHECK (service IN ('psychology', 'social', 'legal')),
      -- Empty: whoever of the service attends her.
      staff_id TEXT REFERENCES staff_member (id),
      due_on TEXT,
      -- As somebody said; what the work shows as done stays planned here.
      state TEXT NOT NULL CHECK (state IN ('planned', 'done', 'notApplicable')),
      done_on TEXT CHECK ((state = 'done') = (done_on IS NOT NULL)),
      note TEXT CHECK (state <> 'notApplicable' OR note IS NOT NULL),
      agreement_id TEXT REFERENCES plan_agreement (id),
      put_by TEXT NOT NULL REFERENCES staff_member (id),
      put_at TEXT NOT NULL,
      -- It ticked its action in Section E itself: that alone is taken away with it.
      has_ticked INTEGER NOT NULL CHECK (has_ticked IN (0, 1)),
      version INTEGER NOT NULL CHECK (version > 0)) STRICT`.execute(db);
  await sql`CREATE INDEX plan_step_case ON plan_step (case_id)`.execute(db);
  // Each official action once in a case; others as many as she needs.
  await sql`CREATE UNIQUE INDEX plan_step_action ON plan_step (case_id, action) WHERE action <> 'other'`.execute(db);
}

export const sealed = { sealedBefore: { plan_step: null, plan_agreement: null } };
