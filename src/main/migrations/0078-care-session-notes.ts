import { sql, type Kysely } from 'kysely';

/** Session notes of psychology: their words stand in `sealed_field`, under the key of their compartment, drafts included. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE session_note (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      attention_id TEXT REFERENCES attention (id),
      -- The note that it corrects, once.
      replaces TEXT UNIQUE REFERENCES session_note (id),
      written_by TEXT NOT NULL REFERENCES staff_member (id),
      written_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)) STRICT`.execute(db);
  await sql`CREATE INDEX session_note_case ON session_note (case_id)`.execute(db);
  await sql`CREATE INDEX session_note_attention ON session_note (attention_id)`.execute(db);
  await sql`
    CREATE TABLE session_note_draft (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      staff_id TEXT NOT NULL REFERENCES staff_member (id),
      saved_at TEXT NOT NULL,
      UNIQUE (case_id, staff_id)) STRICT`.execute(db);
}

export const sealed = { sealedBefore: { session_note: null } };
