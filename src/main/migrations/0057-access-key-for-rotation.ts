import { sql, type Kysely } from 'kysely';

/** The recovery key may stand beside whoever gives the file a new key, where nobody else could (D4). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE recovery_key_use_wider (
      id TEXT PRIMARY KEY,
      act TEXT NOT NULL CHECK (act IN ('approval', 'staff-disable', 'rotation')),
      -- The proposal decided, the person whose access was taken away, or who began the new key.
      subject_id TEXT NOT NULL,
      summary TEXT NOT NULL,
      used_by TEXT NOT NULL REFERENCES staff_member (id),
      used_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`INSERT INTO recovery_key_use_wider SELECT * FROM recovery_key_use`.execute(db);
  await sql`DROP TABLE recovery_key_use`.execute(db);
  await sql`ALTER TABLE recovery_key_use_wider RENAME TO recovery_key_use`.execute(db);
  await sql`CREATE INDEX recovery_key_use_subject ON recovery_key_use (subject_id)`.execute(db);
}
