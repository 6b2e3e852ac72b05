/** Rows asked and written by their columns: what a value, a list, null and an order say. */
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { queriesOf } from '../../src/main/platform/storage/migrate.ts';
import {
  changeRows,
  findRow,
  hasRow,
  insertRow,
  nextVersions,
  rowsOf,
  tablesOf,
  type Trx,
} from '../../src/main/platform/storage/rows.ts';

type Tables = { note: { id: string; place: string | null; version: number } };
const tablesIn = tablesOf<Tables>();

let rows: ReturnType<typeof tablesIn>;

beforeEach(async () => {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Database(':memory:') }) });
  await sql`create table note (id text primary key, place text, version integer not null) strict`.execute(db);
  rows = tablesIn(db as unknown as Trx);
  await insertRow(rows, 'note', [
    { id: 'b', place: 'door', version: 1 },
    { id: 'a', place: null, version: 1 },
    { id: 'c', place: 'desk', version: 1 },
  ]);
});

const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);

describe('rows of a table', () => {
  it('are those whose columns hold the value, one of the list, or null', async () => {
    expect(ids(await rowsOf(rows, 'note', { place: 'door' }))).toEqual(['b']);
    expect(ids(await rowsOf(rows, 'note', { place: null }))).toEqual(['a']);
    expect(ids(await rowsOf(rows, 'note', { id: ['c', 'a'] }, 'id'))).toEqual(['a', 'c']);
    expect(await rowsOf(rows, 'note', { id: [] })).toEqual([]);
    expect(await hasRow(rows, 'note', { id: 'a', place: 'door' })).toBe(false);
  });

  it('come in the order asked for, the greatest first where it says so', async () => {
    expect(ids(await rowsOf(rows, 'note', { version: 1 }, 'version', 'id desc'))).toEqual(['c', 'b', 'a']);
    expect(ids(await rowsOf(rows, 'note', { version: 1 }, 'rowid'))).toEqual(['b', 'a', 'c']);
    expect((await findRow(rows, 'note', { version: 1 }, 'rowid desc'))?.id).toBe('c');
  });

  it('are written alone or as the next version, and no others with them', async () => {
    await insertRow(rows, 'note', []);
    await changeRows(rows, 'note', { id: 'a' }, { place: 'hall' });
    await nextVersions(rows, 'note', { id: 'b' }, { place: 'hall' });
    expect(await rowsOf(rows, 'note', { version: [1, 2] }, 'id')).toEqual([
      { id: 'a', place: 'hall', version: 1 },
      { id: 'b', place: 'hall', version: 2 },
      { id: 'c', place: 'desk', version: 1 },
    ]);
  });

  it('are never written without saying which', async () => {
    await expect(changeRows(rows, 'note', {}, { place: 'hall' })).rejects.toThrow(/which rows/);
    await expect(nextVersions(rows, 'note', {}, {})).rejects.toThrow(/which rows/);
    expect(await hasRow(rows, 'note', { place: 'hall' })).toBe(false);
  });
});

describe('how many rows are wanted', () => {
  const ask = (limit: number | ReturnType<typeof sql.raw<number>>) => {
    const queries = queriesOf<Tables>(new Database(':memory:'));
    return queries.selectFrom('note').select('id').where('version', '=', 1).limit(limit).compile();
  };

  it('is said in the text: a statement that binds it is prepared anew at every run', () => {
    expect(ask(3)).toMatchObject({ sql: 'select "id" from "note" where "version" = ? limit 3', parameters: [1] });
  });

  it('is bound or said as it was asked where it is no number', () => {
    expect(ask(sql.raw('2 + 1'))).toMatchObject({ sql: expect.stringMatching(/ limit 2 \+ 1$/) as string });
    expect(ask(1.5)).toMatchObject({ sql: expect.stringMatching(/ limit \?$/) as string, parameters: [1, 1.5] });
  });
});
