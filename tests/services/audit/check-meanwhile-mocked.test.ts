/** Two people end the read-only state while the check of the start is still under way. */
import { afterAll, expect, it, vi } from 'vitest';
import type * as Prove from '../../../src/main/audit/prove.ts';
import { insideFile } from '../inside-file.ts';
import { passphrase } from '../../support/start-application.ts';
import { oldAndNew, opened, removePutBack } from './put-back-centre.ts';

const walk = vi.hoisted(() => {
  const [walked, decided] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
  return { count: 0, walked, decided };
});
vi.mock('../../../src/main/audit/prove.ts', async (original) => {
  const real = await original<typeof Prove>();
  return {
    ...real,
    proveInThread: async (...given: Parameters<typeof real.proveInThread>) => {
      const proof = await real.proveInThread(...given);
      walk.count += 1;
      // The first has walked the whole chain, and is told to go on when the two have decided.
      if (walk.count === 1) {
        walk.walked.resolve(null);
        await walk.decided.promise;
      }
      return proof;
    },
  };
});

afterAll(removePutBack);

it('puts in no doubt anew what they accepted: the copies they gave up are told by their segment', async () => {
  const { putBack } = await oldAndNew(true);
  const { application, as, checked } = await opened(putBack);
  const coordinator = await as('coordina');
  await walk.walked.promise;
  expect((await coordinator.getTroubles({})).isReadOnly).toBe(true);
  await coordinator.endReadOnly({ second: { login: 'social', password: passphrase } }, { password: passphrase });
  walk.decided.resolve(null);
  await checked;
  expect(walk.count).toBe(2);
  expect(await coordinator.getTroubles({})).toEqual({ isReadOnly: false, troubles: [] });
  await application.close();
  const told = await insideFile(putBack, (db) =>
    db.prepare("select count(*) from audit_entry where action = 'copy.newer'").pluck().get(),
  );
  expect(told).toBe(0);
});
