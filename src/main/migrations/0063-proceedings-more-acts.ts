import { sql, type Kysely } from 'kysely';

/** More kinds of acts, and acts that the centre names itself: which kinds there are, the program checks alone from now on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE proceeding_event_wider (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      kind TEXT NOT NULL,
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
      fixed_on TEXT,
      act TEXT CHECK (act IS NULL OR kind = 'other'),
      CHECK ((notified_form IS NULL) = (entry_on IS NULL)),
      CHECK (effect_on IS NULL OR entry_on IS NOT NULL),
      CHECK (entry_time IS NULL OR entry_on IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`INSERT INTO proceeding_event_wider SELECT *, NULL FROM proceeding_event`.execute(db);
  await sql`DROP TABLE proceeding_event`.execute(db);
  await sql`ALTER TABLE proceeding_event_wider RENAME TO proceeding_event`.execute(db);
  await sql`CREATE INDEX proceeding_event_case ON proceeding_event (case_id, happened_on)`.execute(db);
}
