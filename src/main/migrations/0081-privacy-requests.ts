import { sql, type Kysely } from 'kysely';

const kinds = [
  ...['filing', 'reserved-sheet', 'referral', 'monthly-report', 'register-sheet', 'custody-receipt', 'location-sheet'],
  ...['official-letter', 'psychological-report', 'social-report', 'day-sheet', 'hearing-sheet', 'neutral-card'],
  'own-copy',
];

/** Requests of persons about their data, and the copy of one person among the papers, with what was let stand in it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE issued_document_wider (
      id TEXT PRIMARY KEY,
      case_id TEXT REFERENCES case_file (id),
      kind TEXT NOT NULL CHECK (kind IN (${sql.raw(kinds.map((one) => `'${one}'`).join(', '))})),
      number TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      template TEXT NOT NULL,
      content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
      pages INTEGER NOT NULL CHECK (pages > 0),
      bytes BLOB NOT NULL,
      missing_reason TEXT,
      issued_by TEXT NOT NULL REFERENCES staff_member (id),
      issued_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      recipient TEXT,
      paper TEXT CHECK (paper IS NULL OR json_valid(paper))) STRICT`.execute(db);
  await sql`INSERT INTO issued_document_wider SELECT * FROM issued_document`.execute(db);
  await sql`DROP TABLE issued_document`.execute(db);
  await sql`ALTER TABLE issued_document_wider RENAME TO issued_document`.execute(db);
  await sql`CREATE INDEX issued_document_case ON issued_document (case_id)`.execute(db);
  await sql`CREATE INDEX issued_document_hash ON issued_document (content_hash)`.execute(db);
  await sql`CREATE TRIGGER issued_document_is_final BEFORE UPDATE ON issued_document
    BEGIN SELECT RAISE(ABORT, 'issued document is final'); END`.execute(db);
  await sql`
    CREATE TABLE data_request (
      id TEXT PRIMARY KEY,
      -- Empty for somebody who is not the user: their request belongs to no ficha.
      case_id TEXT REFERENCES case_file (id),
      asker TEXT NOT NULL CHECK (asker IN ('herself', 'representative', 'accused', 'third')),
      asker_name TEXT CHECK ((asker_name IS NULL) = (case_id IS NOT NULL)),
      represented_by TEXT CHECK ((asker = 'representative') = (represented_by IS NOT NULL)),
      identity TEXT NOT NULL CHECK (identity IN ('document', 'known', 'other', 'not')),
      identity_words TEXT CHECK ((identity IN ('other', 'not')) = (identity_words IS NOT NULL)),
      data_right TEXT NOT NULL CHECK (data_right IN ('access', 'rectification', 'cancellation', 'opposition')),
      words TEXT,
      asked_on TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'granted', 'partly', 'refused', 'withdrawn')),
      answered_on TEXT CHECK ((state = 'open') = (answered_on IS NULL)),
      answer TEXT,
      -- A row of the table of reasons; its words are those of the day of the answer.
      basis TEXT CHECK ((state IN ('partly', 'refused')) = (basis IS NOT NULL)),
      receipt TEXT CHECK (receipt IN ('signed', 'notSigned', 'none')),
      document_id TEXT REFERENCES issued_document (id),
      copy_number TEXT CHECK ((document_id IS NULL) = (copy_number IS NULL)),
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      answered_by TEXT REFERENCES staff_member (id),
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((case_id IS NULL) = (asker IN ('accused', 'third'))),
      CHECK (case_id IS NOT NULL OR state NOT IN ('granted', 'partly'))) STRICT`.execute(db);
  await sql`CREATE INDEX data_request_case ON data_request (case_id) WHERE case_id IS NOT NULL`.execute(db);
  await sql`CREATE INDEX data_request_open ON data_request (state) WHERE state = 'open'`.execute(db);
  await sql`
    CREATE TABLE own_copy_choice (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      request_id TEXT NOT NULL REFERENCES data_request (id),
      -- SHA-256 of where the passage stands and of its words: what is changed in it asks for a choice anew.
      passage TEXT NOT NULL CHECK (length(passage) = 64),
      -- Why it stands; empty: it is withheld again.
      reason TEXT CHECK (reason IN ('told', 'agreed', 'nobody', 'public')),
      chosen_by TEXT NOT NULL REFERENCES staff_member (id),
      chosen_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      UNIQUE (request_id, passage)) STRICT`.execute(db);
}

export const sealed = { sealedBefore: { data_request: null, own_copy_choice: null } };
