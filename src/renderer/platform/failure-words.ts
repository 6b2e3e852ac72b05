import { failureWords } from '../../shared/failure-words.ts';
import { ExpectedFailure, type Failure } from '../../shared/platform/failures.ts';

/** What a failure says to the person (es-PE). */
export const wordsOf = failureWords;

/** The failure behind anything a query or a form threw; a bug has none. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ExpectedFailure) return error.failure;
  return { code: 'unexpected', reason: null, issues: [], incident: null };
}
