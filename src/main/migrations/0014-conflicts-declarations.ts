import { sql, type Kysely } from 'kysely';

/** Marks are HMAC-SHA256 with the centre's secret: nobody can read from them who was declared (security design §5.6). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE conflict_declaration (
      id TEXT PRIMARY KEY,
      staff_id TEXT NOT NULL REFERENCES staff_member (id),
      kinship TEXT NOT NULL CHECK (kinship IN (
        'self', 'partner', 'parentOrChild', 'siblingOrGrandparent', 'inLaw', 'otherClose'
      )),
      document_mark TEXT CHECK (length(document_mark) = 64),
      names_mark TEXT CHECK (length(names_mark) = 64),
      declared_on TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK (document_mark IS NOT NULL OR names_mark IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX conflict_declaration_staff ON conflict_declaration (staff_id)`.execute(db);
  await sql`
    CREATE TABLE conflict_dismissal (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      staff_id TEXT NOT NULL REFERENCES staff_member (id),
      reason TEXT NOT NULL CHECK (reason IN ('namesake', 'wrongDocument', 'declarationMistake')),
      decided_by TEXT NOT NULL REFERENCES staff_member (id),
      decided_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      UNIQUE (case_id, staff_id),
      CHECK (decided_by <> staff_id)
    ) STRICT`.execute(db);
}
