import { sql, type Kysely } from 'kysely';

/** Whether a step itself ticked its action in Section E: that alone is taken away with it. Of steps of before nobody knows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE plan_step ADD COLUMN has_ticked INTEGER NOT NULL DEFAULT 0 CHECK (has_ticked IN (0, 1))`.execute(
    db,
  );
}

export const sealed = { reseals: { plan_step: 'SELECT id FROM plan_step' } };
