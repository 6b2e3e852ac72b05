import { sql, type Kysely } from 'kysely';

/** The counterparts of other institutions in the same building: their function, what is handed over to them, what they note. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE staff_role_wider (
      staff_id TEXT NOT NULL REFERENCES staff_member (id),
      role TEXT NOT NULL CHECK (role IN (
        'admission', 'psychologist', 'socialWorker', 'lawyer', 'preventionOfficer', 'coordinator', 'technicalSupport',
        'auditor', 'policeCounterpart', 'healthCounterpart')),
      PRIMARY KEY (staff_id, role)) STRICT, WITHOUT ROWID`.execute(db);
  await sql`INSERT INTO staff_role_wider SELECT staff_id, role FROM staff_role`.execute(db);
  await sql`DROP TABLE staff_role`.execute(db);
  await sql`ALTER TABLE staff_role_wider RENAME TO staff_role`.execute(db);
  await sql`
    CREATE TABLE counterpart_post (
      id TEXT PRIMARY KEY,
      side TEXT NOT NULL UNIQUE CHECK (side IN ('police', 'health')),
      is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
      -- As she hears whom she agrees to, and as the letter is addressed.
      establishment TEXT NOT NULL,
      changed_by TEXT NOT NULL REFERENCES staff_member (id),
      changed_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)) STRICT`.execute(db);
  await sql`
    CREATE TABLE counterpart_hand_over (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      side TEXT NOT NULL CHECK (side IN ('police', 'health')),
      referral_id TEXT NOT NULL UNIQUE REFERENCES referral (id),
      -- Named in her consent.
      establishment TEXT NOT NULL,
      handed_by TEXT NOT NULL REFERENCES staff_member (id),
      handed_at TEXT NOT NULL,
      first_act_at TEXT,
      closed_at TEXT,
      closed_by TEXT REFERENCES staff_member (id),
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((closed_at IS NULL) = (closed_by IS NULL))) STRICT`.execute(db);
  await sql`CREATE INDEX counterpart_hand_over_case ON counterpart_hand_over (case_id)`.execute(db);
  await sql`
    CREATE TABLE counterpart_note (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      hand_over_id TEXT NOT NULL REFERENCES counterpart_hand_over (id),
      kind TEXT NOT NULL CHECK (kind IN ('complaint', 'measures', 'attended')),
      -- Kept as the fact it is, the same as what stands already, or told to the professional because it differs.
      outcome TEXT NOT NULL CHECK (outcome IN ('kept', 'same', 'differs')),
      -- The fact: an event of the proceeding or the slip of the referral.
      record_id TEXT,
      -- What was said, where no fact says it.
      said TEXT,
      noted_by TEXT NOT NULL REFERENCES staff_member (id),
      noted_at TEXT NOT NULL,
      settled_by TEXT REFERENCES staff_member (id),
      settled_at TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((outcome = 'differs') = (said IS NOT NULL)),
      CHECK ((settled_at IS NULL) = (settled_by IS NULL))) STRICT`.execute(db);
  await sql`CREATE INDEX counterpart_note_case ON counterpart_note (case_id)`.execute(db);
}

/** They were not there before. */
export const sealed = { sealedBefore: { counterpart_post: null, counterpart_hand_over: null, counterpart_note: null } };
