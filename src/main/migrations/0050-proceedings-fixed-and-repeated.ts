import { sql, type Kysely } from 'kysely';

/** The day that an act itself fixes, and terms that come round again: one row for each turn. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE proceeding_event ADD COLUMN fixed_on TEXT`.execute(db);
  // A rule may now stand more than once for an event.
  await sql`
    CREATE TABLE deadline_wider (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      event_id TEXT NOT NULL REFERENCES proceeding_event (id),
      rule_id TEXT NOT NULL,
      -- The earlier of the two ends as it stands now; null for a term without length.
      warn_on TEXT,
      warn_time TEXT,
      state TEXT NOT NULL CHECK (state IN ('open', 'done', 'notApplicable')),
      -- Closed because what started it was corrected, not by a person.
      closed_by_change INTEGER NOT NULL CHECK (closed_by_change IN (0, 1)),
      settled_on TEXT,
      settled_by TEXT REFERENCES staff_member (id),
      settled_at TEXT,
      proof TEXT,
      document_id TEXT REFERENCES issued_document (id),
      version INTEGER NOT NULL CHECK (version > 0),
      period INTEGER CHECK (period > 1),
      CHECK ((warn_on IS NULL) = (warn_time IS NULL)),
      CHECK ((state = 'open') = (settled_on IS NULL)),
      CHECK ((settled_on IS NULL) = (settled_by IS NULL) AND (settled_on IS NULL) = (settled_at IS NULL)),
      CHECK (closed_by_change = 0 OR state = 'notApplicable'),
      CHECK (state = 'open' OR closed_by_change = 1 OR proof IS NOT NULL OR document_id IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`INSERT INTO deadline_wider SELECT *, NULL FROM deadline`.execute(db);
  await sql`DROP TABLE deadline`.execute(db);
  await sql`ALTER TABLE deadline_wider RENAME TO deadline`.execute(db);
  await sql`CREATE INDEX deadline_case ON deadline (case_id)`.execute(db);
  await sql`CREATE INDEX deadline_open ON deadline (warn_on) WHERE state = 'open'`.execute(db);
  await sql`CREATE UNIQUE INDEX deadline_turn ON deadline (event_id, rule_id, coalesce(period, 1))`.execute(db);
}
