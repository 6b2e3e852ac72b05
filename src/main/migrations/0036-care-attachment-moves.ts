import { sql, type Kysely } from 'kysely';

/** A file saved in the wrong ficha goes to the right one. `moved_record` is rebuilt row by row. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE moved_record_wider (
      id TEXT PRIMARY KEY,
      from_case_id TEXT NOT NULL REFERENCES case_file (id),
      to_case_id TEXT NOT NULL REFERENCES case_file (id),
      kind TEXT NOT NULL CHECK (kind IN ('attention', 'interview', 'supplement', 'riskForm', 'section', 'attachment')),
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
