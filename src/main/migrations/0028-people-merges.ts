import { sql, type Kysely } from 'kysely';

/**
 * Two records that were of one person. Nothing is erased: each moved column keeps what stood there, so that the merge
 * can be undone. The address of the record that stays, as it was, is a sealed field of the merge.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE person_merge (
      id TEXT PRIMARY KEY,
      kept_id TEXT NOT NULL REFERENCES person (id),
      absorbed_id TEXT NOT NULL REFERENCES person (id),
      state TEXT NOT NULL CHECK (state IN ('merged', 'undone')),
      proposal_id TEXT REFERENCES proposal (id),
      case_id TEXT REFERENCES case_file (id),
      kept_before TEXT NOT NULL,
      kept_after TEXT NOT NULL,
      merged_by TEXT NOT NULL REFERENCES staff_member (id),
      merged_at TEXT NOT NULL,
      undo_proposal_id TEXT REFERENCES proposal (id),
      undone_by TEXT REFERENCES staff_member (id),
      undone_at TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK (kept_id <> absorbed_id),
      CHECK ((proposal_id IS NULL) <> (case_id IS NULL)),
      CHECK ((state = 'undone') = (undone_at IS NOT NULL))
    ) STRICT`.execute(db);
  await sql`CREATE UNIQUE INDEX person_merge_absorbed ON person_merge (absorbed_id) WHERE state = 'merged'`.execute(db);
  await sql`CREATE INDEX person_merge_kept ON person_merge (kept_id)`.execute(db);
  await sql`
    CREATE TABLE person_merge_move (
      merge_id TEXT NOT NULL REFERENCES person_merge (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      table_name TEXT NOT NULL,
      column_name TEXT NOT NULL,
      row_id TEXT NOT NULL,
      before_value TEXT,
      after_value TEXT,
      PRIMARY KEY (merge_id, position)
    ) STRICT, WITHOUT ROWID`.execute(db);
}
