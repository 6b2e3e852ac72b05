import { sql, type Kysely } from 'kysely';

/** What a paper lacked and somebody should ask her the next time, so that she is asked once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE interview_question (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      -- The fact as the paper that lacked it calls it; null when a person wrote the question.
      fact TEXT,
      words TEXT NOT NULL,
      -- Page and field of the ficha that hold the answer.
      place TEXT CHECK (place IN ('section-a', 'section-b', 'risk')),
      field TEXT,
      wanted_for TEXT,
      wanted_by TEXT NOT NULL REFERENCES staff_member (id),
      wanted_at TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'unanswered', 'dropped')),
      settled_by TEXT REFERENCES staff_member (id),
      settled_at TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK (field IS NULL OR place IS NOT NULL),
      CHECK ((state = 'open') = (settled_at IS NULL)),
      CHECK ((settled_at IS NULL) = (settled_by IS NULL))
    ) STRICT`.execute(db);
  await sql`CREATE INDEX interview_question_case ON interview_question (case_id)`.execute(db);
  await sql`
    CREATE UNIQUE INDEX interview_question_open_fact ON interview_question (case_id, fact)
      WHERE state = 'open' AND fact IS NOT NULL`.execute(db);
}
