import { describe, expect, it } from 'vitest';
import { ActKeys, keyedClient } from '../../../src/renderer/platform/client.ts';
import { contract, type Contract } from '../../../src/shared/contract.ts';
import { makeClient } from '../../../src/shared/platform/client.ts';
import type { Call, Client } from '../../../src/shared/platform/contract.ts';
import { fail, failureCodes, isUncertain, type FailureCode } from '../../../src/shared/platform/failures.ts';

/** What is answered to the next calls, in order; `ok` after that. */
function told(...answers: (readonly [FailureCode, string?] | 'ok')[]) {
  const calls: Call[] = [];
  const invoke = (call: Call) => {
    calls.push(call);
    const answer = answers.shift() ?? 'ok';
    if (answer === 'ok') return Promise.resolve({ ok: true as const, value: {}, after: null });
    return Promise.resolve({ ok: false as const, failure: fail(answer[0], answer[1] ?? null).failure });
  };
  const parts = { token: () => null, newKey: () => crypto.randomUUID() };
  const keys = new ActKeys();
  const client = makeClient(contract, { invoke }, parts);
  const press = async (work: (client: Client<Contract>) => Promise<unknown>, of = '') => {
    const isDone = await work(keyedClient(client, keys, { of, onAfter: () => undefined })).then(
      () => true,
      () => false,
    );
    if (isDone) keys.end(of);
  };
  return { press, sent: (name: string) => calls.filter(({ procedure }) => procedure === name).map(({ key }) => key) };
}

const close = (arrivalId: string) => (client: Client<Contract>) => client.closeArrival({ arrivalId, outcome: 'left' });
const arrival = '6a1c1f9e-8a0f-4a53-9c3f-0a2f2f3f8a01';
const other = '6a1c1f9e-8a0f-4a53-9c3f-0a2f2f3f8a02';

describe('the key of an act', () => {
  it.each(failureCodes)('after «%s» is kept exactly when no certain answer came', async (code) => {
    const { press, sent } = told([code]);
    await press(close(arrival));
    await press(close(arrival));
    const [first, second] = sent('closeArrival');
    expect(second === first).toBe(['unexpected', 'storage', 'locked', 'damaged'].includes(code));
    expect(isUncertain(fail(code).failure)).toBe(second === first);
  });

  it('is another one once the act is done', async () => {
    const { press, sent } = told();
    await press(close(arrival));
    await press(close(arrival));
    expect(new Set(sent('closeArrival')).size).toBe(2);
  });

  it('is kept for an act that is changed after no answer came, until the program says what became of the first', async () => {
    const { press, sent } = told(['storage', 'no-answer'], ['invalid'], ['conflict', 'stored-before']);
    await press(close(arrival));
    await press(close(other));
    await press(close(other));
    await press(close(other));
    const [first, second, third, fourth] = sent('closeArrival');
    expect([second, third]).toEqual([first, first]);
    expect(fourth).not.toBe(first);
  });

  it('is each line’s own where a list has a button for each', async () => {
    const { press, sent } = told(['storage', 'no-answer']);
    await press(close(arrival), arrival);
    await press(close(other), other);
    await press(close(arrival), arrival);
    const [first, second, third] = sent('closeArrival');
    expect(second).not.toBe(first);
    expect(third).toBe(first);
  });

  it('of a step that was answered is used again while a later one is refused', async () => {
    const { press, sent } = told('ok', ['invalid'], 'ok');
    const both = async (client: Client<Contract>) => {
      await client.openArrival({});
      await client.closeArrival({ arrivalId: arrival, outcome: 'left' });
    };
    await press(both);
    await press(both);
    const [opened, again] = sent('openArrival');
    expect(again).toBe(opened);
    expect(new Set(sent('closeArrival')).size).toBe(2);
  });

  it('is never shared by two calls of one press', async () => {
    const { press, sent } = told('ok', ['unexpected']);
    const twice = async (client: Client<Contract>) => {
      await client.openArrival({});
      await client.openArrival({});
    };
    await press(twice);
    await press(twice);
    const [first, second, firstAgain, secondAgain] = sent('openArrival');
    expect(second).not.toBe(first);
    expect([firstAgain, secondAgain]).toEqual([first, second]);
  });

  it('goes with no reading', async () => {
    const { press, sent } = told(['unexpected']);
    await press((client) => client.getStatus({}));
    expect(sent('getStatus')).toEqual([null]);
  });
});
