/** What the box says when the program cannot open: the failure's own words, or those of its cause. */
import { codeWords, ExpectedFailure } from '../../shared/platform/failures.ts';
import { platformReasons } from '../../shared/platform/reason-words.ts';
import { expectedStartBox, startBox, type StartCause } from '../../shared/platform/start-words.ts';

const codes = {
  'folder-out-of-reach': [
    ...['ENOENT', 'ENOTDIR', 'EEXIST', 'ENODEV', 'ENXIO', 'EIO', 'EINVAL', 'UNKNOWN'],
    ...['EHOSTDOWN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'],
  ],
  'no-rights': ['EACCES', 'EPERM', 'EROFS'],
  'disk-full': ['ENOSPC', 'EDQUOT'],
  'part-missing': ['ERR_DLOPEN_FAILED', 'MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'],
} as const satisfies Partial<Record<StartCause, readonly string[]>>;

const causes: Readonly<Record<string, StartCause>> = Object.fromEntries(
  Object.entries(codes).flatMap(([cause, of]) => of.map((code) => [code, cause as StartCause])),
);

/** The first cause that is known, of the error or of what brought it about: a module tells its own in a chain. */
function causeOf(error: unknown): StartCause | undefined {
  let at: unknown = error;
  for (let depth = 0; depth < 20 && at instanceof Error; depth += 1) {
    const code = 'code' in at ? String(at.code) : '';
    if (Object.hasOwn(causes, code)) return causes[code];
    at = at.cause;
  }
  return undefined;
}

/** @param record writes the error to the log and answers its number; asked only where no words name the cause */
export function startFailureBox(error: unknown, record: (error: unknown) => string): string {
  if (error instanceof ExpectedFailure) {
    const { code, reason } = error.failure;
    const words: Readonly<Record<string, string>> = platformReasons;
    return expectedStartBox((reason === null ? undefined : words[reason]) ?? codeWords[code]);
  }
  const cause = causeOf(error);
  return cause === undefined ? startBox('unknown', record(error)) : startBox(cause, null);
}
