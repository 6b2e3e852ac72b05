/** A list of kinds made longer: rows, rules and indexes stay, and what was refused is taken. */
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { queriesOf } from '../../src/main/platform/storage/migrate.ts';
import { widenKinds } from '../../src/main/platform/storage/widen-kinds.ts';

function made(name: string) {
  const db = new Sqlite(':memory:');
  db.exec(`
    CREATE TABLE ${name} (id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN (
      'one', 'two'
    )), size INTEGER NOT NULL CHECK (size > 0)) STRICT;
    CREATE INDEX paper_kind ON paper (kind);
    INSERT INTO paper VALUES ('a', 'one', 1)`);
  return db;
}

const column = { table: 'paper', column: 'kind' } as const;

describe('widenKinds', () => {
  it.each(['paper', '"paper"'])('keeps rows, rules and indexes of %s and takes the new words', async (name) => {
    const db = made(name);
    await widenKinds(queriesOf(db), column, ['three', 'four']);
    const put = (kind: string, size: number) => () =>
      db.prepare('INSERT INTO paper VALUES (?, ?, ?)').run(kind, kind, size);
    for (const kind of ['two', 'three', 'four']) expect(put(kind, 1)).not.toThrow();
    expect(put('five', 1)).toThrow(/CHECK/);
    expect(() => db.prepare("INSERT INTO paper VALUES ('b', 'one', 0)").run()).toThrow(/CHECK/);
    expect(db.prepare('SELECT count(*) AS rows FROM paper').get()).toEqual({ rows: 4 });
    expect(db.prepare("SELECT tbl_name FROM sqlite_master WHERE name = 'paper_kind'").get()).toEqual({
      tbl_name: 'paper',
    });
  });

  it('fails for a column without a list, and changes nothing', async () => {
    const db = made('paper');
    await expect(widenKinds(queriesOf(db), { table: 'paper', column: 'size' }, ['three'])).rejects.toThrow(
      /without the list/,
    );
    expect(db.prepare('SELECT count(*) AS rows FROM paper').get()).toEqual({ rows: 1 });
  });
});
