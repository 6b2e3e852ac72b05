import { describe, expect, it } from 'vitest';
import { Gate, type GateParts } from '../../../src/main/platform/gate/gate.ts';
import { inside } from '../../../src/main/platform/gate/handler.ts';
import type { Session } from '../../../src/main/platform/gate/session.ts';
import type { CaseRelation } from '../../../src/shared/access/index.ts';
import { reading, type ContractSpec } from '../../../src/shared/platform/contract.ts';
import { caseIdSchema, type CaseId } from '../../../src/shared/platform/ids.ts';
import { z } from '../../../src/shared/platform/zod.ts';

const caseId = '00000000-0000-4000-8000-000000000001' as CaseId;
const subject = z.strictObject({ caseId: caseIdSchema });
const contract: ContractSpec = {
  lookTwice: reading({
    ...{ input: subject, output: z.null(), permission: 'case.read', audit: 'case.read' },
  }),
};

describe('the gate', () => {
  it.each([
    ['once while nothing is touched', false, 1],
    ['again after a record was touched', true, 2],
  ])('asks how the caller stands to a case %s', async (_title, touches, times) => {
    let reads = 0;
    const parts = {
      contract,
      handlers: {
        lookTwice: inside<never, object>(async (unit) => {
          if (touches) unit.touch('case_grant', 'one');
          await unit.require('case.read', caseId);
          return null as never;
        }),
      },
      clock: { now: () => 0 },
      phase: () => 'ready',
      sessions: { find: () => ({ pause: null, roles: [] }) as unknown as Session, refresh: () => Promise.resolve() },
      access: {
        mayEver: () => true,
        decide: () => ({ allowed: true, view: null, scope: 'team', secondPerson: false, passwordAgain: false }),
        relationTo: () => {
          reads += 1;
          return Promise.resolve({} as CaseRelation);
        },
      },
      transaction: (work: (trx: object) => Promise<unknown>) => work({}),
      audit: { append: () => Promise.resolve() },
      answers: { find: () => Promise.resolve(null) },
      words: {
        check: () => Promise.resolve(),
        within: (trx: object, _session: unknown, work: (trx: object, close: () => Promise<[]>) => Promise<unknown>) =>
          work(trx, () => Promise.resolve([])),
      },
      checkCaseOpen: () => Promise.resolve(),
      checkCaseSeals: () => Promise.resolve(),
      failureOf: (error: unknown) => ({ code: 'unexpected', reason: String(error), issues: [], incident: null }),
    } as unknown as GateParts<object>;
    const call = { procedure: 'lookTwice', input: { caseId }, session: 'token', key: null, password: null };
    expect(await new Gate(parts).invoke(call)).toMatchObject({ ok: true });
    expect(reads).toBe(times);
  });
});
