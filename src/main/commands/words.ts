/** A failure in the words of the terminal. */
import { failureWords } from '../../shared/failure-words.ts';
import { ExpectedFailure } from '../../shared/platform/failures.ts';

/** Code and words of an expected failure, a line for each field; null for any other error. */
export function wordsOf(error: unknown): string | null {
  if (!(error instanceof ExpectedFailure)) return null;
  const { failure } = error;
  const reason = failure.reason === null ? '' : ` (${failure.reason})`;
  const issues = failure.issues.map((issue) => `  ${issue.path}: ${issue.message}\n`);
  return [`${failure.code}${reason}: ${failureWords(failure)}\n`, ...issues].join('');
}
