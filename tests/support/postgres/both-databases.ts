/**
 * The same centre on two databases: its file as always, or, from the first call of a test on, PostgreSQL.
 *
 * The strong room keeps keys and file; what runs in its transactions and readings goes to PostgreSQL, which starts with
 * the rows of the file: people, secrets, audit chain with its head. So gate, sessions, seals and audit are the real ones.
 * Not there: the mark of the last commit, a changed archive of keys, and whatever looks into the file itself (copies, the
 * check after a start, restoring). Decision 0098 says what that means.
 */
import { sql } from 'kysely';
import { vi } from 'vitest';
import type { Work } from '../../../src/main/platform/storage/following.ts';
import type { Database } from '../../../src/main/platform/storage/open-database.ts';
import { handedOn } from '../../../src/main/platform/storage/rows.ts';
import { Strongroom } from '../../../src/main/platform/storage/strongroom.ts';
import { Turns } from '../../../src/main/platform/storage/turns.ts';
import { templateFolder } from '../start-application.ts';
import { startPostgres, type Postgres } from './connection.ts';

let started: Promise<Postgres> | null = null;

/** One for all tests of a worker: it takes three seconds to start. */
export function postgres(): Promise<Postgres> {
  started ??= startPostgres();
  return started;
}

const turns = new Turns();
/** The folder whose rows are in PostgreSQL: a centre that starts again finds them there, not in its file. */
let loaded: string | null = null;

/** Bytes stand in JSON as PostgreSQL reads them. */
const inJson = (value: unknown) => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value);

/** Takes over every row of the file, in the order in which they came. */
async function load({ engine, schema }: Postgres, file: Database): Promise<void> {
  await engine.transaction(async (trx) => {
    // Table by table: a reference may stand before what it names.
    await trx.exec('set local session_replication_role = replica');
    const used = await trx.query<{ name: string }>(
      "select relname as name from pg_class where relkind = 'r' and relname = any($1) and pg_relation_size(oid) > 0",
      [schema.tables],
    );
    for (const { name } of used.rows) await trx.exec(`delete from "${name}"`);
    for (const table of schema.tables) {
      const order = schema.ordered.has(table) ? 'order by rowid' : '';
      const rows = file.prepare(`select * from "${table}" ${order}`).all() as Record<string, unknown>[];
      const columns = Object.keys(rows[0] ?? {}).map((column) => `"${column}"`);
      if (columns.length === 0) continue;
      const list = columns.join(', ');
      const values = rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, inJson(cell)])),
      );
      await trx.query(
        `insert into "${table}" (${list}) select ${list} from json_populate_recordset(null::"${table}", $1)`,
        [JSON.stringify(values)],
      );
    }
  });
}

/** One transaction; one that reads may not write, as in the file. */
export function inPostgres<Value>({ queries }: Postgres, work: Work<Value>, isReading: boolean): Promise<Value> {
  return queries.transaction().execute(async (trx) => {
    if (isReading) await sql`set transaction read only`.execute(trx);
    return work(handedOn(trx));
  });
}

async function ofRoom<Value>(room: Strongroom, work: Work<Value>, isReading: boolean): Promise<Value> {
  const one = await postgres();
  return turns.take(async () => {
    // Asks for the open file: who is locked out of it is so here.
    const file = room.database;
    if (loaded !== room.folder) await load(one, file);
    loaded = room.folder;
    return inPostgres(one, work, isReading);
  });
}

/** Until the mocks are restored, which every test begins with. */
async function usePostgres(): Promise<void> {
  // Founded on its file, and not on what is taken over from it.
  await templateFolder();
  await postgres();
  vi.spyOn(Strongroom.prototype, 'transaction').mockImplementation(function (this: Strongroom, work) {
    return ofRoom(this, work, false);
  });
  vi.spyOn(Strongroom.prototype, 'read').mockImplementation(function (this: Strongroom, work) {
    return ofRoom(this, work, true);
  });
}

const onFile = { name: 'SQLite', use: () => Promise.resolve() };
export const onPostgres = { name: 'PostgreSQL', use: usePostgres };

/** For `describe.each`, each with `beforeEach(use)`. `npm run check` leaves PostgreSQL to `npm test`. */
export const databases = process.env['QUICK_TESTS'] === '1' ? [onFile] : [onFile, onPostgres];
