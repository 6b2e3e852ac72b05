import { sql, type Kysely } from 'kysely';

/**
 * The door and the waiting room. `arrival` gets the whole list of ends (a CHECK cannot be widened in place: rebuilt
 * with every row as it was, new columns empty, so seals stay valid); what is written of an arrival, each wait for a
 * service, booked visits, questions about another person and calls of institutions are records of their own.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await rebuildArrival(db);
  await visits(db);
  await queue(db);
  await callers(db);
}

async function rebuildArrival(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE arrival_wider (
      id TEXT PRIMARY KEY,
      opened_by TEXT NOT NULL REFERENCES staff_member (id),
      opened_at TEXT NOT NULL,
      closed_at TEXT,
      outcome TEXT CHECK (outcome IN (
        'case', 'orientation', 'referral', 'companion', 'procedure', 'institution', 'left', 'notForUs', 'mistake'
      )),
      case_id TEXT REFERENCES case_file (id),
      version INTEGER NOT NULL CHECK (version > 0),
      matter TEXT CHECK (matter IN (
        'violenceWithoutFicha', 'alimony', 'custody', 'recognition', 'separation', 'inheritance', 'labour',
        'mentalHealth', 'socialPrograms', 'documents', 'other'
      )),
      referred_to TEXT,
      CHECK ((closed_at IS NULL) = (outcome IS NULL)),
      CHECK (matter IS NULL OR outcome = 'orientation'),
      CHECK (referred_to IS NULL OR outcome = 'referral')
    ) STRICT`.execute(db);
  await sql`
    INSERT INTO arrival_wider (id, opened_by, opened_at, closed_at, outcome, case_id, version)
    SELECT id, opened_by, opened_at, closed_at, outcome, case_id, version FROM arrival`.execute(db);
  await sql`DROP TABLE arrival`.execute(db);
  await sql`ALTER TABLE arrival_wider RENAME TO arrival`.execute(db);
  await sql`CREATE INDEX arrival_open ON arrival (opened_by) WHERE closed_at IS NULL`.execute(db);
  await sql`CREATE INDEX arrival_case ON arrival (case_id) WHERE case_id IS NOT NULL`.execute(db);
}

async function visits(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE expected_visit (
      id TEXT PRIMARY KEY,
      case_id TEXT REFERENCES case_file (id),
      said_name TEXT,
      day TEXT NOT NULL,
      time TEXT NOT NULL,
      service TEXT CHECK (service IN ('psychology', 'social', 'legal')),
      staff_id TEXT REFERENCES staff_member (id),
      note TEXT,
      must_call INTEGER NOT NULL CHECK (must_call IN (0, 1)),
      state TEXT NOT NULL CHECK (state IN ('expected', 'arrived', 'cancelled')),
      arrival_id TEXT REFERENCES arrival (id),
      booked_by TEXT NOT NULL REFERENCES staff_member (id),
      booked_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((case_id IS NULL) <> (said_name IS NULL)),
      CHECK ((state = 'arrived') = (arrival_id IS NOT NULL))
    ) STRICT`.execute(db);
  await sql`CREATE INDEX expected_visit_day ON expected_visit (day)`.execute(db);
  await sql`CREATE INDEX expected_visit_case ON expected_visit (case_id) WHERE case_id IS NOT NULL`.execute(db);
}

async function queue(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE queue_entry (
      id TEXT PRIMARY KEY,
      arrival_id TEXT NOT NULL UNIQUE REFERENCES arrival (id),
      day TEXT NOT NULL,
      number INTEGER NOT NULL CHECK (number > 0),
      arrived_at TEXT NOT NULL,
      channel TEXT NOT NULL CHECK (channel IN ('inPerson', 'call')),
      purpose TEXT CHECK (purpose IN (
        'violence', 'followUp', 'appointment', 'orientation', 'procedure', 'accompanies', 'institution', 'other'
      )),
      person_id TEXT REFERENCES person (id),
      is_maybe INTEGER NOT NULL CHECK (is_maybe IN (0, 1)),
      said_name TEXT,
      document_number TEXT,
      companion TEXT,
      children INTEGER CHECK (children BETWEEN 0 AND 30),
      children_with TEXT,
      language TEXT CHECK (language IN (
        'spanish', 'quechua', 'aymara', 'ashaninka', 'shipibo', 'awajun', 'signLanguage', 'other'
      )),
      needs_interpreter INTEGER CHECK (needs_interpreter IN (0, 1)),
      is_from_paper INTEGER NOT NULL CHECK (is_from_paper IN (0, 1)),
      must_call INTEGER NOT NULL CHECK (must_call IN (0, 1)),
      registered_by TEXT NOT NULL REFERENCES staff_member (id),
      registered_at TEXT NOT NULL,
      ended_at TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      UNIQUE (day, number)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX queue_entry_present ON queue_entry (day) WHERE ended_at IS NULL`.execute(db);
  await sql`
    CREATE TABLE queue_entry_sign (
      entry_id TEXT NOT NULL REFERENCES queue_entry (id),
      sign TEXT NOT NULL CHECK (sign IN (
        'injury', 'aggressorNear', 'childInDanger', 'pregnantInPain', 'veryFrightened', 'disoriented'
      )),
      PRIMARY KEY (entry_id, sign)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TABLE queue_wait (
      id TEXT PRIMARY KEY,
      entry_id TEXT NOT NULL REFERENCES queue_entry (id),
      service TEXT CHECK (service IN ('psychology', 'social', 'legal')),
      staff_id TEXT REFERENCES staff_member (id),
      since_at TEXT NOT NULL,
      called_at TEXT,
      attended_at TEXT,
      attended_by TEXT REFERENCES staff_member (id),
      ended_at TEXT,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX queue_wait_running ON queue_wait (entry_id) WHERE ended_at IS NULL`.execute(db);
  await sql`CREATE INDEX queue_wait_since ON queue_wait (since_at)`.execute(db);
  await sql`
    CREATE TABLE staff_presence (
      id TEXT PRIMARY KEY REFERENCES staff_member (id),
      state TEXT NOT NULL CHECK (state IN ('free', 'out')),
      since_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
}

async function callers(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE person_inquiry (
      id TEXT PRIMARY KEY,
      arrival_id TEXT NOT NULL REFERENCES arrival (id),
      channel TEXT NOT NULL CHECK (channel IN ('inPerson', 'call')),
      asked_name TEXT NOT NULL,
      relation TEXT CHECK (relation IN ('partner', 'exPartner', 'family', 'friend', 'lawyer', 'authority', 'other')),
      asker_name TEXT,
      description TEXT,
      message TEXT,
      asked_at TEXT NOT NULL,
      taken_by TEXT NOT NULL REFERENCES staff_member (id),
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX person_inquiry_asked ON person_inquiry (asked_at)`.execute(db);
  await sql`
    CREATE TABLE institution (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN (
        'police', 'prosecutor', 'court', 'health', 'children', 'education', 'municipality', 'programme', 'shelter',
        'other'
      )),
      name TEXT NOT NULL,
      office TEXT,
      phone TEXT NOT NULL,
      source TEXT NOT NULL,
      verified_on TEXT NOT NULL,
      is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  // Told to somebody who was not called back at the number of the directory: not even the file takes it.
  await sql`
    CREATE TABLE institution_call (
      id TEXT PRIMARY KEY,
      arrival_id TEXT NOT NULL REFERENCES arrival (id),
      institution_id TEXT REFERENCES institution (id),
      caller TEXT NOT NULL,
      office TEXT NOT NULL,
      question TEXT NOT NULL,
      received_at TEXT NOT NULL,
      taken_by TEXT NOT NULL REFERENCES staff_member (id),
      phone_called TEXT,
      called_back_at TEXT,
      called_back_by TEXT REFERENCES staff_member (id),
      answer TEXT CHECK (answer IN ('told', 'notTold')),
      answered_at TEXT,
      answered_by TEXT REFERENCES staff_member (id),
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK (called_back_at IS NULL OR (institution_id IS NOT NULL AND phone_called IS NOT NULL)),
      CHECK (answer IS NULL OR answer = 'notTold' OR called_back_at IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX institution_call_received ON institution_call (received_at)`.execute(db);
}
