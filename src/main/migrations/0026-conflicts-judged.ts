import { sql, type Kysely } from 'kysely';

/** What a dismissal judged, so that a later declaration or person closes the case again; and what names alone cannot say. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Empty in old rows: the number stands there only as a mark, and nobody can read its kind from it.
  await sql`
    ALTER TABLE conflict_declaration ADD COLUMN document_kind TEXT CHECK (document_kind IN (
      'dni', 'foreignerCard', 'temporaryPermit', 'passport', 'foreignId', 'birthCertificate', 'other'
    ))`.execute(db);
  await sql`
    ALTER TABLE conflict_declaration ADD COLUMN short_names_mark TEXT CHECK (length(short_names_mark) = 64)`.execute(
    db,
  );
  await sql`
    CREATE TABLE conflict_judged (
      id TEXT PRIMARY KEY,
      dismissal_id TEXT NOT NULL REFERENCES conflict_dismissal (id),
      case_id TEXT NOT NULL REFERENCES case_file (id),
      declaration_id TEXT NOT NULL REFERENCES conflict_declaration (id),
      person_id TEXT NOT NULL REFERENCES person (id),
      matched_by TEXT NOT NULL CHECK (matched_by IN ('document', 'names')),
      reason TEXT NOT NULL CHECK (reason IN ('namesake', 'wrongDocument', 'declarationMistake')),
      decided_by TEXT NOT NULL REFERENCES staff_member (id),
      decided_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      UNIQUE (case_id, declaration_id, person_id, matched_by)
    ) STRICT`.execute(db);
}
