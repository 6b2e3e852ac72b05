import { sql, type Kysely } from 'kysely';

/** Mending wrong entries: annulled fichas, records moved to another ficha, corrections asked for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE case_file ADD COLUMN annulled_at TEXT`.execute(db);
  await sql`ALTER TABLE case_file ADD COLUMN annulled_by TEXT REFERENCES staff_member (id)`.execute(db);
  await sql`ALTER TABLE case_file ADD COLUMN annul_reason TEXT
    CHECK (annul_reason IN ('duplicate', 'otherPerson', 'notForUs', 'openedByMistake', 'other'))`.execute(db);
  await sql`ALTER TABLE case_file ADD COLUMN annul_words TEXT`.execute(db);
  // Final: an annulled ficha is opened anew, never brought back.
  await sql`
    CREATE TRIGGER case_file_annulment_is_final BEFORE UPDATE ON case_file
    WHEN OLD.annulled_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'annulled ficha is final'); END`.execute(db);
  // What was moved, without what it says; the record itself stands in the ficha it belongs to.
  await sql`
    CREATE TABLE moved_record (
      id TEXT PRIMARY KEY,
      from_case_id TEXT NOT NULL REFERENCES case_file (id),
      to_case_id TEXT NOT NULL REFERENCES case_file (id),
      kind TEXT NOT NULL CHECK (kind IN ('attention', 'interview', 'supplement', 'section')),
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
  await sql`CREATE INDEX moved_record_from ON moved_record (from_case_id)`.execute(db);
  await sql`CREATE INDEX moved_record_to ON moved_record (to_case_id)`.execute(db);
  await sql`
    CREATE TABLE correction_request (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      part TEXT NOT NULL CHECK (part IN ('header', 'user', 'aggressor', 'informant', 'a')),
      words TEXT NOT NULL,
      asked_by TEXT NOT NULL REFERENCES staff_member (id),
      asked_at TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('pending', 'accepted', 'declined')),
      decline_reason TEXT CHECK (decline_reason IN ('asSheSaid', 'asTheDocument', 'alreadyRight', 'other')),
      decline_words TEXT,
      decided_by TEXT REFERENCES staff_member (id),
      decided_at TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((state = 'pending') = (decided_at IS NULL)),
      CHECK ((state = 'declined') = (decline_reason IS NOT NULL)),
      CHECK (decline_words IS NULL OR decline_reason = 'other')
    ) STRICT`.execute(db);
  await sql`CREATE INDEX correction_request_case ON correction_request (case_id)`.execute(db);
}
