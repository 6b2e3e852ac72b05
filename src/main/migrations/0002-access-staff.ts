import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE staff_member (
      id TEXT PRIMARY KEY,
      login TEXT NOT NULL UNIQUE,
      full_name TEXT NOT NULL,
      profession TEXT,
      college TEXT,
      college_number TEXT,
      state TEXT NOT NULL CHECK (state IN ('active', 'disabled')),
      must_change_password INTEGER NOT NULL CHECK (must_change_password IN (0, 1)),
      created_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`
    CREATE TABLE staff_role (
      staff_id TEXT NOT NULL REFERENCES staff_member (id),
      role TEXT NOT NULL CHECK (role IN (
        'admission', 'psychologist', 'socialWorker', 'lawyer', 'preventionOfficer', 'coordinator', 'technicalSupport', 'auditor'
      )),
      PRIMARY KEY (staff_id, role)
    ) STRICT, WITHOUT ROWID`.execute(db);
}
