import { sql, type Kysely } from 'kysely';

/**
 * One person, many roles: the role belongs to the case. The address stands in `sealed_field` (compartment
 * `safe_address`), so that its own key can come later without touching this table.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE person (
      id TEXT PRIMARY KEY,
      name_state TEXT NOT NULL CHECK (name_state IN ('known', 'partial', 'unknown')),
      given_names TEXT,
      first_surname TEXT,
      second_surname TEXT,
      preferred_name TEXT,
      aliases TEXT,
      birth_year INTEGER,
      birth_month INTEGER,
      birth_day INTEGER,
      document_kind TEXT CHECK (document_kind IN (
        'dni', 'foreignerCard', 'temporaryPermit', 'passport', 'foreignId', 'birthCertificate', 'other'
      )),
      document_state TEXT NOT NULL CHECK (document_state IN (
        'known', 'notCarriedKnown', 'notCarriedForgotten', 'inProcess', 'none', 'notAsked'
      )),
      document_number TEXT,
      phone TEXT,
      phone_whose TEXT,
      phone_may_call TEXT CHECK (phone_may_call IN ('yes', 'no')),
      phone_hours TEXT,
      phone_what_to_say TEXT,
      email TEXT,
      email_is_safe INTEGER CHECK (email_is_safe IN (0, 1)),
      district_code TEXT CHECK (length(district_code) = 6),
      settlement TEXT,
      address_is_reserved INTEGER NOT NULL CHECK (address_is_reserved IN (0, 1)),
      address_reserved_reason TEXT,
      created_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK (birth_month IS NULL OR birth_year IS NOT NULL),
      CHECK (birth_day IS NULL OR birth_month IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX person_document ON person (document_number) WHERE document_number IS NOT NULL`.execute(db);
  // Spelling keys of every word of the name: candidates are found by index, never by reading everybody.
  await sql`
    CREATE TABLE person_name_key (
      person_id TEXT NOT NULL REFERENCES person (id),
      key TEXT NOT NULL,
      PRIMARY KEY (key, person_id)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`CREATE INDEX person_name_key_person ON person_name_key (person_id)`.execute(db);
}
