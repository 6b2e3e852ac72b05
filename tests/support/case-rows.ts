/** Many fichas put into the tables of a record at once, copies of one: for figures, never for what a service must do. */
import type { Database } from '../../src/main/platform/storage/open-database.ts';
import { addDays, type CivilDate } from '../../src/shared/platform/dates.ts';

/** Days on which the copies stand, so that not all of them have the same terms. */
const daysBack = 400;

type Row = Record<string, string | number | null>;

const sections = ['section_a', 'section_b', 'section_c', 'section_d', 'section_e'] as const;

/** Writes rows again with other values in some of their columns. */
function writeAgain(db: Database, table: string, rows: readonly Row[], changed: (row: Row) => Row): void {
  for (const row of rows) {
    const values = { ...row, ...changed(row) };
    const columns = Object.keys(values);
    const places = columns.map(() => '?').join(', ');
    db.prepare(`insert into ${table} (${columns.join(', ')}) values (${places})`).run(...Object.values(values));
  }
}

/**
 * Copies of a ficha with its sections, its team and its interviews, one after the other on the days before its own; both
 * persons and the event are shared.
 */
export function copyCase(db: Database, caseId: string, count: number): void {
  const of = (table: string, column: string, value: string) =>
    db.prepare(`select * from ${table} where ${column} = ?`).all(value) as Row[];
  const found = {
    file: of('case_file', 'id', caseId),
    grants: of('case_grant', 'case_id', caseId),
    interviews: of('interview', 'case_id', caseId),
    sections: sections.map((table) => ({ table, rows: of(table, 'case_id', caseId) })),
  };
  const below = (table: string, column: string, rows: readonly Row[]) =>
    rows.map(({ id }) => ({ id, rows: of(table, column, String(id)) }));
  const parts = below('interview_part', 'interview_id', found.interviews);
  const ticks = found.sections.map(({ table, rows }) => ({
    table,
    ticks: below(`${table}_tick`, 'section_id', rows),
    asked: below(`${table}_asked`, 'section_id', rows),
  }));
  db.transaction(() => {
    for (let at = 1; at <= count; at += 1) {
      const again = (id: unknown) => `${String(at).padStart(8, '0')}${String(id).slice(8)}`;
      const own = () => ({ case_id: again(caseId) });
      const before = (day: unknown) => addDays(String(day).slice(0, 10) as CivilDate, -(at % daysBack));
      writeAgain(db, 'case_file', found.file, (row) => ({
        ...{ id: again(row['id']), number: `2019-${String(at).padStart(4, '0')}` },
        ...{ ficha_numeric: null, ficha_alphabetic: null, admitted_on: before(row['admitted_on']) },
        validated_at: row['validated_at'] === null ? null : `${before(row['validated_at'])}T15:00:00.000Z`,
      }));
      writeAgain(db, 'case_grant', found.grants, (row) => ({ id: again(row['id']), ...own() }));
      writeAgain(db, 'interview', found.interviews, (row) => ({
        ...{ id: again(row['id']), ...own(), held_on: before(row['held_on']) },
      }));
      for (const { id, rows } of parts)
        writeAgain(db, 'interview_part', rows, (row) => ({ id: again(row['id']), interview_id: again(id) }));
      for (const { table, rows } of found.sections)
        writeAgain(db, table, rows, (row) => ({ id: again(row['id']), ...own() }));
      for (const { table, ticks: ticked, asked } of ticks) {
        for (const { id, rows } of ticked) writeAgain(db, `${table}_tick`, rows, () => ({ section_id: again(id) }));
        for (const { id, rows } of asked) writeAgain(db, `${table}_asked`, rows, () => ({ section_id: again(id) }));
      }
    }
  })();
}
