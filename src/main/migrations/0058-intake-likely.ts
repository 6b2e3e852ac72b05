import { sql, type Kysely } from 'kysely';

/**
 * What a professional said of persons who look like those of a ficha («ninguna es ella»), and the fichas that a confirmed
 * condition rests on. Neither is ever updated. The team is told when a condition is opened again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE identity_answer (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      role TEXT NOT NULL CHECK (role IN ('user', 'aggressor')),
      person_id TEXT NOT NULL REFERENCES person (id),
      answer TEXT NOT NULL CHECK (answer IN ('different', 'reviewAsked')),
      answered_by TEXT NOT NULL REFERENCES staff_member (id),
      answered_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX identity_answer_case ON identity_answer (case_id)`.execute(db);
  await sql`CREATE INDEX identity_answer_person ON identity_answer (person_id)`.execute(db);
  await sql`
    CREATE TABLE condition_basis (
      id TEXT PRIMARY KEY,
      decision_id TEXT NOT NULL REFERENCES condition_decision (id),
      rests_on TEXT NOT NULL REFERENCES case_file (id),
      aggressor TEXT NOT NULL CHECK (aggressor IN ('same', 'other', 'undecided')),
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX condition_basis_decision ON condition_basis (decision_id)`.execute(db);
  await sql`CREATE INDEX condition_basis_rests_on ON condition_basis (rests_on)`.execute(db);
  await widenAlerts(db, ['conditionReopened', 'identityToReview', 'sameDocumentToday']);
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
