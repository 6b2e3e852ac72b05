import { sql, type Kysely } from 'kysely';

/**
 * Alerts of referrals without answer and of consents to review. The table is made again from its own words with two kinds
 * more, so that kinds another migration added stay.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ made: string }>`
    SELECT sql AS made FROM sqlite_master WHERE type = 'table' AND name = 'alert'`.execute(db);
  const made = rows[0]?.made ?? '';
  const wider = made
    .replace(/^CREATE TABLE "?alert"?/i, 'CREATE TABLE alert_wider')
    .replace("'deadlineMoved'", "'deadlineMoved', 'referralOverdue', 'consentToReview'");
  await sql.raw(wider).execute(db);
  await sql`INSERT INTO alert_wider SELECT * FROM alert`.execute(db);
  await sql`DROP TABLE alert`.execute(db);
  await sql`ALTER TABLE alert_wider RENAME TO alert`.execute(db);
  await sql`CREATE INDEX alert_case ON alert (case_id)`.execute(db);
  await sql`CREATE INDEX alert_open ON alert (raised_at) WHERE closed_at IS NULL`.execute(db);
}
