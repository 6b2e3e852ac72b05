/**
 * Statements prepared once and used again: the query builder prepares each one anew, which costs more than running it.
 *
 * Only for an open register, whose schema no longer changes. The driver clears the bound values after every run, and
 * closing the connection finalizes what is kept.
 */
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type { Database } from './open-database.ts';

const keptAtMost = 400;

/** Connections on which a read is under way. */
const reading = new WeakSet<Database>();

/**
 * While the work lasts, a statement that would write is refused before it runs. Not by `query_only`: setting that throws
 * away every statement prepared on the connection, and a call that reads would prepare all of its own again.
 */
export async function readingOnly<Value>(db: Database, work: () => Promise<Value>): Promise<Value> {
  reading.add(db);
  try {
    return await work();
  } finally {
    reading.delete(db);
  }
}

/** The same connection for the query builder; the text kept longest is forgotten first. */
export function keepingStatements(db: Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement & { readonly readonly: boolean }>();
  const prepared = (sql: string) => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    const statement = db.prepare<readonly unknown[]>(sql);
    kept.set(sql, statement);
    const oldest = kept.keys().next().value;
    if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest);
    return statement;
  };
  return {
    close: () => db.close(),
    prepare: (sql) => {
      const statement = prepared(sql);
      if (reading.has(db) && !statement.readonly) throw new Error('readonly: a read that would write');
      return statement;
    },
  };
}
