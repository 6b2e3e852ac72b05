/** A ficha reservada as two people make it. Invented people only. */
import type { InputGivenOf } from '../../../src/shared/platform/contract.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import { passphrase, type Login, type TestCentre } from '../../support/start-application.ts';

export async function idOf(centre: TestCentre, login: Login): Promise<string> {
  return (await centre.sessionOf(login)).staff.id;
}

export async function proposal(
  centre: TestCentre,
  caseId: string,
  { members = ['psico'], by = 'coordina' }: { members?: readonly Login[]; by?: Login } = {},
): Promise<string> {
  const ids: string[] = [];
  for (const login of members) ids.push(await idOf(centre, login));
  const form = { caseId, members: ids, reason: 'knownPerson' as const, words: null };
  return (await (await centre.as(by)).proposeCaseSeal(form)).proposalId;
}

/** A password given anew: the code that two people hand out. */
export async function codeFor(centre: TestCentre, login: Login): Promise<string> {
  const coordinator = await centre.as('coordina');
  const { proposalId } = await coordinator.proposeAccessReset({ staffId: await idOf(centre, login) });
  const approver = await centre.as('social');
  return (await approver.approveAccessReset({ proposalId }, { password: passphrase })).oneTimeCode;
}

/** Proposed by Coordinación, approved by another professional. */
export async function seal(
  centre: TestCentre,
  caseId: string,
  { members = ['psico'], approver = 'social' }: { members?: readonly Login[]; approver?: Login } = {},
): Promise<void> {
  const proposalId = await proposal(centre, caseId, { members });
  await (await centre.as(approver)).approveCaseSeal({ proposalId }, { password: passphrase });
}

export function opening(
  caseId: string,
  over: Partial<InputGivenOf<Contract['openCaseSeal']>> = {},
): InputGivenOf<Contract['openCaseSeal']> {
  return {
    caseId,
    reason: 'reasonEnded',
    words: null,
    recoveryKey: null,
    second: { login: 'psico', password: passphrase },
    ...over,
  };
}
