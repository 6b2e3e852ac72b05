import { sql, type Kysely } from 'kysely';

/** What one row of a person cannot hold: further aliases, documents and telephones, and the parts she has in a ficha. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Empty in old rows: an added column that is NULL keeps the seals valid.
  for (const column of [
    "phone_may_leave_message TEXT CHECK (phone_may_leave_message IN ('yes', 'no'))",
    'phone_checked_on TEXT',
    'phone_is_shared INTEGER CHECK (phone_is_shared IN (0, 1))',
    'told_age INTEGER CHECK (told_age BETWEEN 0 AND 110)',
    'told_age_on TEXT CHECK (told_age_on IS NULL OR told_age IS NOT NULL)',
    'is_deceased INTEGER CHECK (is_deceased IN (0, 1))',
  ]) {
    await sql`ALTER TABLE person ADD COLUMN ${sql.raw(column)}`.execute(db);
  }
  // A record of its own and no children of `person`: more children would change the seals of every person.
  await sql`
    CREATE TABLE person_extra (
      id TEXT PRIMARY KEY REFERENCES person (id),
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE person_extra_alias (
      extra_id TEXT NOT NULL REFERENCES person_extra (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      alias TEXT NOT NULL,
      PRIMARY KEY (extra_id, position)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TABLE person_extra_document (
      extra_id TEXT NOT NULL REFERENCES person_extra (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      kind TEXT CHECK (kind IN (
        'dni', 'foreignerCard', 'temporaryPermit', 'passport', 'foreignId', 'birthCertificate', 'other'
      )),
      state TEXT NOT NULL CHECK (state IN (
        'known', 'notCarriedKnown', 'notCarriedForgotten', 'inProcess', 'none', 'notAsked'
      )),
      number TEXT,
      PRIMARY KEY (extra_id, position)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TABLE person_extra_contact (
      extra_id TEXT NOT NULL REFERENCES person_extra (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      phone TEXT NOT NULL,
      whose TEXT,
      may_call TEXT CHECK (may_call IN ('yes', 'no')),
      hours TEXT,
      may_leave_message TEXT CHECK (may_leave_message IN ('yes', 'no')),
      what_to_say TEXT,
      checked_on TEXT,
      is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
      PRIMARY KEY (extra_id, position)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await participants(db);
}

/** Children, relatives, witnesses of a case. Who is taken out stays as a row: the history tells of her. */
async function participants(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE case_participant (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      person_id TEXT NOT NULL REFERENCES person (id),
      role TEXT NOT NULL CHECK (role IN ('child', 'relative', 'guardian', 'informant', 'witness', 'other')),
      bond TEXT CHECK (bond IN (
        'child', 'stepchild', 'grandchild', 'mother', 'father', 'sibling', 'grandparent', 'uncleAunt', 'partner',
        'formerPartner', 'otherRelative', 'friend', 'neighbour', 'teacher', 'authority', 'other'
      )),
      lives_with_user INTEGER CHECK (lives_with_user IN (0, 1)),
      added_by TEXT NOT NULL REFERENCES staff_member (id),
      added_at TEXT NOT NULL,
      removed_by TEXT REFERENCES staff_member (id),
      removed_at TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((removed_by IS NULL) = (removed_at IS NULL))
    ) STRICT`.execute(db);
  await sql`CREATE INDEX case_participant_case ON case_participant (case_id)`.execute(db);
  await sql`CREATE INDEX case_participant_person ON case_participant (person_id)`.execute(db);
}
