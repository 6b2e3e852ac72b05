import { aConnection } from '../../support/a-connection.ts';
import { describe, expect, it } from 'vitest';
import { Gate, type GateParts } from '../../../src/main/platform/gate/gate.ts';
import { inside } from '../../../src/main/platform/gate/handler.ts';
import type { Session } from '../../../src/main/platform/gate/session.ts';
import type { CaseRelation } from '../../../src/shared/access/index.ts';
import { reading, type ContractSpec } from '../../../src/shared/platform/contract.ts';
import { fail } from '../../../src/shared/platform/failures.ts';
import { caseIdSchema, type CaseId } from '../../../src/shared/platform/ids.ts';
import { z } from '../../../src/shared/platform/zod.ts';

const caseId = '00000000-0000-4000-8000-000000000001' as CaseId;
const subject = z.strictObject({ caseId: caseIdSchema });
const contract: ContractSpec = {
  lookAcross: reading('case.read', 'case.read', { input: z.null(), output: z.null() }),
  lookTwice: reading('case.read', 'case.read', { input: subject, output: z.null() }),
};

type Handler = ReturnType<typeof inside<never, object>>;

function partsOf(handler: Handler, over: { read?: () => void; check?: () => Promise<void> } = {}) {
  return {
    contract,
    handlers: { lookTwice: handler, lookAcross: handler },
    clock: { now: () => 0 },
    phase: () => 'ready',
    sessions: { find: () => ({ pause: null, roles: [] }) as unknown as Session, refresh: () => Promise.resolve() },
    access: {
      mayEver: () => true,
      decide: () => ({ allowed: true, view: null, scope: 'team', secondPerson: false, passwordAgain: false }),
      relationTo: () => {
        over.read?.();
        return Promise.resolve({} as CaseRelation);
      },
    },
    transaction: (work: (trx: object) => Promise<unknown>) => work({}),
    audit: { append: () => Promise.resolve() },
    answers: { find: () => Promise.resolve(null) },
    words: {
      check: over.check ?? (() => Promise.resolve()),
      within: (trx: object, _session: unknown, work: (trx: object, close: () => Promise<[]>) => Promise<unknown>) =>
        work(trx, () => Promise.resolve([])),
    },
    checkCaseOpen: () => Promise.resolve(),
    checkCaseSeals: () => Promise.resolve(),
    checkComputer: () => undefined,
    failureOf: (error: unknown) => ({ code: 'unexpected', reason: String(error), issues: [], incident: null }),
  } as unknown as GateParts<object>;
}

const callOf = (procedure: string, input: unknown) => ({
  ...{ procedure, input, session: 'token', key: null, password: null },
});

describe('the gate', () => {
  it.each([
    ['once while nothing is touched', false, 1],
    ['again after a record was touched', true, 2],
  ])('asks how the caller stands to a case %s', async (_title, touches, times) => {
    let reads = 0;
    const handler = inside<never, object>(async (unit) => {
      if (touches) unit.touch('case_grant', 'one');
      await unit.require('case.read', caseId);
      return null as never;
    });
    const parts = partsOf(handler, { read: () => void (reads += 1) });
    expect(await new Gate(parts).invoke(callOf('lookTwice', { caseId }), aConnection())).toMatchObject({ ok: true });
    expect(reads).toBe(times);
  });

  it.each([
    ['read', 'case.read', 'lookTwice', false],
    ['asked for on the way, as an approval does', 'case.read', 'lookAcross', false],
    ['whose reserve alone is asked for', 'seal.read', 'lookAcross', true],
  ])('refuses a case without its key: %s', async (_title, action, procedure, isAnswered) => {
    const handler = inside<never, object>(async (unit) => {
      await unit.require(action, caseId);
      return null as never;
    });
    const parts = partsOf(handler, { check: () => Promise.reject(fail('rule-broken', 'seal-key-waits')) });
    const input = procedure === 'lookTwice' ? { caseId } : null;
    expect((await new Gate(parts).invoke(callOf(procedure, input), aConnection())).ok).toBe(isAnswered);
  });
});
