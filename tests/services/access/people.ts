/** What the tests of standing in do before anything else. Invented people only. */
import type { Contract } from '../../../src/shared/contract.ts';
import type { Role, StaffMember } from '../../../src/shared/access/index.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { clientOf, passphrase, recoveryKeyOnPaper, type TestCentre } from '../../support/start-application.ts';

type Person = Client<Contract>;

/** A password typed again. */
export const again = { password: passphrase };

/** Signs in anew: what was open may have ended with the day. */
export async function enter(centre: TestCentre, login: string, secret: string = passphrase): Promise<Person> {
  const { token } = await clientOf(centre.application, () => null).signIn({ login, password: secret });
  return clientOf(centre.application, () => token);
}

export async function memberOf(reader: Person, login: string): Promise<StaffMember> {
  const { staff } = await reader.listStaff({});
  const member = staff.find((one) => one.login === login);
  if (member === undefined) throw new Error('not in the staff');
  return member;
}

export async function idOf(centre: TestCentre, login: string): Promise<StaffMember['id']> {
  return (await memberOf(await centre.as('coordina'), login)).id;
}

/** Lets somebody new in, with a password of her own; answers her client. */
export async function letIn(centre: TestCentre, login: string, role: Role): Promise<Person> {
  const coordinator = await centre.as('coordina');
  const details = {
    ...{ login, fullName: `Nora Inventada ${login}`, roles: [role] },
    ...{ profession: null, college: null, collegeNumber: null },
  };
  const { proposalId } = await coordinator.proposeStaffChange({ staffChange: { change: 'create', details } });
  const approver = await centre.as('psico');
  const { oneTimePassphrase: code } = await approver.approveStaffChange({ proposalId }, again);
  const newcomer = await enter(centre, login, code ?? '');
  await newcomer.changeOwnPassphrase({ newPassphrase: passphrase }, { password: code ?? '' });
  return newcomer;
}

/** Takes the access of every other professional away: one is left, with the people who are no professionals. */
export async function leaveAlone(centre: TestCentre): Promise<Person> {
  const coordinator = await centre.as('coordina');
  for (const login of ['legal', 'social', 'psico']) {
    const { id: staffId, version } = await memberOf(coordinator, login);
    if (login === 'psico') await withKey(coordinator, { act: 'staff-disable', staffId });
    await coordinator.disableStaff({ staffId, version });
  }
  return coordinator;
}

type Purpose = Parameters<Person['standInWithRecoveryKey']>[0]['purpose'];

/** Types the recovery key of the paper for an act. */
export async function withKey(person: Person, purpose: Purpose, typed?: string): Promise<void> {
  const recoveryKey = typed ?? (await recoveryKeyOnPaper());
  await person.standInWithRecoveryKey({ recoveryKey, purpose }, again);
}

export async function noticesOf(person: Person): Promise<string[]> {
  return (await person.listMyNotices({})).notices.map(({ words }) => words);
}

/** Actions of the audit of the centre, newest first. */
export async function actionsOf(auditor: Person): Promise<string[]> {
  return (await auditor.listAudit({ before: null })).lines.map((line) => line.action);
}
