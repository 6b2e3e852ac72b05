import { sql, type Kysely } from 'kysely';

const wasSealed = (unit: string) => sql`EXISTS (
  SELECT 1 FROM case_seal WHERE case_id = case_file.id AND sealed_at < ${sql.raw(unit)}.closed_at
    AND (opened_at IS NULL OR opened_at >= ${sql.raw(unit)}.closed_at))`;

/**
 * Units of before were given their cases by today's seal (0069). What was sealed when its unit closed was not counted
 * there and waits; what was sealed since was counted, and must not be counted again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    DELETE FROM counted_case WHERE EXISTS (
      SELECT 1 FROM case_file JOIN frozen_report ON frozen_report.id = counted_case.report_id
      WHERE case_file.id = counted_case.case_id AND frozen_report.schema_version = 1
        AND ${wasSealed('frozen_report')})`.execute(db);
  await sql`
    INSERT OR IGNORE INTO counted_case
    SELECT case_file.id, frozen_report.id FROM case_file
    JOIN frozen_report ON frozen_report.period = case_file.reporting_month AND frozen_report.view <> 'band'
    WHERE frozen_report.schema_version = 1 AND case_file.state <> 'draft' AND case_file.is_sealed = 1
      AND NOT ${wasSealed('frozen_report')}`.execute(db);
  await sql`
    INSERT OR IGNORE INTO counted_case
    SELECT case_file.id, unit.id FROM case_file
    JOIN frozen_report AS band ON band.period = case_file.reporting_month AND band.view = 'band'
    JOIN frozen_report AS unit ON unit.schema_version = 1 AND unit.period LIKE '%-Q%-residual' AND unit.view <> 'band'
      AND substr(unit.period, 1, 4) = substr(band.period, 1, 4) AND unit.closed_at >= band.closed_at
    WHERE case_file.state <> 'draft' AND case_file.annulled_at IS NULL AND case_file.is_sealed = 1
      AND NOT ${wasSealed('unit')}
    ORDER BY unit.closed_at`.execute(db);
}

/** The cases of a unit are sealed with it. */
export const sealed = { reseals: { frozen_report: 'SELECT id FROM frozen_report WHERE schema_version = 1' } };
