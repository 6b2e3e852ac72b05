/** A ficha as two people close it. Invented people only. */
import type { Contract } from '../../../src/shared/contract.ts';
import type { InputGivenOf } from '../../../src/shared/platform/contract.ts';
import { passphrase, type Login, type TestCentre } from '../../support/start-application.ts';

type Proposal = Omit<InputGivenOf<Contract['proposeCaseClosing']>, 'caseId'>;

export const closingForm = (over: Partial<Proposal> = {}): Proposal => ({
  ...{ reason: 'plan-fulfilled', words: null, summary: 'Texto inventado del cierre.' },
  ...{ whys: [{ line: 'proposals', words: 'Motivo inventado.' }] },
  ...over,
});

/** Somebody else went through it. */
export async function supervise(centre: TestCentre, caseId: string, by: Login = 'social'): Promise<void> {
  await (await centre.as(by)).recordSupervision({ caseId, on: '2026-06-10', words: 'Texto inventado.' });
}

export async function propose(centre: TestCentre, caseId: string, over: Partial<Proposal> = {}): Promise<string> {
  return (await (await centre.as('psico')).proposeCaseClosing({ caseId, ...closingForm(over) })).proposalId;
}

type Approval = { readonly by?: Login; readonly whys?: Proposal['whys'] };

export async function approve(
  centre: TestCentre,
  { caseId, proposalId }: { readonly caseId: string; readonly proposalId: string },
  { by = 'coordina', whys = [] }: Approval = {},
): Promise<void> {
  const client = await centre.as(by);
  const { seen } = await client.getClosing({ caseId });
  await client.approveCaseClosing({ proposalId, seen, whys }, { password: passphrase });
}

/** Proposed by Psicología after Social went through it, approved by Coordinación. */
export async function close(centre: TestCentre, caseId: string): Promise<void> {
  await supervise(centre, caseId);
  const lines = (await (await centre.as('psico')).getClosing({ caseId })).lines;
  const asks = (demand: string) =>
    lines
      .filter((one) => one.isAsked && one.demand === demand && one.found.length > 0)
      .map(({ line }) => ({ line, words: 'Motivo.' }));
  const proposalId = await propose(centre, caseId, { whys: asks('reason') });
  await approve(centre, { caseId, proposalId }, { whys: asks('approver') });
}
