/** What is slow is prepared outside the transaction: what changed meanwhile counts, whoever was let in before. */
import { aConnection } from '../../support/a-connection.ts';
import { describe, expect, it } from 'vitest';
import { newId, twoPhase, type Handlers } from '../../../src/main/platform/gate/handler.ts';
import { Gate, type GateParts } from '../../../src/main/platform/gate/gate.ts';
import type { Session } from '../../../src/main/platform/gate/session.ts';
import { changing } from '../../../src/shared/platform/contract.ts';
import { ExpectedFailure, fail } from '../../../src/shared/platform/failures.ts';
import { z } from '../../../src/shared/platform/zod.ts';
import { fixedClock } from '../../support/fixed-clock.ts';

const input = { caseId: crypto.randomUUID(), proposalId: crypto.randomUUID() };
const contract = {
  printCase: changing('print.case', 'case.printed', {
    input: z.strictObject({ caseId: z.uuid(), proposalId: z.uuid() }),
    output: z.string(),
    approves: 'print',
  }),
} as const;

type State = { isAllowed: boolean; isPending: boolean; answer: string | null };

/** One call of a gate whose parts are told by `state`; `meanwhile` runs while the paper is prepared. */
async function called(meanwhile: (state: State) => void) {
  const state: State = { isAllowed: true, isPending: true, answer: null };
  const done: string[] = [];
  const session = { token: 'one', roles: [], pause: null, mustChangePassword: false, isReadOnly: false };
  const handlers: Handlers<typeof contract, object> = {
    printCase: twoPhase<(typeof contract)['printCase'], object, string>({
      prepare: () => {
        meanwhile(state);
        return Promise.resolve('paper');
      },
      commit: () => {
        done.push('committed');
        return Promise.resolve('number 2');
      },
      abandon: (_input, prepared) => void done.push(`${prepared} abandoned`),
    }),
  };
  const parts: GateParts<object> = {
    contract,
    handlers,
    clock: fixedClock(),
    newId,
    phase: () => 'ready',
    sessions: {
      find: () => session as unknown as Session,
      refresh: () => Promise.resolve(),
      verifyPassword: () => Promise.resolve(true),
    },
    access: {
      mayEver: () => true,
      decide: () =>
        state.isAllowed
          ? { allowed: true, view: null, scope: 'untied', secondPerson: false, passwordAgain: false }
          : { allowed: false },
      relationTo: () => Promise.resolve({} as never),
      checkApprover: () =>
        state.isPending ? Promise.resolve() : Promise.reject(fail('rule-broken', 'proposal-decided')),
    },
    transaction: (work) => work({}),
    read: (work) => work({}),
    audit: { append: () => Promise.resolve(void done.push('written down')) },
    answers: {
      find: () => Promise.resolve(state.answer),
      keep: () => Promise.resolve(),
      keepEnd: () => Promise.resolve(),
      forget: () => Promise.resolve(),
    },
    words: {
      check: () => Promise.resolve(),
      within: (trx, _session, work) => work(trx, () => Promise.resolve([])),
    },
    checkCaseOpen: () => Promise.resolve(),
    checkCaseSeals: () => Promise.resolve(),
    checkComputer: () => undefined,
    failureOf: (error) => {
      if (error instanceof ExpectedFailure) return error.failure;
      throw error;
    },
  };
  const call = { procedure: 'printCase', input, session: 'one', key: crypto.randomUUID(), password: null };
  const envelope = await new Gate(parts).invoke(call, aConnection());
  return { done, answer: envelope.ok ? envelope.value : `${envelope.failure.code}/${envelope.failure.reason ?? ''}` };
}

describe('while something is prepared', () => {
  it('and nothing changes, it is done', async () => {
    expect(await called(() => undefined)).toEqual({ answer: 'number 2', done: ['committed', 'written down'] });
  });

  it('the case is closed to the caller: it reads as absent, and nothing is done', async () => {
    const closed = await called((state) => (state.isAllowed = false));
    expect(closed).toEqual({ answer: 'not-found/', done: ['paper abandoned'] });
  });

  it('somebody else decides the proposal: it is not decided again', async () => {
    const late = await called((state) => (state.isPending = false));
    expect(late).toEqual({ answer: 'rule-broken/proposal-decided', done: ['paper abandoned'] });
  });

  it('the same key is answered: what was answered is answered again, and nothing is done twice', async () => {
    const twice = await called((state) => (state.answer = 'number 1'));
    expect(twice).toEqual({ answer: 'number 1', done: ['paper abandoned'] });
  });
});
