/** A kept thing has the table, the seal and the words that its description asks for. */
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../src/main/migrations/index.ts';
import { migrate } from '../../src/main/platform/storage/migrate.ts';
import { columnsOf } from '../../src/main/record/index.ts';
import { sealedKinds } from '../../src/main/sealed-kinds.ts';
import { recordKindWords } from '../../src/shared/audit/index.ts';
import { reasonWords } from '../../src/shared/failure-words.ts';
import { keptThings } from '../../src/shared/kept-things.ts';

describe.each(keptThings.map((thing) => [thing.kind, thing] as const))('%s', (kind, thing) => {
  it('has a table with a column for each field, of its type, and those of every kept thing', async () => {
    const db = new Database(':memory:');
    await migrate(db, migrations);
    const table = db.prepare('select name, type from pragma_table_info(?)').all(kind) as {
      name: string;
      type: string;
    }[];
    db.close();
    const own = ['id TEXT', 'is_active INTEGER', 'changed_on TEXT', 'version INTEGER'];
    const asked = Object.entries(thing.fields).flatMap(([name, field]) => columnsOf(name, field));
    expect(table.map(({ name, type }) => `${name} ${type}`).sort(), 'columns of the table: a migration').toEqual(
      [...own, ...asked.map(({ name, type }) => `${name} ${type}`)].sort(),
    );
  });

  it('names only fields of its own, the name first among what a list says', () => {
    const names = Object.keys(thing.fields);
    const said = [thing.name, ...thing.order, ...thing.columns, ...thing.unique.fields];
    expect(said.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('is sealed, and has its words for the audit and for the refusal of a twin', () => {
    expect(sealedKinds.filter((one) => one.kind === kind).map(({ table }) => table)).toEqual([kind]);
    expect.soft(recordKindWords(kind), 'kindWords of src/shared/audit/labels.ts').not.toBe('Registro');
    expect.soft(reasonWords[thing.unique.reason], 'src/shared/failure-words.ts').toBeTypeOf('string');
  });
});
