import { sql, type Kysely } from 'kysely';

/**
 * One directory (D45): authorities and institutions become offices. An institution keeps its id, so that the calls it made
 * still name it; its office is joined to its name.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // What refers to an authority follows its new name; then the table is made anew under it.
  await sql`ALTER TABLE authority RENAME TO office`.execute(db);
  await sql`
    CREATE TABLE office_wider (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN (
        'familyCourt', 'magistrateCourt', 'peaceJudge', 'preparatoryCourt', 'criminalCourt', 'upperCourt',
        'criminalProsecutor', 'violenceProsecutor', 'familyProsecutor', 'policeStation', 'forensicMedicine',
        'childProtection', 'demuna', 'publicDefence', 'healthFacility', 'mentalHealthCentre', 'institutionalCare',
        'urgentCare', 'shelterCoordination', 'otherCem', 'healthInsurance', 'school', 'municipality',
        'socialProgramme', 'other'
      )),
      name TEXT NOT NULL CHECK (name <> ''),
      treatment TEXT,
      district_code TEXT CHECK (length(district_code) = 6),
      address TEXT,
      phone TEXT,
      phone_source TEXT,
      phone_verified_on TEXT,
      mail TEXT,
      reception_hours TEXT,
      distance_days INTEGER CHECK (distance_days BETWEEN 0 AND 60),
      size_limit_mb INTEGER CHECK (size_limit_mb BETWEEN 1 AND 500),
      takes_one_file INTEGER NOT NULL CHECK (takes_one_file IN (0, 1)),
      file_name_pattern TEXT,
      is_complementary INTEGER NOT NULL CHECK (is_complementary IN (0, 1)),
      is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
      changed_on TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK (kind <> 'shelterCoordination' OR (address IS NULL AND district_code IS NULL)),
      CHECK (phone_verified_on IS NULL OR (phone IS NOT NULL AND phone_source IS NOT NULL))
    ) STRICT`.execute(db);
  await sql`
    INSERT INTO office_wider SELECT
      id, kind, office, treatment, district_code, address, phone, NULL, NULL, mail, reception_hours, distance_days,
      size_limit_mb, COALESCE(takes_one_file, 0), file_name_pattern, is_complementary, is_active, changed_on, version
    FROM office`.execute(db);
  await sql`
    INSERT INTO office_wider
      (id, kind, name, phone, phone_source, phone_verified_on, takes_one_file, is_complementary, is_active, changed_on, version)
    SELECT
      id,
      CASE kind
        WHEN 'police' THEN 'policeStation' WHEN 'prosecutor' THEN 'criminalProsecutor' WHEN 'court' THEN 'familyCourt'
        WHEN 'health' THEN 'healthFacility' WHEN 'children' THEN 'childProtection' WHEN 'education' THEN 'school'
        WHEN 'programme' THEN 'socialProgramme' WHEN 'shelter' THEN 'shelterCoordination' ELSE kind
      END,
      concat_ws(' · ', name, office), phone, source, verified_on, 0, 0, is_active, verified_on, version
    FROM institution`.execute(db);
  await sql`DROP TABLE office`.execute(db);
  await sql`ALTER TABLE office_wider RENAME TO office`.execute(db);
  await sql`CREATE INDEX office_kind ON office (kind, is_active)`.execute(db);
  await sql`ALTER TABLE institution_call RENAME COLUMN institution_id TO office_id`.execute(db);
  await sql`ALTER TABLE institution_call RENAME TO office_call_before`.execute(db);
  // Told to somebody who was not called back at the number of the directory: not even the file takes it.
  await sql`
    CREATE TABLE institution_call (
      id TEXT PRIMARY KEY,
      arrival_id TEXT NOT NULL REFERENCES arrival (id),
      office_id TEXT REFERENCES office (id),
      caller TEXT NOT NULL,
      office TEXT NOT NULL,
      question TEXT NOT NULL,
      received_at TEXT NOT NULL,
      taken_by TEXT NOT NULL REFERENCES staff_member (id),
      phone_called TEXT,
      called_back_at TEXT,
      called_back_by TEXT REFERENCES staff_member (id),
      answer TEXT CHECK (answer IN ('told', 'notTold')),
      answered_at TEXT,
      answered_by TEXT REFERENCES staff_member (id),
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK (called_back_at IS NULL OR (office_id IS NOT NULL AND phone_called IS NOT NULL)),
      CHECK (answer IS NULL OR answer = 'notTold' OR called_back_at IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`INSERT INTO institution_call SELECT * FROM office_call_before`.execute(db);
  await sql`DROP TABLE office_call_before`.execute(db);
  await sql`DROP TABLE institution`.execute(db);
  await sql`CREATE INDEX institution_call_received ON institution_call (received_at)`.execute(db);
  await sql`UPDATE change_set SET part = 'office', record_kind = 'office' WHERE record_kind = 'authority'`.execute(db);
}

/** Authorities and institutions were sealed as such; offices were not there. What changes is sealed anew in the transaction. */
export const sealed = {
  sealedBefore: {
    office: null,
    authority: { kind: 'authority', table: 'authority', children: [] },
    institution: { kind: 'institution', table: 'institution', children: [] },
  },
  reseals: {
    office: 'SELECT id FROM office',
    institution_call: 'SELECT id FROM institution_call',
    change_set: "SELECT id FROM change_set WHERE record_kind = 'office'",
  },
};
