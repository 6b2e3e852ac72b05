import { sql, type Kysely } from 'kysely';

/**
 * Objects handed over (acta de recepción) with their delivery, and the alerts of referrals without answer and of consents to
 * review.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await widen(db, 'alert', "'deadlineMoved'", "'referralOverdue', 'consentToReview'");
  await widen(db, 'issued_document', "'register-sheet'", "'custody-receipt'");
  await custody(db);
}

/**
 * Makes a table again from its own words with more codes in its CHECK, its indexes and triggers with it: codes that another
 * migration added stay.
 */
async function widen(db: Kysely<unknown>, table: string, after: string, codes: string): Promise<void> {
  const { rows } = await sql<{ type: string; made: string }>`
    SELECT type, sql AS made FROM sqlite_master WHERE tbl_name = ${table} AND sql IS NOT NULL`.execute(db);
  const made = rows.find(({ type }) => type === 'table')?.made ?? '';
  const wider = made
    .replace(new RegExp(`^CREATE TABLE "?${table}"?`, 'i'), `CREATE TABLE ${table}_wider`)
    .replace(after, `${after}, ${codes}`);
  await sql.raw(wider).execute(db);
  await sql.raw(`INSERT INTO ${table}_wider SELECT * FROM ${table}`).execute(db);
  await sql.raw(`DROP TABLE ${table}`).execute(db);
  await sql.raw(`ALTER TABLE ${table}_wider RENAME TO ${table}`).execute(db);
  for (const part of rows) if (part.type !== 'table') await sql.raw(part.made).execute(db);
}

async function custody(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE custody_receipt (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      document_id TEXT NOT NULL UNIQUE REFERENCES issued_document (id),
      handed_by TEXT NOT NULL,
      handed_as TEXT NOT NULL,
      received_on TEXT NOT NULL,
      received_time TEXT NOT NULL,
      kept_at TEXT NOT NULL,
      note TEXT,
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX custody_receipt_case ON custody_receipt (case_id)`.execute(db);
  await sql`
    CREATE TABLE custody_item (
      receipt_id TEXT NOT NULL REFERENCES custody_receipt (id),
      position INTEGER NOT NULL CHECK (position > 0),
      kind TEXT NOT NULL CHECK (kind IN ('object', 'clothes', 'digital')),
      description TEXT NOT NULL,
      packing TEXT NOT NULL,
      seal TEXT NOT NULL,
      -- JSON list of the files of the case that show it, each with its hash on the day of the receipt.
      files TEXT NOT NULL,
      PRIMARY KEY (receipt_id, position)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TABLE custody_delivery (
      id TEXT PRIMARY KEY,
      receipt_id TEXT NOT NULL UNIQUE REFERENCES custody_receipt (id),
      case_id TEXT NOT NULL REFERENCES case_file (id),
      delivered_on TEXT NOT NULL,
      delivered_time TEXT NOT NULL,
      authority_id TEXT REFERENCES authority (id),
      office TEXT NOT NULL,
      signed_by TEXT NOT NULL,
      proof TEXT NOT NULL,
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX custody_delivery_case ON custody_delivery (case_id)`.execute(db);
}
