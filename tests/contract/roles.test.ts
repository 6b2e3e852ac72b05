import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayEver } from '../../src/shared/access/index.ts';
import { contract } from '../../src/shared/contract.ts';
import type { Envelope, ProcedureSpec } from '../../src/shared/platform/contract.ts';
import {
  closeCentres,
  passphrase,
  staff,
  startCentre,
  type Login,
  type TestCentre,
} from '../support/start-application.ts';

const logins = Object.keys(staff) as Login[];
const procedures = Object.entries(contract) as [string, ProcedureSpec][];
const guarded = procedures.filter(([, spec]) => spec.permission !== 'anyone' && !spec.phases?.includes('founding'));

let centre: TestCentre;
beforeAll(async () => {
  centre = await startCentre();
});
afterAll(closeCentres);

async function call(login: Login, procedure: string): Promise<Envelope> {
  const { token } = await centre.sessionOf(login);
  // The clock moves so that the ceiling on calls a second is not what answers.
  centre.clock.advance(10);
  const input = { unknownField: true };
  return centre.application.invoke({
    procedure,
    input,
    session: token,
    key: crypto.randomUUID(),
    password: passphrase,
  });
}

describe('every role × procedure', () => {
  it.each(logins)('refuses %s exactly what the table never grants', async (login) => {
    const roles = staff[login].roles;
    for (const [name, spec] of guarded) {
      const envelope = await call(login, name);
      const may = spec.permission === 'anyone-signed-in' || mayEver(roles, spec.permission);
      const code = envelope.ok ? 'ok' : envelope.failure.code;
      // Before parsing for strangers, at the schema for those who may: unknown fields are refused.
      expect(`${name}: ${code}`).toBe(`${name}: ${may ? 'invalid' : 'forbidden'}`);
    }
  });

  it('refuses every guarded procedure without a session', async () => {
    for (const [procedure] of guarded) {
      // Whoever has no session shares one ceiling of calls.
      centre.clock.advance(100);
      const envelope = await centre.application.invoke({
        procedure,
        input: {},
        session: null,
        key: null,
        password: null,
      });
      expect(envelope).toMatchObject({ ok: false, failure: { code: 'locked' } });
    }
  });
});
