import { sql, type Kysely } from 'kysely';

/** The safety plan made with her, by versions that are never changed, and each time it was read again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const topics = ['arrival', 'places', 'people', 'signals', 'bag', 'children', 'telephone', 'papers', 'week'];
  await sql`
    CREATE TABLE safety_plan (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      -- 1 for the first one made with her. What she said stands in sealed fields.
      number INTEGER NOT NULL CHECK (number > 0),
      carries_card INTEGER NOT NULL CHECK (carries_card IN (0, 1)),
      reread_on TEXT NOT NULL,
      present TEXT NOT NULL CHECK (present IN ('alone', 'trusted', 'children', 'interpreter')),
      made_by TEXT NOT NULL REFERENCES staff_member (id),
      made_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      UNIQUE (case_id, number)) STRICT`.execute(db);
  await sql`CREATE TRIGGER safety_plan_is_final BEFORE UPDATE ON safety_plan
    BEGIN SELECT RAISE(ABORT, 'a version of a plan is final'); END`.execute(db);
  await sql`
    CREATE TABLE safety_plan_card (
      plan_id TEXT NOT NULL REFERENCES safety_plan (id),
      topic TEXT NOT NULL CHECK (topic IN (${sql.raw(topics.map((one) => `'${one}'`).join(', '))})),
      words TEXT NOT NULL,
      PRIMARY KEY (plan_id, topic)) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TABLE safety_plan_phone (
      plan_id TEXT NOT NULL REFERENCES safety_plan (id),
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      number TEXT NOT NULL,
      PRIMARY KEY (plan_id, position)) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TABLE safety_reading (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      plan_id TEXT NOT NULL REFERENCES safety_plan (id),
      read_by TEXT NOT NULL REFERENCES staff_member (id),
      read_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)) STRICT`.execute(db);
  await sql`CREATE INDEX safety_reading_case ON safety_reading (case_id)`.execute(db);
}

export const sealed = { sealedBefore: { safety_plan: null, safety_reading: null } };
