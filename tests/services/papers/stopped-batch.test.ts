/** «Detener» while copies are made ready, and while they are printed. */
import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { closeCentres, startCentre, testPrinters } from '../../support/start-application.ts';
import { batch, twoWrits } from './two-writs.ts';

afterEach(closeCentres);

const everyLine = { from: null, to: null, state: null, way: null } as const;

describe('a batch that is stopped', () => {
  it('while it is made ready leaves nothing on paper and no line, and says so', async () => {
    const printed: string[] = [];
    const printer = {
      list: () => Promise.resolve(testPrinters),
      print: (_bytes: Uint8Array, name: string) => {
        printed.push(name);
        return Promise.resolve();
      },
    };
    const centre = await startCentre({ ports: { printer } });
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    const batchId = crypto.randomUUID();
    const release = lawyer.releaseCopies(batch({ caseId, documentIds, batchId, courtCopies: 20 }));
    const refused = expect(release).rejects.toMatchObject({
      failure: { code: 'cancelled', reason: 'batch-stopped-early' },
    });
    let { progress } = await lawyer.getCopiesProgress({ batchId });
    for (; progress === null; { progress } = await lawyer.getCopiesProgress({ batchId })) await setImmediate();
    expect(progress.total).toBe(80);
    await lawyer.stopCopies({ batchId });
    await refused;
    expect(printed).toEqual([]);
    expect((await lawyer.readPrintRegister(everyLine)).lines).toEqual([]);
    expect(await lawyer.getCopiesProgress({ batchId })).toEqual({ progress: null });
  });

  it('while it prints lets the sheet in hand come out, and registers the rest as not handed over', async () => {
    const batchId = crypto.randomUUID();
    const stop = Promise.withResolvers<() => Promise<unknown>>();
    const printer = {
      list: () => Promise.resolve(testPrinters),
      print: async () => {
        await (
          await stop.promise
        )();
      },
    };
    const centre = await startCentre({ ports: { printer } });
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    const seen: unknown[] = [];
    stop.resolve(async () => {
      seen.push((await lawyer.getCopiesProgress({ batchId })).progress);
      await lawyer.stopCopies({ batchId });
    });
    const { copies } = await lawyer.releaseCopies(batch({ caseId, documentIds, batchId, courtCopies: 2 }));
    expect(seen).toEqual([{ done: 4, total: 8 }]);
    expect(copies.map(({ state }) => state)).toEqual(['sent', 'failed', 'failed', 'failed']);
    const { lines } = await lawyer.readPrintRegister(everyLine);
    expect(lines.map(({ state }) => state).sort()).toEqual(['failed', 'failed', 'failed', 'sent']);
  });
});
