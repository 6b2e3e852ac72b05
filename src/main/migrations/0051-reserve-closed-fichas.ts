import { sql, type Kysely } from 'kysely';

/** Fichas reservadas with who keeps access, accesos excepcionales with their review, and the alerts of both. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE case_seal (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      reason TEXT NOT NULL CHECK (reason IN ('knownPerson', 'authority', 'threat', 'media', 'courtOrder', 'other')),
      words TEXT,
      proposal_id TEXT NOT NULL REFERENCES proposal (id),
      sealed_at TEXT NOT NULL,
      opened_at TEXT,
      opened_by TEXT REFERENCES staff_member (id),
      -- The second person, who was at the same computer.
      opened_with TEXT REFERENCES staff_member (id),
      open_reason TEXT CHECK (open_reason IN ('reasonEnded', 'membersLeft', 'courtOrder', 'byMistake', 'other')),
      open_words TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((reason = 'other') = (words IS NOT NULL)),
      CHECK ((opened_at IS NULL) = (opened_by IS NULL)),
      CHECK ((opened_at IS NULL) = (opened_with IS NULL)),
      CHECK ((opened_at IS NULL) = (open_reason IS NULL)),
      CHECK (open_words IS NULL OR open_reason = 'other'),
      CHECK (opened_by IS NULL OR opened_by <> opened_with)
    ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX case_seal_standing ON case_seal (case_id) WHERE opened_at IS NULL`.execute(db);
  await sql`
    CREATE TABLE case_seal_member (
      seal_id TEXT NOT NULL REFERENCES case_seal (id),
      staff_id TEXT NOT NULL REFERENCES staff_member (id),
      PRIMARY KEY (seal_id, staff_id)
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE exceptional_access (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      staff_id TEXT NOT NULL REFERENCES staff_member (id),
      reason TEXT NOT NULL CHECK (reason IN ('inDanger', 'isHere', 'authorityAsks', 'termRunsOut', 'other')),
      words TEXT,
      opened_at TEXT NOT NULL,
      -- Day of the centre: three for one person.
      opened_on TEXT NOT NULL,
      ended_at TEXT,
      ending TEXT CHECK (ending IN ('asked', 'time', 'session', 'interrupted')),
      verdict TEXT CHECK (verdict IN ('justified', 'notJustified', 'training')),
      review_words TEXT,
      reviewed_by TEXT REFERENCES staff_member (id),
      reviewed_at TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((reason = 'other') = (words IS NOT NULL)),
      CHECK ((ended_at IS NULL) = (ending IS NULL)),
      CHECK ((verdict IS NULL) = (reviewed_by IS NULL)),
      CHECK ((verdict IS NULL) = (reviewed_at IS NULL)),
      CHECK (verdict IS NULL OR ended_at IS NOT NULL),
      CHECK (reviewed_by IS NULL OR reviewed_by <> staff_id)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX exceptional_access_staff ON exceptional_access (staff_id, opened_on)`.execute(db);
  await sql`CREATE INDEX exceptional_access_case ON exceptional_access (case_id)`.execute(db);
  await widenAlerts(db, ['exceptionalAccess', 'caseSealed', 'sealMembersChanged', 'sealOpened']);
}

/** The kinds that the table knows by now stay, whichever. */
async function widenAlerts(db: Kysely<unknown>, more: readonly string[]): Promise<void> {
  const kinds = [...(await kindsOf(db)), ...more.map((kind) => `'${kind}'`)].join(', ');
  await sql`
    CREATE TABLE alert_wider (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      kind TEXT NOT NULL CHECK (kind IN (${sql.raw(kinds)})),
      note TEXT,
      raised_at TEXT NOT NULL,
      raised_on TEXT NOT NULL,
      raised_by TEXT REFERENCES staff_member (id),
      seen_at TEXT,
      seen_by TEXT REFERENCES staff_member (id),
      closed_at TEXT,
      closed_by TEXT REFERENCES staff_member (id),
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((seen_at IS NULL) = (seen_by IS NULL)),
      CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
      CHECK (closed_at IS NULL OR seen_at IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`INSERT INTO alert_wider SELECT * FROM alert`.execute(db);
  await sql`DROP TABLE alert`.execute(db);
  await sql`ALTER TABLE alert_wider RENAME TO alert`.execute(db);
  await sql`CREATE INDEX alert_case ON alert (case_id)`.execute(db);
  await sql`CREATE INDEX alert_open ON alert (raised_at) WHERE closed_at IS NULL`.execute(db);
}

async function kindsOf(db: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql<{ sql: string }>`
    SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'alert'`.execute(db);
  return /kind IN \(([^)]*)\)/.exec(rows[0]?.sql ?? '')?.[1]?.match(/'\w+'/g) ?? [];
}
