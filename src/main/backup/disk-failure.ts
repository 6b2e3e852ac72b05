/** What an error of a disk means to somebody who waits for a copy. */
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import { translateSqliteError } from '../platform/storage/translate-sqlite-error.ts';

/** The expected failure an error of a disk or the driver stands for; a bug stays what it is. */
export function failureOfDisk(error: unknown): unknown {
  const translated = translateSqliteError(error);
  if (translated instanceof ExpectedFailure) {
    return translated.failure.reason === 'disk-full' ? fail('storage', 'copy-disk-full') : translated;
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(?:ENOSPC|EDQUOT)$/.test(code)) return fail('storage', 'copy-disk-full');
  return /^E[A-Z]+$/.test(code) ? fail('storage', 'copy-not-written') : error;
}
