import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { columnsOf } from '../../src/main/record/index.ts';
import { migrations } from '../../src/main/migrations/index.ts';
import { createDatabase } from '../../src/main/platform/storage/create-database.ts';
import { migrate, newestVersion, versionOf, type Migration } from '../../src/main/platform/storage/migrate.ts';
import { metaValue, openDatabase, type Database } from '../../src/main/platform/storage/open-database.ts';
import { formSectionIds, sectionOf } from '../../src/shared/intake/index.ts';
import { rebuildWith } from '../crash/older-centre.ts';
import { insideFile } from '../services/inside-file.ts';
import { refusal } from '../services/refusal.ts';
import { clientOf, closeCentres, openCentre, passphrase, startCentre } from '../support/start-application.ts';
import { fixedClock } from '../support/fixed-clock.ts';

const drives = { isNetwork: () => false, syncFolders: () => [] };
const newest = newestVersion(migrations);
const key = randomBytes(32);
const dbId = randomUUID();

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'registro-migrations-'));
});
afterEach(async () => {
  await closeCentres();
  rmSync(folder, { recursive: true, force: true });
});

const file = () => join(folder, 'registro.e1.db');
const create = (list: readonly Migration[]) =>
  createDatabase({ file: file(), key, dbId, practice: true, migrations: list, drives });

function reopen(): Database {
  const expected = { dbId, epoch: 1, practice: true, newestVersion: newest, mark: null };
  return openDatabase({ file: file(), key, mode: 'copy', expected, drives });
}

type SchemaRow = { type: string; name: string; sql: string };
function schemaOf(db: Database): SchemaRow[] {
  return db
    .prepare('select type, name, sql from sqlite_master where sql is not null order by type, name')
    .all() as SchemaRow[];
}

/** What the file of the day before the baseline kept, statement by statement. */
const before = readFileSync(join(import.meta.dirname, '../fixtures/schema-90.sql'), 'utf8')
  .replace(/^--.*\n/, '')
  .replace(/;\n$/, '')
  .split(';\n\n');
const version90: Migration = {
  id: '0090-platform-before',
  up: async (db) => {
    for (const statement of before) await sql.raw(statement).execute(db);
  },
};

