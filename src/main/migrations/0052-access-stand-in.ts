import { sql, type Kysely } from 'kysely';

/**
 * Who stands in for whom, and until when: days of the centre, both counted. Nothing of it is stored as a function or a
 * grant: it is read by the day, so that it ends by itself.
 *
 * `recovery_key_use` says for which act the recovery key was typed instead of a second person. `staff_notice` is told to
 * one person until that person says that it was read. `code_until` is set while only a one-time code opens a slot.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE staff_member ADD COLUMN code_until TEXT`.execute(db);
  await sql`
    CREATE TABLE caseload_cover (
      id TEXT PRIMARY KEY,
      absent_id TEXT NOT NULL REFERENCES staff_member (id),
      substitute_id TEXT NOT NULL REFERENCES staff_member (id),
      service TEXT NOT NULL CHECK (service IN ('psychology', 'social', 'legal')),
      from_on TEXT NOT NULL,
      until_on TEXT NOT NULL,
      reason TEXT NOT NULL CHECK (reason IN ('vacation', 'medicalLeave', 'leave', 'mission', 'training', 'left', 'other')),
      words TEXT,
      granted_by TEXT NOT NULL REFERENCES staff_member (id),
      granted_at TEXT NOT NULL,
      ended_at TEXT,
      ended_by TEXT REFERENCES staff_member (id),
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK (absent_id <> substitute_id),
      CHECK (until_on >= from_on),
      CHECK (julianday(until_on) - julianday(from_on) < 30),
      CHECK ((reason = 'other') = (words IS NOT NULL)),
      CHECK ((ended_at IS NULL) = (ended_by IS NULL))
    ) STRICT`.execute(db);
  await sql`CREATE INDEX caseload_cover_substitute ON caseload_cover (substitute_id, until_on)`.execute(db);
  await sql`
    CREATE TABLE acting_coordinator (
      id TEXT PRIMARY KEY,
      staff_id TEXT NOT NULL REFERENCES staff_member (id),
      from_on TEXT NOT NULL,
      until_on TEXT NOT NULL,
      memorandum TEXT NOT NULL CHECK (memorandum <> ''),
      with_recovery_key INTEGER NOT NULL CHECK (with_recovery_key IN (0, 1)),
      proposed_by TEXT NOT NULL REFERENCES staff_member (id),
      approved_by TEXT NOT NULL REFERENCES staff_member (id),
      approved_at TEXT NOT NULL,
      ended_at TEXT,
      ended_by TEXT REFERENCES staff_member (id),
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK (until_on >= from_on),
      CHECK (approved_by <> proposed_by OR with_recovery_key = 1),
      CHECK ((ended_at IS NULL) = (ended_by IS NULL))
    ) STRICT`.execute(db);
  await sql`CREATE INDEX acting_coordinator_staff ON acting_coordinator (staff_id, until_on)`.execute(db);
  await sql`
    CREATE TABLE recovery_key_use (
      id TEXT PRIMARY KEY,
      act TEXT NOT NULL CHECK (act IN ('approval', 'staff-disable')),
      -- The proposal decided, or the person whose access was taken away.
      subject_id TEXT NOT NULL,
      summary TEXT NOT NULL,
      used_by TEXT NOT NULL REFERENCES staff_member (id),
      used_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX recovery_key_use_subject ON recovery_key_use (subject_id)`.execute(db);
  await sql`
    CREATE TABLE staff_notice (
      id TEXT PRIMARY KEY,
      staff_id TEXT NOT NULL REFERENCES staff_member (id),
      words TEXT NOT NULL,
      raised_at TEXT NOT NULL,
      seen_at TEXT,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX staff_notice_waiting ON staff_notice (staff_id) WHERE seen_at IS NULL`.execute(db);
}
