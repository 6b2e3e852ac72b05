import { sql, type Kysely } from 'kysely';

/** Authorities and services the centre writes to. The place of a shelter has no column it could stand in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE authority (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN (
        'familyCourt', 'magistrateCourt', 'peaceJudge', 'preparatoryCourt', 'criminalCourt', 'upperCourt',
        'criminalProsecutor', 'violenceProsecutor', 'familyProsecutor', 'policeStation', 'forensicMedicine',
        'childProtection', 'demuna', 'publicDefence', 'healthFacility', 'mentalHealthCentre', 'institutionalCare',
        'urgentCare', 'shelterCoordination', 'otherCem', 'healthInsurance', 'school', 'socialProgramme', 'other'
      )),
      treatment TEXT,
      office TEXT NOT NULL CHECK (office <> ''),
      district_code TEXT CHECK (length(district_code) = 6),
      address TEXT,
      phone TEXT,
      mail TEXT,
      reception_hours TEXT,
      distance_days INTEGER CHECK (distance_days BETWEEN 0 AND 60),
      size_limit_mb INTEGER CHECK (size_limit_mb BETWEEN 1 AND 500),
      is_complementary INTEGER NOT NULL CHECK (is_complementary IN (0, 1)),
      is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
      changed_on TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK (kind <> 'shelterCoordination' OR (address IS NULL AND district_code IS NULL))
    ) STRICT`.execute(db);
  await sql`CREATE INDEX authority_kind ON authority (kind, is_active)`.execute(db);
}
