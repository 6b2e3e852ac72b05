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

type Row = Readonly<Record<string, unknown>>;

/** Derived tables of earlier versions: nothing of the record stood in them alone. */
const dropped: readonly string[] = ['person_name_key', 'authority', 'institution', 'follow_up_action'];

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
    expect(migrations.map(versionOf)).toEqual(migrations.map((_one, index) => index + 1));
    const files = ['src/main/migrations', 'src/main/platform/storage/migrations']
      .flatMap((place) => readdirSync(place))
      .filter((name) => /^\d{4}-/.test(name))
      .map((name) => name.replace(/\.ts$/, ''));
    expect(files.sort()).toEqual(migrations.map((one) => one.id));
  });

  it('make the schema that was reviewed', async () => {
    const db = await create(migrations);
    const schema = schemaOf(db).map(({ sql }) => sql.replace(/\s+/g, ' '));
    db.close();
    expect(schema.join('\n')).toMatchSnapshot();
  });

  it.each(migrations.slice(0, -1).map((migration) => [migration.id, versionOf(migration)] as const))(
    'bring an encrypted register of %s to the newest schema with its rows',
    async (_id, version) => {
      const older = await create(migrations.slice(0, version));
      const filled = fill(older);
      older.close();
      const db = reopen();
      expect(await migrate(db, migrations)).toEqual(migrations.slice(version).map((one) => one.id));
      expect(db.pragma('user_version', { simple: true })).toBe(newest);
      for (const [table, count] of filled) {
        if (dropped.includes(table)) continue;
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

  it('keep the files outside as they stood, and what is said of them, when the kinds become more', async () => {
    const older = await create(migrations.slice(0, 46));
    fill(older);
    const staff = worked.get('staff_member')?.[0]?.['id'];
    const add = (db: Database, number: string, row: Row) => {
      const line = {
        number,
        id: number,
        state: 'sent',
        staff_id: staff,
        requested_at: '2026-06-10',
        version: 1,
        ...row,
      };
      const columns = Object.keys(line);
      const marks = columns.map(() => '?').join(', ');
      db.prepare(`insert into saved_file (${columns.join(', ')}) values (${marks})`).run(Object.values(line));
    };
    add(older, 'G-1', { kind: 'recovery-sheet', saved_place: 'removable' });
    add(older, 'G-2', { kind: 'month-export', name: 'junio.csv', removed_at: '2026-06-11', removed_by: staff });
    const before = older.prepare('select * from saved_file order by number').all();
    older.close();
    const db = reopen();
    await migrate(db, migrations);
    expect(db.prepare('select * from saved_file order by number').all()).toEqual(before);
    expect(() => db.exec("update saved_file set removed_at = '2026-06-12' where number = 'G-2'")).toThrow(
      /already gone/,
    );
    expect(() => add(db, 'G-3', { kind: 'filing-draft' })).toThrow(/CHECK/);
    add(db, 'G-3', { kind: 'filing-draft', case_id: worked.get('case_file')?.[0]?.['id'] });
    db.close();
  });

  it('leave the version before a migration that fails, rows included', async () => {
    const older = await create(migrations.slice(0, 3));
    const broken: Migration = { id: '0004-reception-broken', up: () => Promise.reject(new Error('no')) };
    await expect(migrate(older, [...migrations.slice(0, 3), broken])).rejects.toThrow('no');
    expect(older.pragma('user_version', { simple: true })).toBe(3);
    expect(await migrate(older, migrations)).toHaveLength(newest - 3);
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

  it('refuse a newer record at signing in, with the words for it and every file as it was', async () => {
    const centre = await startCentre();
    await centre.sessionOf('coordina');
    await centre.application.close();
    await insideFile(centre.folder, (db) => db.pragma(`user_version=${newest + 1}`));
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
    expect(await refusal(() => nobody.signIn({ login: 'coordina', password: passphrase }))).toBe(
      'from-the-future/database-newer',
    );
    await later.application.close();
    expect(hashes()).toEqual(before);
  });
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
