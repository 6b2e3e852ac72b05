import { sql, type Kysely } from 'kysely';

/**
 * Sections C to F of the form and what Section A still lacked: one typed column a question, one row a tick, one row for
 * each question with several answers that was asked. Professional appraisals: the text stands in `sealed_field`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE section_a ADD COLUMN birth_district TEXT CHECK (length(birth_district) = 6)`.execute(db);
  await sql`ALTER TABLE section_a ADD COLUMN aggressor_home_settlement TEXT`.execute(db);
  await sectionC(db);
  await sectionD(db);
  await sectionE(db);
  await sectionF(db);
  for (const letter of ['c', 'd', 'e', 'f']) await ticksOf(db, letter);
  await appraisal(db);
}

async function sectionC(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE section_c (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
      started INTEGER NOT NULL CHECK (started IN (0, 1)),
      updated_by TEXT NOT NULL REFERENCES staff_member (id),
      has_networks INTEGER CHECK (has_networks IN (0, 1)),
      network_count INTEGER CHECK (network_count BETWEEN 1 AND 5),
      network1_who TEXT,
      network1_name TEXT,
      network1_support INTEGER,
      network2_who TEXT,
      network2_name TEXT,
      network2_support INTEGER,
      network3_who TEXT,
      network3_name TEXT,
      network3_support INTEGER,
      network4_who TEXT,
      network4_name TEXT,
      network4_support INTEGER,
      network5_who TEXT,
      network5_name TEXT,
      network5_support INTEGER,
      needs_insertion INTEGER CHECK (needs_insertion IN (0, 1)),
      accepts_insertion INTEGER CHECK (accepts_insertion IN (0, 1)),
      inserted_with_kin INTEGER CHECK (inserted_with_kin IN (0, 1)),
      insertion_kin_count INTEGER CHECK (insertion_kin_count BETWEEN 1 AND 5),
      insertion_kin1_who TEXT,
      insertion_kin1_age INTEGER CHECK (insertion_kin1_age BETWEEN 0 AND 120),
      insertion_kin2_who TEXT,
      insertion_kin2_age INTEGER CHECK (insertion_kin2_age BETWEEN 0 AND 120),
      insertion_kin3_who TEXT,
      insertion_kin3_age INTEGER CHECK (insertion_kin3_age BETWEEN 0 AND 120),
      insertion_kin4_who TEXT,
      insertion_kin4_age INTEGER CHECK (insertion_kin4_age BETWEEN 0 AND 120),
      insertion_kin5_who TEXT,
      insertion_kin5_age INTEGER CHECK (insertion_kin5_age BETWEEN 0 AND 120),
      inserted_in_shelter INTEGER CHECK (inserted_in_shelter IN (0, 1)),
      insertion_shelter_count INTEGER CHECK (insertion_shelter_count BETWEEN 1 AND 4),
      insertion_shelter1 TEXT,
      insertion_shelter2 TEXT,
      insertion_shelter3 TEXT,
      insertion_shelter4 TEXT,
      no_insertion_reason TEXT,
      reintegration_plan INTEGER,
      home_visit_made INTEGER CHECK (home_visit_made IN (0, 1)),
      no_home_visit_reason TEXT,
      home_visit_result INTEGER,
      home_visit_actions TEXT,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
}

async function sectionD(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE section_d (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
      started INTEGER NOT NULL CHECK (started IN (0, 1)),
      updated_by TEXT NOT NULL REFERENCES staff_member (id),
      police_office TEXT,
      police_since TEXT,
      prosecutor_office TEXT,
      prosecutor_since TEXT,
      peace_court_office TEXT,
      peace_court_since TEXT,
      specialised_court_office TEXT,
      specialised_court_since TEXT,
      superior_court_office TEXT,
      superior_court_since TEXT,
      supreme_court_office TEXT,
      supreme_court_since TEXT,
      other_own_measure TEXT,
      femicide_attempt INTEGER CHECK (femicide_attempt IN (0, 1)),
      femicide_motive INTEGER,
      other_femicide_motive TEXT,
      femicide_modality INTEGER,
      other_femicide_modality TEXT,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
}

async function sectionE(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE section_e (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
      started INTEGER NOT NULL CHECK (started IN (0, 1)),
      updated_by TEXT NOT NULL REFERENCES staff_member (id),
      other_plan_action TEXT,
      plan_observations TEXT,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
}

async function sectionF(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE section_f (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
      started INTEGER NOT NULL CHECK (started IN (0, 1)),
      updated_by TEXT NOT NULL REFERENCES staff_member (id),
      sexual_violence_case INTEGER CHECK (sexual_violence_case IN (0, 1)),
      kit_health_centre TEXT,
      kit_professional TEXT,
      no_kit_reason INTEGER,
      other_no_kit_reason TEXT,
      legal_violence_kind INTEGER,
      legal_process_kind INTEGER,
      process_instance INTEGER,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
}

async function ticksOf(db: Kysely<unknown>, letter: string): Promise<void> {
  await sql
    .raw(
      `CREATE TABLE section_${letter}_tick (
      section_id TEXT NOT NULL REFERENCES section_${letter} (id),
      question TEXT NOT NULL,
      tick TEXT NOT NULL,
      PRIMARY KEY (section_id, question, tick)
    ) STRICT, WITHOUT ROWID`,
    )
    .execute(db);
  await sql
    .raw(
      `CREATE TABLE section_${letter}_asked (
      section_id TEXT NOT NULL REFERENCES section_${letter} (id),
      question TEXT NOT NULL,
      PRIMARY KEY (section_id, question)
    ) STRICT, WITHOUT ROWID`,
    )
    .execute(db);
}

async function appraisal(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE appraisal (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      service TEXT NOT NULL CHECK (service IN ('psychology', 'social', 'legal')),
      is_handed_over INTEGER NOT NULL CHECK (is_handed_over IN (0, 1)),
      written_by TEXT NOT NULL REFERENCES staff_member (id),
      written_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      UNIQUE (case_id, service)
    ) STRICT`.execute(db);
}
