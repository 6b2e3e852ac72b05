/** The one place that knows SQLite's result codes. */
import { fail } from '../../../shared/platform/failures.ts';

/** The driver's code (`SQLITE_BUSY`, `SQLITE_IOERR_READ`…); null for any other error. */
export function sqliteCodeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : null;
}

/** True when the file can no longer be trusted: stop writing, close, offer restore. */
export function meansDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(sqliteCodeOf(error) ?? '');
}

/** The expected failure a driver error stands for; every other error, a bug included, comes back unchanged. */
export function translateSqliteError(error: unknown): unknown {
  const code = sqliteCodeOf(error);
  if (code === null) return error;
  if (meansDamage(error)) return fail('damaged', 'database-damaged');
  if (code === 'SQLITE_FULL') return fail('storage', 'disk-full');
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return fail('storage', 'busy');
  if (/^SQLITE_READONLY/.test(code)) return fail('storage', 'path-read-only');
  if (/^SQLITE_CANTOPEN/.test(code)) return fail('storage', 'cannot-open');
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return fail('duplicate');
  return error;
}
