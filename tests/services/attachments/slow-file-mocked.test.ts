/** A PDF that this computer cannot read in time is not called damaged. */
import { afterEach, expect, it, vi } from 'vitest';
import * as reading from '../../../src/main/attachments/read-pdf.ts';
import { pdfOf } from '../../support/files.ts';
import { addFile } from '../../support/send-file.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { failureOf } from '../refusal.ts';

/** Before even a small file can be read. */
const atOnce = 1;

vi.mock('../../../src/main/attachments/read-pdf.ts', async (original) => {
  const real = await original<typeof reading>();
  return { ...real, pdfFacts: (bytes: Uint8Array) => real.pdfFacts(bytes, atOnce) };
});

afterEach(closeCentres);

it('is refused in its own words, and nothing is kept', async () => {
  const bytes = await pdfOf(['Una página inventada']);
  expect(await reading.pdfFacts(bytes)).toEqual({ kind: 'refused', problem: 'slow' });
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const failure = await failureOf(() => addFile(lawyer, caseId, { name: 'carta.pdf', bytes }));
  expect(failure?.reason).toBe('file-slow');
});
