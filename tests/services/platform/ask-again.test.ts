/** A command stores once, however often its answer is lost within one run (S2a); over a real centre. */
import { afterEach, describe, expect, it } from 'vitest';
import { askingAgain } from '../../../src/main/commands/ask-again.ts';
import { contract } from '../../../src/shared/contract.ts';
import { makeClient } from '../../../src/shared/platform/client.ts';
import type { Call, Envelope } from '../../../src/shared/platform/contract.ts';
import { ExpectedFailure, fail, type FailureCode } from '../../../src/shared/platform/failures.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { anOffice } from '../../support/an-office.ts';

afterEach(closeCentres);

const court = anOffice({ distanceDays: 2 });

/** A run whose first answers are lost after they were given. */
async function aRun(times: number, [code, reason]: readonly [FailureCode, string | null]) {
  const centre = await startCentre();
  const { token } = await centre.sessionOf('legal');
  const calls: Call[] = [];
  let left = times;
  const invoke = async (call: Call): Promise<Envelope> => {
    calls.push(call);
    const answer = await centre.application.invoke(call);
    if (left === 0) return answer;
    left -= 1;
    return { ok: false, failure: fail(code, reason).failure };
  };
  const parts = { token: () => token, newKey: () => crypto.randomUUID() };
  const client = makeClient(contract, askingAgain({ invoke }), parts);
  const keep = () => client.keepOffice({ id: null, version: null, form: court });
  const kept = async () => (await (await centre.as('legal')).listOffices({})).records;
  return { client, calls, keep, kept };
}

describe('a command whose answer is lost', () => {
  it.each([
    ['unexpected', null],
    ['storage', 'busy'],
    ['storage', 'no-answer'],
  ] as const)('as %s/%s asks again under its key and stores once', async (...lostAs) => {
    const { calls, keep, kept } = await aRun(2, lostAs);
    await keep();
    expect(calls).toHaveLength(3);
    expect(new Set(calls.map(({ key }) => key)).size).toBe(1);
    expect(await kept()).toHaveLength(1);
  });

  it('gives up after the third time, and says how it was lost', async () => {
    const { calls, keep, kept } = await aRun(3, ['unexpected', null]);
    await expect(keep()).rejects.toBeInstanceOf(ExpectedFailure);
    expect(calls).toHaveLength(3);
    expect(await kept()).toHaveLength(1);
  });

  it('is not asked again where the program said no, nor where it only reads', async () => {
    const refused = await aRun(1, ['rule-broken', null]);
    await expect(refused.keep()).rejects.toThrow('rule-broken');
    expect(refused.calls).toHaveLength(1);
    const reading = await aRun(1, ['unexpected', null]);
    await expect(reading.client.listOffices({})).rejects.toThrow('unexpected');
    expect(reading.calls).toHaveLength(1);
  });
});
