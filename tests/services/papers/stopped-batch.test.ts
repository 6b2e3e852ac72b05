/** «Detener» while copies are made ready, and while they are printed. */
import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre, testPrinters } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { batch, twoWrits } from './two-writs.ts';

afterEach(closeCentres);

const everyLine = { from: null, to: null, state: null, way: null } as const;

describe('a batch', () => {
  it('is refused a second time while it is in hand, and above 200 copies; nothing of that is registered', async () => {
    const printing = Promise.withResolvers<undefined>();
    const begun = Promise.withResolvers<undefined>();
    const printer = {
      list: () => Promise.resolve(testPrinters),
      print: () => {
        begun.resolve(undefined);
        return printing.promise;
      },
    };
    const centre = await startCentre({ ports: { printer } });
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    const many = { courtCopies: 20, officeCopies: 5 };
    const nine = Array.from({ length: 9 }, () => crypto.randomUUID());
    const tooBig = () => lawyer.releaseCopies(batch({ caseId, documentIds: nine, ...many }));
    expect(await refusal(tooBig)).toBe('rule-broken/batch-too-big');
    const asked = batch({ caseId, documentIds });
    const first = lawyer.releaseCopies(asked);
    await begun.promise;
    expect(await refusal(() => lawyer.releaseCopies(asked))).toBe('rule-broken/batch-busy');
    printing.resolve(undefined);
    expect((await first).copies.map(({ state }) => state)).toEqual(['sent', 'sent']);
    expect((await lawyer.readPrintRegister(everyLine)).lines).toHaveLength(2);
  });
});

describe('a batch that is stopped', () => {
  it('when all is ready and nothing printed yet keeps its lines as not handed over', async () => {
    const clock = fixedClock();
    const batchId = crypto.randomUUID();
    let stop: (() => unknown) | null = null;
    // The instant of the commit is asked for between the last copy made ready and the first one printed.
    const now = () => {
      const once = stop;
      stop = null;
      once?.();
      return clock.now();
    };
    const centre = await startCentre({ clock: { ...clock, now } });
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    const release = refusal(() => lawyer.releaseCopies(batch({ caseId, documentIds, batchId })));
    let { progress } = await lawyer.getCopiesProgress({ batchId });
    for (; progress?.done !== 2; { progress } = await lawyer.getCopiesProgress({ batchId })) await setImmediate();
    stop = () => lawyer.stopCopies({ batchId });
    expect(await release).toBe('cancelled/batch-stopped');
    const { lines } = await lawyer.readPrintRegister(everyLine);
    expect(lines.map(({ state }) => state)).toEqual(['failed', 'failed']);
  });

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
