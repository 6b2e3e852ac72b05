import { ExpectedFailure, type Failure } from '../../src/shared/platform/failures.ts';

/** The failure of a call; null when it passes. */
export async function failureOf(work: () => Promise<unknown>): Promise<Failure | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof ExpectedFailure) return error.failure;
    throw error;
  }
}

/** `code/reason` of the failure of a call; `none` when it passes. */
export async function refusal(work: () => Promise<unknown>): Promise<string> {
  const failure = await failureOf(work);
  return failure === null ? 'none' : `${failure.code}/${failure.reason ?? ''}`;
}
