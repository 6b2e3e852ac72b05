import { sql, type Kysely } from 'kysely';

const own = `
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  changed_on TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0)`;

/** Prevention: activities with their attendance, and programmes with what they found before and after. No person in it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE prevention_programme (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL CHECK (name <> ''),
      group_words TEXT NOT NULL,
      participants INTEGER NOT NULL CHECK (participants BETWEEN 1 AND 500),
      sessions INTEGER NOT NULL CHECK (sessions BETWEEN 2 AND 60),
      notes TEXT,
      ${sql.raw(own)}
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE prevention_activity (
      id TEXT PRIMARY KEY,
      held_on TEXT NOT NULL,
      starts_at TEXT NOT NULL,
      minutes INTEGER NOT NULL CHECK (minutes BETWEEN 15 AND 720),
      activity_type TEXT NOT NULL,
      activity_group TEXT NOT NULL,
      topic TEXT NOT NULL CHECK (topic <> ''),
      audience TEXT NOT NULL,
      mode TEXT NOT NULL CHECK (mode IN ('inPerson', 'remote', 'mixed')),
      place TEXT NOT NULL,
      district_code TEXT NOT NULL CHECK (length(district_code) = 6),
      host_institution TEXT,
      lead_staff TEXT NOT NULL REFERENCES staff_member (id),
      strategy TEXT,
      programme_id TEXT REFERENCES prevention_programme (id),
      session_number INTEGER CHECK (session_number BETWEEN 1 AND 60),
      official_code TEXT,
      notes TEXT,
      ${sql.raw(own)},
      CHECK ((programme_id IS NULL) = (session_number IS NULL))
    ) STRICT`.execute(db);
  await sql`CREATE INDEX prevention_activity_day ON prevention_activity (held_on)`.execute(db);
  await sql`CREATE INDEX prevention_activity_programme ON prevention_activity (programme_id)
    WHERE programme_id IS NOT NULL`.execute(db);
  await sql`
    CREATE TABLE prevention_result (
      id TEXT PRIMARY KEY,
      activity_id TEXT NOT NULL UNIQUE REFERENCES prevention_activity (id),
      state TEXT NOT NULL CHECK (state IN ('planned', 'done', 'cancelled')),
      cancel_reason TEXT CHECK (cancel_reason IN (
        'host', 'noPublic', 'staff', 'weather', 'resources', 'safety', 'moved', 'other')),
      cancel_words TEXT,
      signed_total INTEGER CHECK (signed_total >= 0),
      with_disability INTEGER CHECK (with_disability >= 0),
      indigenous INTEGER CHECK (indigenous >= 0),
      language TEXT,
      had_interpreter INTEGER NOT NULL CHECK (had_interpreter IN (0, 1)),
      materials TEXT,
      partners TEXT,
      reach INTEGER CHECK (reach >= 0),
      evidence_place TEXT,
      photos INTEGER CHECK (photos >= 0),
      photo_people INTEGER CHECK (photo_people >= 0),
      photo_consents INTEGER CHECK (photo_consents >= 0),
      photo_children INTEGER CHECK (photo_children >= 0),
      guardian_consents INTEGER CHECK (guardian_consents >= 0),
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL)),
      CHECK (cancel_words IS NULL OR cancel_reason = 'other'),
      CHECK (COALESCE(photos, 0) = 0 OR (photo_consents >= photo_people AND guardian_consents >= photo_children))
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE prevention_attendance (
      result_id TEXT NOT NULL REFERENCES prevention_result (id),
      sex TEXT NOT NULL CHECK (sex IN ('women', 'men', 'unknown')),
      age TEXT NOT NULL,
      people INTEGER NOT NULL CHECK (people > 0),
      PRIMARY KEY (result_id, sex, age)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`
    CREATE TABLE prevention_score (
      id TEXT PRIMARY KEY,
      programme_id TEXT NOT NULL UNIQUE REFERENCES prevention_programme (id),
      before_on TEXT NOT NULL,
      before_people INTEGER NOT NULL CHECK (before_people > 0),
      later_on TEXT,
      later_people INTEGER CHECK (later_people > 0),
      is_final INTEGER NOT NULL CHECK (is_final IN (0, 1)),
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((later_on IS NULL) = (later_people IS NULL)),
      CHECK (later_on IS NULL OR later_on >= before_on)
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE prevention_score_factor (
      score_id TEXT NOT NULL REFERENCES prevention_score (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      factor TEXT NOT NULL,
      before_count INTEGER NOT NULL CHECK (before_count >= 0),
      is_worked INTEGER NOT NULL CHECK (is_worked IN (0, 1)),
      later_count INTEGER CHECK (later_count >= 0),
      PRIMARY KEY (score_id, position)
    ) STRICT, WITHOUT ROWID`.execute(db);
}

/** None of these was there before. */
export const sealed = {
  sealedBefore: {
    prevention_activity: null,
    prevention_programme: null,
    prevention_result: null,
    prevention_score: null,
  },
};
