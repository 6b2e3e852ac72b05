import { es } from './es.ts';
import { failureWords } from '../../shared/failure-words.ts';
import { ExpectedFailure, type Failure } from '../../shared/platform/failures.ts';

/** What a failure says to the person (es-PE). */
export function wordsOf(failure: Failure): string {
  if (failure.reason === 'page-unjoined') return es.host.unjoined;
  if (failure.reason === 'no-answer') return es.host.silent;
  return failureWords(failure);
}

/** What stops an act on this side, in its own words for the screen. */
export class ToldProblem extends Error {}

export function wordsOfError(error: unknown): string {
  return error instanceof ToldProblem ? error.message : wordsOf(failureOf(error));
}

/** The failure behind anything a query or a form threw; a bug has none. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ExpectedFailure) return error.failure;
  return { code: 'unexpected', reason: null, issues: [], incident: null };
}

/** Waits for `work`; a failure is thrown on as `change` puts it, for a form whose fields are named otherwise. */
export async function withFailure<Value>(work: Promise<Value>, change: (failure: Failure) => Failure): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw new ExpectedFailure(change(failureOf(error)));
  }
}
