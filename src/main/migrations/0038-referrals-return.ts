import { sql, type Kysely } from 'kysely';

/** What becomes of a referral: how it was handed over, the slip that comes back, and a refusal with its reason. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE referral ADD COLUMN code TEXT`.execute(db);
  await sql`
    ALTER TABLE referral ADD COLUMN handed_how TEXT
    CHECK (handed_how IN ('toHer', 'courier', 'accompanied'))`.execute(db);
  await sql`ALTER TABLE referral ADD COLUMN handed_at TEXT`.execute(db);
  await sql`CREATE UNIQUE INDEX referral_code ON referral (code) WHERE code IS NOT NULL`.execute(db);
  await sql`
    CREATE TABLE referral_slip (
      id TEXT PRIMARY KEY,
      referral_id TEXT NOT NULL UNIQUE REFERENCES referral (id),
      case_id TEXT NOT NULL REFERENCES case_file (id),
      attended INTEGER NOT NULL CHECK (attended IN (0, 1)),
      not_attended_reason TEXT
        CHECK (not_attended_reason IN ('didNotCome', 'noAttention', 'sentElsewhere', 'refused')),
      attended_on TEXT,
      attended_time TEXT,
      kit TEXT CHECK (kit IN ('yes', 'no', 'partial')),
      next_on TEXT,
      next_time TEXT,
      next_place TEXT,
      recommendations TEXT,
      professional TEXT,
      college TEXT,
      result TEXT NOT NULL,
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((attended = 0) = (not_attended_reason IS NOT NULL)),
      CHECK (attended = 1 OR attended_on IS NULL)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX referral_slip_case ON referral_slip (case_id)`.execute(db);
  await sql`
    CREATE TABLE referral_slip_tick (
      slip_id TEXT NOT NULL REFERENCES referral_slip (id),
      list TEXT NOT NULL CHECK (list IN ('service', 'kit')),
      code TEXT NOT NULL,
      PRIMARY KEY (slip_id, list, code)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TABLE referral_refusal (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      kind TEXT NOT NULL,
      reason INTEGER NOT NULL CHECK (reason BETWEEN 1 AND 10),
      words TEXT,
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX referral_refusal_case ON referral_refusal (case_id)`.execute(db);
}
