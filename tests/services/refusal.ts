import { ExpectedFailure } from '../../src/shared/platform/failures.ts';

/** `code/reason` of the failure of a call; `none` when it passes. */
export async function refusal(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'none';
  } catch (error) {
    if (error instanceof ExpectedFailure) return `${error.failure.code}/${error.failure.reason ?? ''}`;
    throw error;
  }
}
