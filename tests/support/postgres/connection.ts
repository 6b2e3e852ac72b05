/**
 * One PostgreSQL inside the process of the test (PGlite), with the newest schema, and the query builder over it.
 *
 * Between the two stands what the statements of the program have of SQLite: rewritten where it is spelling, counted by
 * statement. Values come back as the driver of SQLite gives them: whole numbers as numbers, yes and no as 1 and 0,
 * bytes as a Buffer.
 */
import { PGlite, types, type Transaction as PgTransaction } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import type { PlatformTables } from '../../../src/main/platform/storage/platform-tables.ts';
import { sqliteFunctions, sqliteOperators } from './functions.ts';
import { newestSchema, translate, withEquality, type Translated } from './schema.ts';

export type Postgres = {
  readonly engine: PGlite;
  readonly queries: Kysely<PlatformTables>;
  readonly schema: Translated;
  /** By what was rewritten, the statements in which it was. */
  readonly rewritten: Map<string, Set<string>>;
};

const parsers = {
  [types.INT8]: Number,
  [types.NUMERIC]: Number,
  [types.BOOL]: (value: string) => (value === 't' ? 1 : 0),
  // Text of bytes: «\x» and hexadecimal digits.
  [types.BYTEA]: (value: string) => Buffer.from(value.slice(2), 'hex'),
};

type Rewrite = (text: string, note: (what: string) => void) => string;

/** Bound values of statements that name their own text stand as `?`. */
const numbered: Rewrite = (text, note) => {
  let number = 0;
  return text.replace(/'[^']*'|\?/g, (all) => {
    if (all !== '?') return all;
    number += 1;
    note('? is $1');
    return `$${String(number)}`;
  });
};

const knowsNull: Rewrite = (text, note) => {
  const known = text.replace(/\bis (not )?(?=\$\d)/g, (_, not?: string) => {
    note('is, is not between values');
    return not === undefined ? 'is not distinct from ' : 'is distinct from ';
  });
  return withEquality(known, note);
};

/** A list of nothing: SQLite takes it, PostgreSQL has no such list. */
const emptyLists: Rewrite = (text, note) =>
  text.replace(/"[\w."]+" (not )?in \(\)/g, (_, not?: string) => {
    note('in ()');
    return not === undefined ? 'false' : 'true';
  });

const rewrites: readonly Rewrite[] = [numbered, knowsNull, emptyLists];

/** The order in which rows came is a column here; whoever asks for all columns must not see it. */
function withoutOrder(row: object): object {
  Reflect.deleteProperty(row, 'rowid');
  return row;
}

function speaking(engine: PGlite, rewritten: Postgres['rewritten']) {
  const translated = (text: string) =>
    rewrites.reduce(
      (so, rewrite) => rewrite(so, (what) => void rewritten.set(what, (rewritten.get(what) ?? new Set()).add(text))),
      text,
    );
  const querying = (on: Pick<PgTransaction, 'query'>) => async (text: string, values?: unknown[]) => {
    const result = await on.query<object>(translated(text), values, { parsers });
    return { ...result, rows: result.rows.map(withoutOrder) };
  };
  return {
    get closed() {
      return engine.closed;
    },
    get ready() {
      return engine.ready;
    },
    waitReady: engine.waitReady,
    close: () => engine.close(),
    query: querying(engine),
    transaction: <Value>(work: (trx: PgTransaction) => Promise<Value>) =>
      engine.transaction((trx) => work({ ...trx, query: querying(trx) } as PgTransaction)),
  };
}

export async function startPostgres(): Promise<Postgres> {
  const engine = await PGlite.create();
  for (const [name, body] of Object.entries(sqliteFunctions)) await engine.exec(`create function ${name} ${body}`);
  for (const statement of sqliteOperators) await engine.exec(statement);
  const schema = translate(await newestSchema());
  for (const statement of schema.statements) await engine.exec(statement);
  const rewritten: Postgres['rewritten'] = new Map();
  const pglite = speaking(engine, rewritten) as unknown as PGlite;
  return { engine, schema, rewritten, queries: new Kysely<PlatformTables>({ dialect: new PGliteDialect({ pglite }) }) };
}
