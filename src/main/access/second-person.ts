/** The second person of an act, at the same computer: somebody else, a professional, with the own password (D4). */
import { maySecond, type StaffMember } from '../../shared/access/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { Preparation } from '../platform/gate/handler.ts';
import type { OwnSecret } from '../platform/storage/compartments.ts';
import { findStaffByLogin } from './repository.ts';
import type { Trx } from './tables.ts';

export type TypedSecond = { readonly login: string; readonly password: string };

/** Opens the slot of somebody with the password typed; counts and slows down like the door. */
export type VerifySecond = (login: string, password: string) => Promise<boolean>;

/** Whether this person, as the record has her today, may be the second one of somebody else's act. */
export function isSecond(
  person: Pick<StaffMember, 'id' | 'roles' | 'state'> | null,
  by: string,
): person is StaffMember & { readonly state: 'active' } {
  return person?.state === 'active' && maySecond(person, by);
}

/**
 * Who stands beside, proven; asked before anything is prepared. Who sits at the computer cannot be both, whatever is typed.
 *
 * @throws rule-broken `second-person`; wrong-secret `second-wrong` for an unknown login and a wrong password alike
 */
export async function secondPerson(
  call: Pick<Preparation<Trx>, 'session' | 'read'>,
  { login, password }: TypedSecond,
  { verifySecond, wrong }: { readonly verifySecond: VerifySecond; readonly wrong?: () => Promise<void> },
): Promise<StaffMember> {
  const { staffId, login: own } = call.session;
  if (login === own) throw fail('rule-broken', 'second-person');
  if (!(await verifySecond(login, password))) {
    await wrong?.();
    throw fail('wrong-secret', 'second-wrong');
  }
  const person = await call.read((trx) => findStaffByLogin(trx, login));
  if (!isSecond(person, staffId)) throw fail('rule-broken', 'second-person');
  return person;
}

/** What a password opens for its person alone, the caller's to zero; null for a wrong one. Counts like the door. */
export type OwnOf = (login: string, password: string) => Promise<OwnSecret | null>;

/** The same in one try, with what the second password opened: the caller's to zero. @throws as `secondPerson` */
export async function secondWithOwn(
  call: Pick<Preparation<Trx>, 'session' | 'read'>,
  second: TypedSecond,
  { ownOf, wrong }: { readonly ownOf: OwnOf; readonly wrong: () => Promise<void> },
): Promise<{ person: StaffMember; own: OwnSecret }> {
  const opened: OwnSecret[] = [];
  const verifySecond: VerifySecond = async (login, password) => {
    const own = await ownOf(login, password);
    if (own !== null) opened.push(own);
    return own !== null;
  };
  try {
    const person = await secondPerson(call, second, { verifySecond, wrong });
    const [own] = opened;
    if (own === undefined) throw fail('wrong-secret', 'second-wrong');
    return { person, own };
  } catch (error) {
    for (const own of opened) own.secretKey.fill(0);
    throw error;
  }
}
