/** What is asked about one ficha or one person does not read what all the years left, from the first row to the last. */
import Database from 'better-sqlite3';
import { afterEach, expect, it, vi } from 'vitest';
import { migrations } from '../../../src/main/migrations/index.ts';
import { migrate } from '../../../src/main/platform/storage/migrate.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  await closeCentres();
});

/** Read whole on purpose: a few rows whatever the years, one for what is rare (a conflict, a reserve), files once at the start. */
const few = [
  ...['audit_state', 'secret', 'staff_member', 'staff_role', 'exceptional_access', 'person_key_edition'],
  ...['conflict_declaration', 'case_seal_member', 'case_key', 'centre', 'office', 'stored_file'],
];
/** The newest entry, and whether there is any ficha: the first row alone. */
const firstRow =
  /from "?audit_entry"? order by "?seq"? desc limit 1\b|\(select id from case_file where annulled_at is null limit 1\)/;

/** The tables that SQLite reads from the first row to the last for this; an index that holds only some rows is no such table. */
function readWhole(db: Database.Database, text: string): string[] {
  const values = Array.from({ length: text.split('?').length - 1 }, () => 'x');
  const plan = db.prepare(`explain query plan ${text}`).all(...values) as { detail: string }[];
  const called = new Map(
    [...text.matchAll(/(?:from|join) "?(\w+)"?(?: as)? "?(\w+)"?/g)].map(([, of, name]) => [name, of]),
  );
  const all = db.pragma('table_list') as { name: string; type: string }[];
  const tables = new Set(all.flatMap(({ name, type }) => (type === 'table' && name !== 'sqlite_schema' ? [name] : [])));
  return plan.flatMap(({ detail }) => {
    const [, name = '', index] = /^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?/.exec(detail) ?? [];
    const table = called.get(name) ?? name;
    if (!tables.has(table)) return [];
    const indexes = db.pragma(`index_list(${table})`) as { name: string; partial: number }[];
    const isSome = indexes.some((one) => one.name === index && one.partial === 1);
    return isSome ? [] : [table];
  });
}

it('a ficha opened, filled, validated and read is found by what it is asked by', async () => {
  const centre = await startCentre();
  const prepared = vi.spyOn(Database.prototype, 'prepare');
  await centre.aCase({ isValidated: true });
  // Of the same names: what knows her is looked at too.
  const { caseId } = await centre.aCase({ isValidated: true });
  const psychologist = await centre.as('psico');
  await psychologist.getCase({ caseId });
  await psychologist.readTimeline({ caseId });
  const said = new Set(prepared.mock.calls.map(([text]) => text));
  const texts = [...said].filter((text) => /^\s*(?:with|select|update|delete)/i.test(text) && !text.includes(' in ()'));
  vi.restoreAllMocks();

  const db = new Database(':memory:');
  await migrate(db, migrations);
  const whole = texts.flatMap((text) => {
    const tables = readWhole(db, text).filter((table) => !few.includes(table));
    return tables.length === 0 || firstRow.test(text) ? [] : [`${tables.join()}: ${text}`];
  });
  expect(whole).toEqual([]);
  expect(texts.length).toBeGreaterThan(50);
  // What it is measured with finds one.
  expect(readWhole(db, 'select cf.id from case_file as cf where cf.number like ?')).toEqual(['case_file']);
});
