import { sql, type Kysely } from 'kysely';

/**
 * What the centre must do and by when. A report that an authority asks for is an event of its own; the kinds that the
 * table knows by now stay, whichever.
 *
 * Incidents with personal data and how each was closed, and the reviews of permissions. `words` says what happened in
 * general and never of whom; an open incident has no closing columns.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await widenEventKinds(db);
  await sql`
    CREATE TABLE data_incident (
      id TEXT PRIMARY KEY,
      known_on TEXT NOT NULL,
      known_time TEXT NOT NULL,
      words TEXT NOT NULL,
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'told', 'notApplicable')),
      told_on TEXT,
      told_time TEXT,
      entry_number TEXT,
      reason TEXT,
      closed_by TEXT REFERENCES staff_member (id),
      closed_at TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((state = 'open') = (closed_by IS NULL)),
      CHECK ((closed_by IS NULL) = (closed_at IS NULL)),
      CHECK ((state = 'told') = (told_on IS NOT NULL AND told_time IS NOT NULL AND entry_number IS NOT NULL)),
      CHECK ((state = 'notApplicable') = (reason IS NOT NULL))
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE access_review (
      id TEXT PRIMARY KEY,
      reviewed_on TEXT NOT NULL,
      words TEXT,
      reviewed_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
}

async function widenEventKinds(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ sql: string }>`
    SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'proceeding_event'`.execute(db);
  const known = /kind IN \(([^)]*)\)/.exec(rows[0]?.sql ?? '')?.[1]?.match(/'\w+'/g) ?? [];
  const kinds = [...known, `'reportRequested'`].join(', ');
  await sql`
    CREATE TABLE proceeding_event_wider (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      kind TEXT NOT NULL CHECK (kind IN (${sql.raw(kinds)})),
      happened_on TEXT NOT NULL,
      happened_time TEXT,
      authority_id TEXT,
      office TEXT,
      district TEXT,
      file_number TEXT,
      document TEXT,
      source TEXT,
      notified_form TEXT CHECK (notified_form IN ('electronicBox', 'paper', 'hearing', 'personal')),
      entry_on TEXT,
      entry_time TEXT,
      effect_on TEXT,
      words TEXT,
      note TEXT,
      risk_level INTEGER CHECK (risk_level IN (1, 2, 3)),
      withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((notified_form IS NULL) = (entry_on IS NULL)),
      CHECK (effect_on IS NULL OR entry_on IS NOT NULL),
      CHECK (entry_time IS NULL OR entry_on IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`INSERT INTO proceeding_event_wider SELECT * FROM proceeding_event`.execute(db);
  await sql`DROP TABLE proceeding_event`.execute(db);
  await sql`ALTER TABLE proceeding_event_wider RENAME TO proceeding_event`.execute(db);
  await sql`CREATE INDEX proceeding_event_case ON proceeding_event (case_id, happened_on)`.execute(db);
}
