/** What the seals of records rest on: which tables they cover, and columns that stay empty in old rows. */
import Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../src/main/migrations/index.ts';
import { migrate, queriesOf } from '../../src/main/platform/storage/migrate.ts';
import { sealedKinds } from '../../src/main/sealed-kinds.ts';
import { formSectionIds } from '../../src/shared/intake/index.ts';

type Column = { name: string; type: string; notnull: number; dflt_value: string | null };

/** Columns of the row itself, beside those of the questions. */
const own = ['id', 'case_id', 'started', 'updated_by', 'version'];
const sections = formSectionIds.map((id) => `section_${id}`);

const db = new Database(':memory:');
let queries: Kysely<unknown>;
const columns = (table: string) => db.pragma(`table_info(${table})`) as Column[];

beforeAll(async () => {
  db.pragma('foreign_keys=ON');
  await migrate(db, migrations);
  queries = queriesOf(db);
});
afterAll(async () => {
  await queries.destroy();
});

describe('sections of the form', () => {
  it.each(sections)('leave every answer of %s empty until it is asked', (table) => {
    const answers = columns(table).filter(({ name }) => !own.includes(name));
    expect(answers.length).toBeGreaterThan(table < 'section_d' ? 20 : 1);
    expect(answers.filter((column) => column.notnull === 1 || column.dflt_value !== null)).toEqual([]);
  });
});

describe('sealed kinds', () => {
  it('name tables and columns that exist, with a version in each record', () => {
    for (const { kind, table, children } of sealedKinds) {
      const names = columns(table).map(({ name }) => name);
      expect(names, kind).toEqual(expect.arrayContaining(['id', 'version']));
      for (const child of children) {
        const owned = columns(child.table).map(({ name }) => name);
        expect(owned, child.table).toEqual(expect.arrayContaining([child.ownerColumn, ...child.orderBy.split(',')]));
      }
    }
  });

  it('cover every table with a version: what is not sealed can be changed unseen', () => {
    const tables = (
      db.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'").all() as {
        name: string;
      }[]
    ).map(({ name }) => name);
    const sealed = new Set(sealedKinds.map(({ table }) => table));
    const open = tables.filter((table) => columns(table).some(({ name }) => name === 'version') && !sealed.has(table));
    // A draft is saved every second without an entry of its own, and nothing is printed from it.
    expect(open).toEqual(['draft']);
  });
});
