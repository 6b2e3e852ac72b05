/** Which columns of a ficha stay readable with the key of the record alone: a new one has to be looked at. */
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../src/main/migrations/index.ts';
import { migrate } from '../../src/main/platform/storage/migrate.ts';
import { tablesOfKind } from '../../src/main/platform/storage/turned-words.ts';
import { sealedKinds } from '../../src/main/sealed-kinds.ts';
import { sharedKinds, wordColumns } from '../../src/main/word-columns.ts';

/** Ids, days, hours and who: no words. */
const isNamedPlain = (column: string) => /^id$|_(id|at|by|on|time|hash|sha256)$|^sha256$/.test(column);

async function schema() {
  const db = new Database(':memory:');
  await migrate(db, migrations);
  return db;
}

describe('columns of words', () => {
  it('are all but these, in every table of a ficha', async () => {
    const db = await schema();
    const persons = new Set<string>(sharedKinds.persons);
    const kinds = sealedKinds.filter(({ kind, ofCase }) => ofCase !== undefined && !persons.has(kind));
    const tables = [...new Set(kinds.flatMap((kind) => tablesOfKind(kind).map(({ table }) => table)))].sort();
    const plain = tables.flatMap((table) => {
      const sql = db.prepare('select sql from sqlite_master where name = ?').pluck().get(table) as string;
      const columns = db.prepare('select name, type from pragma_table_info(?)').all(table) as Record<string, string>[];
      const isCode = (name: string) => new RegExp(`\\b${name} TEXT[^,]*CHECK[^,]*\\bIN \\(`).test(sql);
      const left = columns
        .filter(({ type }) => type === 'TEXT' || type === 'BLOB')
        .map(({ name = '' }) => name)
        .filter((name) => !isNamedPlain(name) && !isCode(name) && wordColumns[table]?.columns[name] === undefined);
      return left.length === 0 ? [] : [`${table}: ${left.join(' ')}`];
    });
    db.close();
    expect(plain).toMatchSnapshot();
  });

  it('exist, each in a table of a ficha', async () => {
    const db = await schema();
    const tables = new Set(sealedKinds.flatMap((kind) => tablesOfKind(kind).map(({ table }) => table)));
    const unknown = Object.entries(wordColumns).flatMap(([table, { columns }]) => {
      const names = db.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[];
      if (!tables.has(table)) return [table];
      return Object.keys(columns)
        .filter((column) => !names.includes(column))
        .map((column) => `${table}.${column}`);
    });
    db.close();
    expect(unknown).toEqual([]);
  });
});
