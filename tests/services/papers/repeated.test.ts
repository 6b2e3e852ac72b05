/** What did not come out is printed once more: each copy under one new number, and once. */
import { afterEach, describe, expect, it } from 'vitest';
import { fail } from '../../../src/shared/platform/failures.ts';
import { closeCentres, startCentre, testPrinters } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { batch, twoWrits } from './two-writs.ts';

afterEach(closeCentres);

const everyLine = { from: null, to: null, state: null, way: null } as const;

/** A centre whose printer answers with `failures` first, one a copy (null: it came out), and prints from then on. */
async function jamming(...failures: readonly (ReturnType<typeof fail> | null)[]) {
  const left = [...failures];
  const names: string[] = [];
  const printer = {
    list: () => Promise.resolve(testPrinters),
    print: (_bytes: Uint8Array, name: string) => {
      const failure = left.shift() ?? null;
      if (failure !== null) return Promise.reject(failure);
      names.push(name);
      return Promise.resolve();
    },
  };
  const centre = await startCentre({ ports: { printer } });
  const { caseId, lawyer, documentIds } = await twoWrits(centre);
  const lines = async () => {
    const { lines: found } = await lawyer.readPrintRegister(everyLine);
    return found.map((line) => [line.number, line.state, line.sort === 'copy' ? line.reprintOf : null]);
  };
  return { centre, caseId, lawyer, documentIds, names, lines };
}

const again = (caseId: string, failedBatchId: string) => {
  return { caseId, failedBatchId, batchId: crypto.randomUUID(), printer: null };
};

describe('a print that failed', () => {
  it.each([
    ['cancelled', fail('cancelled', 'print-cancelled')],
    ['its printer gone', fail('storage', 'printer-gone')],
    ['not taken', fail('storage', 'print-failed')],
    ['without an answer', fail('storage', 'printer-no-answer')],
  ])('%s is told, and pressed again has one more line', async (_how, failure) => {
    const { caseId, lawyer, documentIds, lines, names } = await jamming(failure);
    const [documentId = ''] = documentIds;
    const press = () => lawyer.releaseCopies(batch({ caseId, documentIds: [documentId] }));
    expect(await refusal(press)).toBe(`${failure.failure.code}/${failure.failure.reason ?? ''}`);
    expect(await lines()).toEqual([['CEM-2026-000001', 'failed', null]]);
    await press();
    expect(await lines()).toEqual([
      ['CEM-2026-000002', 'sent', null],
      ['CEM-2026-000001', 'failed', null],
    ]);
    expect(names).toHaveLength(1);
  });
});

