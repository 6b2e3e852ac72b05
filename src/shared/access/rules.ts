/** Who may do what to which case: the rule of security design §5.1, pure. */
import { isProfessional, type Role } from './codes.ts';
import { grantOf, type Grant, type Scope } from './permissions.ts';

/** How a staff member stands to a case at this moment. */
export type CaseRelation = {
  /** Assigned person, service of the derivation, or a running hand-over grant. */
  readonly isOnTeam: boolean;
  /** Opened or handed over by this person; reads what the same person wrote for 24 h after handing over. */
  readonly isOwnRecent: boolean;
  /** The case was opened today or is expected today (view `today`). */
  readonly isOfToday: boolean;
  readonly hasConflict: boolean;
  readonly isSealed: boolean;
  readonly isSealMember: boolean;
  /** An acceso excepcional of this session is open on the case. */
  readonly isExceptional: boolean;
};

export type Decision =
  | { readonly allowed: false }
  | {
      readonly allowed: true;
      /** Limited view, null for the whole. */
      readonly view: string | null;
      readonly scope: Scope;
      readonly secondPerson: boolean;
      readonly passwordAgain: boolean;
      /** By an acceso excepcional alone: nothing may be changed. */
      readonly isExceptional?: true;
    };

const denied: Decision = { allowed: false };

/**
 * What Coordinación may do of a sealed case without being a member: know that it is there, propose who keeps access and
 * open the seal, each with a second person. Otherwise nobody could ever open one whose members all left.
 */
const despiteSeal: ReadonlySet<string> = new Set(['seal.read', 'seal.create', 'seal.open']);

/** Cases that one person opens within an hour before Coordinación is told (security design §5.2). */
export const mostCasesInAnHour = 40;

/** What an acceso excepcional shows: the form and what is around it, nothing of the areas with a key of their own. */
export const exceptionalReads = [
  ...['person.readIdentity', 'registerForm.readA', 'registerForm.readB', 'account.read', 'risk.read'],
  ...['consent.read', 'attention.read', 'deadline.read', 'appointment.read', 'alert.read'],
] as const;
const readsExceptionally: ReadonlySet<string> = new Set(exceptionalReads);

/** By a conflict of interest, or by a seal without being a member: to that person the case is not there. */
export function isClosedBy(relation: Pick<CaseRelation, 'hasConflict' | 'isSealed' | 'isSealMember'>): boolean {
  return relation.hasConflict || (relation.isSealed && !relation.isSealMember);
}

/** Whether any of the roles may ever do it: checked before the input is parsed, so strangers learn nothing. */
export function mayEver(roles: readonly Role[], action: string): boolean {
  return roles.some((role) => grantOf(role, action) !== null);
}

/**
 * Decides one call. Several roles add up, the widest grant wins; conflict of interest and seal hold against all.
 *
 * @param relation null for an action that is not tied to a case.
 */
export function decide(roles: readonly Role[], action: string, relation: CaseRelation | null): Decision {
  const grants = roles.map((role) => grantOf(role, action)).filter((grant) => grant !== null);
  if (grants.length === 0) return denied;
  if (relation !== null) {
    if (relation.hasConflict) return denied;
    const isOutside = relation.isSealed && !relation.isSealMember;
    if (isOutside) return despiteSeal.has(action) ? allow(grants.filter(({ scope }) => scope === 'any')) : denied;
  }
  const usable = grants.filter((grant) => relation === null || reaches(grant, relation));
  if (usable.length > 0 || relation?.isExceptional !== true || !readsExceptionally.has(action)) return allow(usable);
  const lent = allow(grants.filter(({ scope }) => scope === 'assigned'));
  return lent.allowed ? { ...lent, isExceptional: true } : denied;
}

function allow(usable: readonly Grant[]): Decision {
  const widest = usable.toSorted((a, b) => width(b) - width(a))[0];
  return widest === undefined ? denied : { allowed: true, ...widest };
}

function reaches(grant: Grant, relation: CaseRelation): boolean {
  switch (grant.scope) {
    case 'any':
      return grant.view !== 'today' || relation.isOfToday || relation.isOwnRecent || relation.isOnTeam;
    case 'assigned':
      return relation.isOnTeam;
    case 'own':
      return relation.isOwnRecent;
    case 'untied':
      return true;
  }
}

function width(grant: Grant): number {
  return (grant.view === null ? 2 : 0) + (grant.scope === 'any' ? 1 : 0);
}

/** Any other professional who is not a party to the act (D4); a proposal asks `wayToDecide`. */
export function maySecond(person: { id: string; roles: readonly Role[] }, proposedBy: string): boolean {
  return person.id !== proposedBy && isProfessional(person.roles);
}
