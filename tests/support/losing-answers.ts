/** A centre whose answers get lost on their way: what was asked for is stored, and the caller is told «no answer». */
import { contract } from '../../src/shared/contract.ts';
import { makeClient } from '../../src/shared/platform/client.ts';
import type { Call, Envelope } from '../../src/shared/platform/contract.ts';
import { fail, type FailureCode } from '../../src/shared/platform/failures.ts';
import type { TestCentre } from './start-application.ts';

export type Losing = {
  readonly centre: TestCentre;
  /** The keys under which the procedure was called, in order. */
  readonly keys: readonly (string | null)[];
  /** Loses the next answers, too. */
  readonly loseAgain: (times: number) => void;
};

/** The first `times` answers to `procedure` are lost after the program gave them, with the failure named. */
export function losingAnswers(
  centre: TestCentre,
  procedure: keyof typeof contract,
  times = 2,
  lostAs: readonly [FailureCode, string | null] = ['storage', 'no-answer'],
): Losing {
  const keys: (string | null)[] = [];
  let left = times;
  const invoke = async (call: Call): Promise<Envelope> => {
    const answer = await centre.application.invoke(call);
    if (call.procedure !== procedure) return answer;
    keys.push(call.key);
    if (left === 0) return answer;
    left -= 1;
    return { ok: false, failure: fail(...lostAs).failure };
  };
  const as: TestCentre['as'] = async (login) => {
    const { token } = await centre.sessionOf(login);
    return makeClient(contract, { invoke }, { token: () => token, newKey: () => crypto.randomUUID() });
  };
  return { centre: { ...centre, as }, keys, loseAgain: (more) => void (left += more) };
}
