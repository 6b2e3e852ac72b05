/** What the box says when the program cannot open: the failure's own words, or those of its cause. */
import { codeWords, ExpectedFailure } from '../../shared/platform/failures.ts';
import { platformReasons } from '../../shared/platform/reason-words.ts';
import { expectedStartBox, startBox, type StartCause } from '../../shared/platform/start-words.ts';

const causes: Readonly<Record<string, StartCause>> = Object.fromEntries(
  (
    [
      [
        'folder-out-of-reach',
        ['ENOENT', 'ENOTDIR', 'EEXIST', 'ENODEV', 'ENXIO', 'EIO', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENETUNREACH'],
      ],
      ['folder-out-of-reach', ['ETIMEDOUT', 'UNKNOWN', 'EINVAL']],
      ['no-rights', ['EACCES', 'EPERM', 'EROFS']],
      ['disk-full', ['ENOSPC', 'EDQUOT']],
      ['part-missing', ['ERR_DLOPEN_FAILED', 'MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND']],
    ] as const
  ).flatMap(([cause, codes]) => codes.map((code) => [code, cause])),
);

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** @param record writes the error to the log and answers its number; asked only where no words name the cause */
export function startFailureBox(error: unknown, record: (error: unknown) => string): string {
  if (error instanceof ExpectedFailure) {
    const { code, reason } = error.failure;
    const words: Readonly<Record<string, string>> = platformReasons;
    return expectedStartBox((reason === null ? undefined : words[reason]) ?? codeWords[code]);
  }
  const cause = Object.hasOwn(causes, codeOf(error)) ? causes[codeOf(error)] : undefined;
  return cause === undefined ? startBox('unknown', record(error)) : startBox(cause, null);
}
