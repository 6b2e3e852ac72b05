/** The one place that knows SQLite's result codes. */
import { fail } from '../../../shared/platform/failures.ts';

/** The driver's code (`SQLITE_BUSY`, `SQLITE_IOERR_READ`…); null for any other error. */
export function sqliteCodeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : null;
}

/** True when the file can no longer be trusted: stop writing, close, offer restore. */
export function meansDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(sqliteCodeOf(error) ?? '');
}

/** The disk refused: what it kept of the transaction, only the file opened again can say. */
export function isDriverTrouble(error: unknown): boolean {
  return /^SQLITE_IOERR/.test(sqliteCodeOf(error) ?? '');
}

/** Codes of the system for what is no fault of the program. */
const systemFailures: Readonly<Record<string, readonly ['storage', string]>> = {
  ENOSPC: ['storage', 'disk-full'],
  EDQUOT: ['storage', 'disk-full'],
  EROFS: ['storage', 'path-read-only'],
  EACCES: ['storage', 'file-held'],
  EPERM: ['storage', 'file-held'],
  EBUSY: ['storage', 'file-held'],
  EIO: ['storage', 'disk-error'],
  // Removing a folder tells an error of the disk without its code (Node 24).
  '': ['storage', 'disk-error'],
};

function systemCodeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

export function isDiskFull(error: unknown): boolean {
  return sqliteCodeOf(error) === 'SQLITE_FULL' || ['ENOSPC', 'EDQUOT'].includes(systemCodeOf(error) ?? '');
}

/** The expected failure a driver or system error stands for; every other error, a bug included, comes back unchanged. */
export function translateSqliteError(error: unknown): unknown {
  const known = systemFailures[systemCodeOf(error) ?? 'none'];
  if (known !== undefined) return fail(...known);
  const code = sqliteCodeOf(error);
  if (code === null) return error;
  if (meansDamage(error)) return fail('damaged', 'database-damaged');
  if (isDriverTrouble(error)) return fail('storage', 'disk-error');
  if (code === 'SQLITE_FULL') return fail('storage', 'disk-full');
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return fail('storage', 'busy');
  if (/^SQLITE_READONLY/.test(code)) return fail('storage', 'path-read-only');
  if (/^SQLITE_CANTOPEN/.test(code)) return fail('storage', 'cannot-open');
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return fail('duplicate');
  return error;
}
