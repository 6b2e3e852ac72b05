/** Two writs of one case, and what is asked when their copies are to leave. */
import type { Contract } from '../../../src/shared/contract.ts';
import type { FilingOptions } from '../../../src/shared/filings/index.ts';
import type { Client, InputGivenOf } from '../../../src/shared/platform/contract.ts';
import type { TestCentre } from '../../support/start-application.ts';

const decided: Partial<FilingOptions> = {
  addressee: { treatment: 'Señora jueza del', office: 'Juzgado de Familia de turno' },
  measures: [{ code: 'removal-from-home', reason: 'Él volvió a la vivienda.', detail: null }],
  articles: ['l-22'],
};

/** Issued, with an urgency in place of what it lacks. */
export async function aWrit(lawyer: Client<Contract>, caseId: string) {
  const { options } = await lawyer.startFiling({ caseId, kind: 3 });
  const request = { caseId, kind: 3 as const, options: { ...options, ...decided }, missingReason: 'urgency' };
  return (await lawyer.issueFiling(request as InputGivenOf<Contract['issueFiling']>)).document;
}

export async function twoWrits(
  centre: TestCentre,
): Promise<{ caseId: string; lawyer: Client<Contract>; documentIds: string[] }> {
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const documentIds: string[] = [];
  for (let writ = 0; writ < 2; writ += 1) documentIds.push((await aWrit(lawyer, caseId)).id);
  return { caseId, lawyer, documentIds };
}

export const batch = (
  over: Partial<InputGivenOf<Contract['releaseCopies']>> & { caseId: string; documentIds: string[] },
): InputGivenOf<Contract['releaseCopies']> => ({
  batchId: crypto.randomUUID(),
  way: 'print',
  courtCopies: 1,
  officeCopies: 0,
  recipient: null,
  purpose: null,
  printer: null,
  reprintOf: null,
  ...over,
});