describe('repeatCopies', () => {
  it('prints what did not come out, each for the same receiver and under a number that says what it repeats', async () => {
    const { caseId, lawyer, documentIds, lines } = await jamming(null, fail('storage', 'printer-gone'));
    const asked = batch({ caseId, documentIds, officeCopies: 1, recipient: 'Juzgado de paz', purpose: 'Cargo' });
    const first = await lawyer.releaseCopies(asked);
    expect(first.copies.map(({ state }) => state)).toEqual(['sent', 'failed', 'failed', 'failed']);
    const { copies, pages } = await lawyer.repeatCopies(again(caseId, asked.batchId));
    expect(copies.map(({ edition, recipient, purpose }) => [edition, recipient, purpose])).toEqual(
      first.copies.slice(1).map(({ edition, recipient, purpose }) => [edition, recipient, purpose]),
    );
    expect(pages).toBeGreaterThan(0);
    expect(await lines()).toEqual([
      ['CEM-2026-000007', 'sent', 'CEM-2026-000004'],
      ['CEM-2026-000006', 'sent', 'CEM-2026-000003'],
      ['CEM-2026-000005', 'sent', 'CEM-2026-000002'],
      ['CEM-2026-000004', 'failed', null],
      ['CEM-2026-000003', 'failed', null],
      ['CEM-2026-000002', 'failed', null],
      ['CEM-2026-000001', 'sent', null],
    ]);
  });

  it('counts what a person said did not come out (no paper)', async () => {
    const { caseId, lawyer, documentIds, lines } = await jamming();
    const asked = batch({ caseId, documentIds });
    const { copies } = await lawyer.releaseCopies(asked);
    expect(await refusal(() => lawyer.repeatCopies(again(caseId, asked.batchId)))).toBe(
      'rule-broken/nothing-to-repeat',
    );
    await lawyer.settleCopies({ caseId, batchId: asked.batchId, failed: [copies[1]?.id ?? ''] });
    await lawyer.repeatCopies(again(caseId, asked.batchId));
    expect((await lines())[0]).toEqual(['CEM-2026-000003', 'sent', 'CEM-2026-000002']);
  });

  it('is done once, however often it is pressed, and at the same time', async () => {
    const { caseId, lawyer, documentIds, lines, names } = await jamming(fail('storage', 'print-failed'));
    const asked = batch({ caseId, documentIds });
    await refusal(() => lawyer.releaseCopies(asked));
    const press = () => refusal(() => lawyer.repeatCopies(again(caseId, asked.batchId)));
    const told = await Promise.all([press(), press()]);
    expect(told.filter((one) => one === 'none')).toHaveLength(1);
    expect(await press()).toBe('rule-broken/nothing-to-repeat');
    expect([await lines(), names.length]).toEqual([expect.objectContaining({ length: 4 }), 2]);
  });

  it('is done again when it failed as well, until it came out', async () => {
    const gone = fail('storage', 'printer-gone');
    const { caseId, lawyer, documentIds, lines } = await jamming(gone, gone);
    const [documentId = ''] = documentIds;
    const asked = batch({ caseId, documentIds: [documentId] });
    await refusal(() => lawyer.releaseCopies(asked));
    const press = () => refusal(() => lawyer.repeatCopies(again(caseId, asked.batchId)));
    expect([await press(), await press(), await press()]).toEqual([
      'storage/printer-gone',
      'none',
      'rule-broken/nothing-to-repeat',
    ]);
    expect(await lines()).toEqual([
      ['CEM-2026-000003', 'sent', 'CEM-2026-000001'],
      ['CEM-2026-000002', 'failed', 'CEM-2026-000001'],
      ['CEM-2026-000001', 'failed', null],
    ]);
  });

  it('is for the batch of oneself and of that case', async () => {
    const { centre, caseId, lawyer, documentIds } = await jamming(fail('storage', 'print-failed'));
    const asked = batch({ caseId, documentIds });
    await refusal(() => lawyer.releaseCopies(asked));
    const { caseId: otherCaseId } = await twoWrits(centre);
    expect(await refusal(() => lawyer.repeatCopies(again(otherCaseId, asked.batchId)))).toBe(
      'rule-broken/nothing-to-repeat',
    );
    const coordinator = await centre.as('coordina');
    expect(await refusal(() => coordinator.repeatCopies(again(caseId, asked.batchId)))).toBe(
      'rule-broken/nothing-to-repeat',
    );
  });

  it('is not for a file that could not be saved', async () => {
    const save = () => Promise.reject(fail('storage', 'save-disk-full'));
    const centre = await startCentre({ ports: { saver: { save } } });
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    const asked = batch({ caseId, documentIds, way: 'save' });
    expect(await refusal(() => lawyer.releaseCopies(asked))).toBe('storage/save-disk-full');
    expect(await refusal(() => lawyer.repeatCopies(again(caseId, asked.batchId)))).toBe(
      'rule-broken/nothing-to-repeat',
    );
  });
});

describe('a printer nobody named', () => {
  const printers = (...names: readonly string[]) => names.map((name) => ({ name, isDefault: false }));
  const released = async (...names: readonly string[]) => {
    const printer = { list: () => Promise.resolve(printers(...names)), print: () => Promise.resolve() };
    const centre = await startCentre({ ports: { printer } });
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    const [documentId = ''] = documentIds;
    const copy = { caseId, documentId, way: 'print', recipient: 'Juzgado', purpose: 'Presentar' } as const;
    return refusal(() => lawyer.releaseCopy(copy));
  };

  it('is the only one with paper, and none when there are several', async () => {
    expect(await released('Microsoft Print to PDF', 'HP de Admisión')).toBe('none');
    expect(await released('HP de Admisión', 'Brother de Legal')).toBe('rule-broken/printer-choose');
    expect(await released('Microsoft Print to PDF')).toBe('rule-broken/printer-virtual');
  });
});
