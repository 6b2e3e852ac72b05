import { sql, type Kysely } from 'kysely';

/**
 * A case is counted in one published unit, which the record now knows by itself. A unit has its number of publication,
 * the place in the audit that no file tells any more, the day of its cut and its revision; the rest of a year is a view.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE frozen_report_numbered (
      id TEXT PRIMARY KEY,
      period TEXT NOT NULL UNIQUE,
      publication INTEGER NOT NULL UNIQUE CHECK (publication > 0),
      revision INTEGER NOT NULL CHECK (revision > 0),
      schema_version INTEGER NOT NULL,
      view TEXT NOT NULL CHECK (view IN ('band', 'coarse', 'full', 'rest', 'year')),
      -- Empty where the unit came back from its files after an older copy: what was counted then is not known any more.
      cases INTEGER,
      audit_seq INTEGER,
      seal TEXT NOT NULL,
      cut_off TEXT NOT NULL,
      -- Empty where it came back from its files.
      proposal_id TEXT REFERENCES proposal (id),
      closed_by TEXT NOT NULL REFERENCES staff_member (id),
      approved_by TEXT NOT NULL REFERENCES staff_member (id),
      closed_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      -- 1 where the recovery key was the second person; empty for two people.
      recovery_key INTEGER CHECK (recovery_key = 1),
      CHECK (closed_by <> approved_by OR recovery_key IS NOT NULL OR proposal_id IS NULL)) STRICT`.execute(db);
  await sql`
    INSERT INTO frozen_report_numbered
    SELECT id, period, row_number() OVER (ORDER BY closed_at, period), 1, schema_version, view, cases,
      (SELECT json_extract(CAST(bytes AS TEXT), '$.auditSeq') FROM frozen_file
        WHERE report_id = frozen_report.id AND name LIKE 'reporte-%.json'),
      coalesce((SELECT json_extract(CAST(bytes AS TEXT), '$.auditSeal') FROM frozen_file
        WHERE report_id = frozen_report.id AND name LIKE 'reporte-%.json'), ''),
      substr(datetime(closed_at, '-5 hours'), 1, 10),
      proposal_id, closed_by, approved_by, closed_at, version, recovery_key
    FROM frozen_report`.execute(db);
  await sql`DROP TRIGGER frozen_report_is_final`.execute(db);
  await sql`DROP TABLE frozen_report`.execute(db);
  await sql`ALTER TABLE frozen_report_numbered RENAME TO frozen_report`.execute(db);
  await sql`CREATE TRIGGER frozen_report_is_final BEFORE UPDATE ON frozen_report
    BEGIN SELECT RAISE(ABORT, 'published unit is final'); END`.execute(db);
  await sql`
    CREATE TABLE counted_case (
      case_id TEXT PRIMARY KEY REFERENCES case_file (id),
      report_id TEXT NOT NULL REFERENCES frozen_report (id)) STRICT, WITHOUT ROWID`.execute(db);
  // What was published after the copy that this record went back to: said once for each restore.
  await sql`
    CREATE TABLE restored_reports (
      id TEXT PRIMARY KEY,
      restored_at TEXT NOT NULL UNIQUE,
      answer TEXT NOT NULL CHECK (answer IN ('none', 'lost')),
      answered_by TEXT NOT NULL REFERENCES staff_member (id),
      answered_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)) STRICT`.execute(db);
  await sql`CREATE INDEX counted_case_report ON counted_case (report_id)`.execute(db);
  await sql`
    INSERT INTO counted_case
    SELECT case_file.id, frozen_report.id FROM case_file
    JOIN frozen_report ON frozen_report.period = case_file.reporting_month AND frozen_report.view <> 'band'
    WHERE case_file.is_sealed = 0 AND case_file.state <> 'draft'`.execute(db);
  // A residual unit took the bands of its year that waited when it was closed.
  await sql`
    INSERT INTO counted_case
    SELECT case_file.id, (
      SELECT unit.id FROM frozen_report AS unit
      WHERE unit.period LIKE '%-Q%-residual' AND unit.view <> 'band'
        AND substr(unit.period, 1, 4) = substr(band.period, 1, 4) AND unit.closed_at >= band.closed_at
      ORDER BY unit.closed_at LIMIT 1) AS taken
    FROM case_file JOIN frozen_report AS band ON band.period = case_file.reporting_month AND band.view = 'band'
    WHERE case_file.is_sealed = 0 AND case_file.state <> 'draft' AND case_file.annulled_at IS NULL
      AND taken IS NOT NULL`.execute(db);
}

/** A unit was sealed without the cases that it counts; what was published after a copy was not there. */
export const sealed = {
  sealedBefore: {
    restored_reports: null,
    frozen_report: {
      kind: 'frozen_report',
      table: 'frozen_report',
      children: [
        { table: 'frozen_cell', ownerColumn: 'report_id', orderBy: 'position' },
        { table: 'frozen_file', ownerColumn: 'report_id', orderBy: 'name' },
      ],
    },
  },
  reseals: { frozen_report: 'SELECT id FROM frozen_report' },
};
