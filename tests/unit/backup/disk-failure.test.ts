import { expect, it } from 'vitest';
import { failureOfDisk } from '../../../src/main/backup/disk-failure.ts';
import { translateSqliteError } from '../../../src/main/platform/storage/translate-sqlite-error.ts';
import { ExpectedFailure } from '../../../src/shared/platform/failures.ts';

const reasonOf = (error: unknown): string | null =>
  error instanceof ExpectedFailure ? error.failure.reason : 'no words';

/** As Node 24 tells that the disk did not let a folder go: the code is empty. */
const removal = () => Object.assign(new Error(', Unknown error: Input/output error'), { code: '', syscall: 'rm' });

it('an error of the disk has words although Node tells no code', () => {
  expect(reasonOf(translateSqliteError(removal()))).toBe('disk-error');
  expect(reasonOf(failureOfDisk(removal()))).toBe('disk-error');
});

it('a bug stays a bug, with a code that is not the disk’s or none at all', () => {
  const bug = new Error('a bug');
  const coded = Object.assign(new Error('a bug'), { code: '' });
  for (const error of [bug, coded]) {
    expect(translateSqliteError(error)).toBe(error);
    expect(failureOfDisk(error)).toBe(error);
  }
});
