/**
 * Statements prepared once and used again: the query builder prepares each one anew, which costs more than running it.
 *
 * Only for an open register, whose schema no longer changes. The driver clears the bound values after every run, and
 * closing the connection finalizes what is kept.
 */
import type { SqliteDatabase, SqliteStatement } from 'kysely';

const keptAtMost = 400;

/** The same connection for the query builder; the text kept longest is forgotten first. */
export function keepingStatements(db: SqliteDatabase): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => db.close(),
    prepare: (sql) => {
      const known = kept.get(sql);
      if (known !== undefined) return known;
      const statement = db.prepare(sql);
      kept.set(sql, statement);
      const oldest = kept.keys().next().value;
      if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
  };
}
