import { sql, type Kysely } from 'kysely';
import { widenKinds } from '../platform/storage/widen-kinds.ts';

/**
 * What a professional said of persons who look like those of a ficha («ninguna es ella»), and the fichas that a confirmed
 * condition rests on. Neither is ever updated. The team is told when a condition is opened again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE identity_answer (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      role TEXT NOT NULL CHECK (role IN ('user', 'aggressor')),
      person_id TEXT NOT NULL REFERENCES person (id),
      answer TEXT NOT NULL CHECK (answer IN ('different', 'reviewAsked')),
      answered_by TEXT NOT NULL REFERENCES staff_member (id),
      answered_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX identity_answer_case ON identity_answer (case_id)`.execute(db);
  await sql`CREATE INDEX identity_answer_person ON identity_answer (person_id)`.execute(db);
  await sql`
    CREATE TABLE condition_basis (
      id TEXT PRIMARY KEY,
      decision_id TEXT NOT NULL REFERENCES condition_decision (id),
      rests_on TEXT NOT NULL REFERENCES case_file (id),
      aggressor TEXT NOT NULL CHECK (aggressor IN ('same', 'other', 'undecided')),
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX condition_basis_decision ON condition_basis (decision_id)`.execute(db);
  await sql`CREATE INDEX condition_basis_rests_on ON condition_basis (rests_on)`.execute(db);
  const more = ['conditionReopened', 'identityToReview', 'sameDocumentToday'];
  await widenKinds(db, { table: 'alert', column: 'kind' }, more);
}