/** A definition without what means nothing: white space, remarks, quotes around a name. */
const shapeOf = (text: string) =>
  text
    .replace(/--[^\n]*\n/g, ' ')
    .replaceAll('"', '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([(),]) ?/g, '$1')
    .trim();
const shapesOf = (db: Database) => schemaOf(db).map(({ sql }) => shapeOf(sql));

type Row = Readonly<Record<string, unknown>>;

/** Rows of every table of a centre at work, read once. */
let worked: ReadonlyMap<string, readonly Row[]> = new Map();

type Made = { readonly schema: SchemaRow[]; readonly hash: string | null };
const madeOf = (db: Database): Made => ({ schema: schemaOf(db), hash: metaValue(db, 'schema_hash') });

/** A register made anew in the newest version. */
let fresh: Made = { schema: [], hash: null };
beforeAll(async () => {
  const place = mkdtempSync(join(tmpdir(), 'registro-migrations-'));
  const db = await createDatabase({
    file: join(place, 'registro.e1.db'),
    key,
    dbId,
    practice: true,
    migrations,
    drives,
  });
  fresh = madeOf(db);
  db.close();
  rmSync(place, { recursive: true, force: true });
});

beforeAll(async () => {
  const centre = await startCentre();
  await centre.aCase();
  const { arrivalId } = await (await centre.as('admision')).openArrival({});
  expect(arrivalId).toBeTypeOf('string');
  await centre.application.close();
  worked = await insideFile(centre.folder, (db) => {
    const tables = schemaOf(db).filter(({ type, name }) => type === 'table' && name !== 'meta');
    return new Map(tables.map(({ name }) => [name, db.prepare(`select * from ${name}`).all() as Row[]]));
  });
  await closeCentres();
});

/** Writes the rows of the tables that this version has, with the columns that it has. */
function fill(db: Database): Map<string, number> {
  const filled = new Map<string, number>();
  db.pragma('foreign_keys=OFF');
  const tables = schemaOf(db).filter(({ type, name }) => type === 'table' && name !== 'meta');
  // Backwards: what an audit entry touched is refused once a later entry stands.
  for (const { name } of tables.reverse()) {
    const columns = (db.prepare('select name from pragma_table_info(?)').all(name) as { name: string }[])
      .map((column) => column.name)
      .filter((column) => Object.hasOwn(worked.get(name)?.[0] ?? {}, column));
    const rows = worked.get(name) ?? [];
    const marks = columns.map(() => '?').join(', ');
    for (const row of rows)
      db.prepare(`insert into ${name} (${columns.join(', ')}) values (${marks})`).run(columns.map((one) => row[one]));
    filled.set(name, rows.length);
  }
  return filled;
}

describe('migrations', () => {
  it('are numbered without gaps, each file once in the list', () => {
    expect(migrations.map(versionOf)).toEqual(migrations.map((_one, index) => index + 90));
    const files = readdirSync('src/main/migrations')
      .filter((name) => /^\d{4}-/.test(name))
      .map((name) => name.replace(/\.ts$/, ''));
    expect(files.sort()).toEqual(migrations.map((one) => one.id));
  });

  it('make at version 90 what the migrations made that the baseline joins: names, columns in order, every constraint', async () => {
    const db = await create(migrations.slice(0, 1));
    const shapes = shapesOf(db);
    const loose = db.prepare("select name from pragma_table_list where type = 'table' and strict = 0").pluck().all();
    db.close();
    expect(shapes).toHaveLength(374);
    // Not one list against the other: the difference of two long ones takes minutes to draw.
    const then = before.map(shapeOf);
    expect(shapes.filter((shape) => !then.includes(shape))).toEqual([]);
    expect(then.filter((shape) => !shapes.includes(shape))).toEqual([]);
    expect(loose).toEqual(['sqlite_schema', 'sqlite_temp_schema']);
  });

  it('make the schema that was reviewed: what came after version 90', async () => {
    const db = await create(migrations);
    const schema = shapesOf(db);
    const names = schemaOf(db).map(({ type, name }) => `${type} ${name}`);
    db.close();
    const then = new Set(before.map(shapeOf));
    const clauses = (shape: string) =>
      shape.replace(/,(?=\w+ (?:TEXT|INTEGER|BLOB|REAL)\b|CHECK|UNIQUE|PRIMARY)/g, ',\n  ');
    const named = before.map((one) => /^CREATE (?:UNIQUE )?(\w+) "?(\w+)/.exec(one)?.slice(1).join(' ').toLowerCase());
    expect({
      made: schema.filter((shape) => !then.has(shape)).map(clauses),
      gone: named.filter((name) => !names.includes(name ?? '')),
    }).toMatchSnapshot();
  });

  it('open a record of the day before as it stands, and change nothing in it', async () => {
    const older = await create([version90]);
    const filled = fill(older);
    older.close();
    const db = reopen();
    expect(await migrate(db, migrations.slice(0, 1))).toEqual([]);
    expect(shapesOf(db)).toHaveLength(374);
    for (const [table, count] of filled) {
      const rows = db.prepare(`select * from ${table}`).all();
      expect(rows).toHaveLength(count);
      // Every column of that version; a later one may have been added since.
      expect(worked.get(table) ?? []).toMatchObject(rows as Row[]);
    }
    expect([...filled.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(10);
    db.close();
  });

  it('leave a centre of the day before at work: its people sign in and find its cases', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await centre.application.close();
    await rebuildWith(centre.folder, [version90]);
    const later = await openCentre(centre.folder, fixedClock());
    expect((await (await later.as('psico')).getCase({ caseId })).caseId).toBe(caseId);
    await later.close();
  });

  it('refuse a record older than the baseline, and leave it as it was', async () => {
    const older = await create([{ ...version90, id: '0089-platform-before' }]);
    fill(older);
    const schema = schemaOf(older);
    const persons = older.prepare('select * from person').all();
    expect(await refusal(() => migrate(older, migrations))).toBe('damaged/database-older');
    expect(older.pragma('user_version', { simple: true })).toBe(89);
    expect(schemaOf(older)).toEqual(schema);
    expect(older.prepare('select * from person').all()).toEqual(persons);
    older.close();
  });

  it.each(migrations.slice(0, -1).map((migration) => [migration.id, versionOf(migration)] as const))(
    'bring an encrypted register of %s to the newest schema with its rows',
    async (_id, version) => {
      const older = await create(migrations.filter((one) => versionOf(one) <= version));
      const filled = fill(older);
      older.close();
      const db = reopen();
      expect(await migrate(db, migrations)).toEqual(
        migrations.filter((one) => versionOf(one) > version).map((one) => one.id),
      );
      expect(db.pragma('user_version', { simple: true })).toBe(newest);
      for (const [table, count] of filled) {
        const rows = db.prepare(`select * from ${table}`).all();
        expect(rows).toHaveLength(count);
        expect(rows).toEqual(worked.get(table));
      }
      expect([...filled.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(10);
      expect(db.pragma('foreign_key_check')).toEqual([]);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(madeOf(db)).toEqual(fresh);
      db.close();
    },
  );

  const add = (db: Database, table: string, row: Row) => {
    const columns = Object.keys(row);
    const marks = columns.map(() => '?').join(', ');
    db.prepare(`insert into ${table} (${columns.join(', ')}) values (${marks})`).run(Object.values(row));
  };

  it('hold what is said of files outside: gone once, and a draft belongs to a ficha', async () => {
    const db = await create(migrations);
    fill(db);
    const staff_id = worked.get('staff_member')?.[0]?.['id'];
    const file = (number: string, row: Row) => {
      const line = { number, id: number, state: 'sent', staff_id, requested_at: '2026-06-10', version: 1, ...row };
      add(db, 'saved_file', line);
    };
    file('G-1', { kind: 'recovery-sheet', saved_place: 'removable' });
    file('G-2', { kind: 'month-export', name: 'junio.csv', removed_at: '2026-06-11', removed_by: staff_id });
    expect(() => db.exec("update saved_file set removed_at = '2026-06-12' where number = 'G-2'")).toThrow(
      /already gone/,
    );
    expect(() => file('G-3', { kind: 'filing-draft' })).toThrow(/CHECK/);
    file('G-3', { kind: 'filing-draft', case_id: worked.get('case_file')?.[0]?.['id'] });
    db.close();
  });

  it('leave the version before a migration that fails, rows included', async () => {
    const older = await create(migrations.slice(0, 1));
    const broken: Migration = { id: '0091-reception-broken', up: () => Promise.reject(new Error('no')) };
    await expect(migrate(older, [...migrations.slice(0, 1), broken])).rejects.toThrow('no');
    expect(older.pragma('user_version', { simple: true })).toBe(90);
    expect(await migrate(older, migrations)).toHaveLength(newest - 90);
    older.close();
  });

  it('that leaves a record without the one it belongs to is refused, and taken back whole', async () => {
    const older = await create(migrations);
    fill(older);
    older.pragma('foreign_keys=ON');
    const persons = older.prepare('select count(*) from person').pluck().get();
    expect(persons).toBeGreaterThan(0);
    const losing: Migration = {
      id: `${String(newest + 1).padStart(4, '0')}-people-lost`,
      rebuildsTables: true,
      up: async (db) => {
        await sql`delete from person`.execute(db);
      },
    };
    expect(await refusal(() => migrate(older, [...migrations, losing]))).toBe('damaged/migration-refused');
    expect(older.pragma('user_version', { simple: true })).toBe(newest);
    expect(older.prepare('select count(*) from person').pluck().get()).toBe(persons);
    expect(older.pragma('foreign_keys', { simple: true })).toBe(1);
    older.close();
  });

  it.each([
    ['newer', newest + 1, 'from-the-future/database-newer'],
    ['older', 89, 'damaged/database-older'],
  ])(
    'refuse a record of a %s version at signing in, with the words for it and every file as it was',
    async (_age, version, refused) => {
      const centre = await startCentre();
      await centre.sessionOf('coordina');
      await centre.application.close();
      await insideFile(centre.folder, (db) => db.pragma(`user_version=${version}`));
      const hashes = () =>
        readdirSync(centre.folder)
          .filter((name) => /\.db$|^keyring|^mark/.test(name))
          .map((name) => [
            name,
            createHash('sha256')
              .update(readFileSync(join(centre.folder, name)))
              .digest('hex'),
          ]);
      const before = hashes();
      const later = await openCentre(centre.folder, fixedClock());
      const nobody = clientOf(later.application, () => null);
      expect(await refusal(() => nobody.signIn({ login: 'coordina', password: passphrase }))).toBe(refused);
      await later.application.close();
      expect(hashes()).toEqual(before);
    },
  );
});

describe('the question catalogue', () => {
  it.each(formSectionIds.map((id) => [`section_${id}`, sectionOf(id).questions] as const))(
    'has every column of its questions in %s, of the right type, and none too many',
    async (table, questions) => {
      const db = await create(migrations);
      const stored = new Map(
        (db.prepare('select name, type from pragma_table_info(?)').all(table) as { name: string; type: string }[]).map(
          ({ name, type }) => [name, type],
        ),
      );
      db.close();
      const wanted = Object.entries(questions).flatMap(([name, question]) => columnsOf(name, question));
      expect(wanted.length).toBeGreaterThan(table < 'section_d' ? 20 : 1);
      expect(wanted.filter(({ name, type }) => stored.get(name) !== type)).toEqual([]);
      const own = new Set(wanted.map(({ name }) => name));
      const rest = [...stored.keys()].filter((name) => !own.has(name));
      expect(rest).toEqual(['id', 'case_id', 'started', 'updated_by', 'version']);
    },
  );
});
