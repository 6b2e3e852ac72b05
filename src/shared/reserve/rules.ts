/** Who keeps access to a ficha reservada, how long an acceso excepcional lasts, who reviews it: pure. */
import { professionalRoles, type Role } from '../access/index.ts';

/** An acceso excepcional ends by itself after this, by a clock that nobody can set back. */
export const exceptionalMinutes = 30;
/** For one person in one day of the centre. */
export const exceptionalPerDay = 3;
/** Within these it must be reviewed. */
export const reviewHours = 72;

/** Somebody who may be left with access: the seal only takes access away, it gives none. */
export type SealCandidate = {
  readonly staffId: string;
  /** Of a service that has the ficha, or with a grant of her own; Coordinación reaches every ficha without. */
  readonly isOnTeam: boolean;
};

/** Null when these may be the members. */
export function membersProblem(
  members: readonly string[],
  candidates: readonly SealCandidate[],
): 'seal-member' | 'seal-needs-professional' | null {
  const chosen = members.map((id) => candidates.find(({ staffId }) => staffId === id));
  if (chosen.includes(undefined)) return 'seal-member';
  // Coordinación alone writes no session and signs no writ: whoever attends the person must stay.
  return chosen.some((one) => one?.isOnTeam === true) ? null : 'seal-needs-professional';
}

type Reviewer = { readonly id: string; readonly roles: readonly Role[] };

/**
 * Nobody reviews an own access. One of Coordinación goes to the auditor, to another coordinator or to any other
 * professional: where there is a single coordinator somebody still looks at it (D4).
 */
export function mayReview(reviewer: Reviewer, opened: Reviewer): boolean {
  if (reviewer.id === opened.id) return false;
  const isProfessional = reviewer.roles.some((role) => (professionalRoles as readonly Role[]).includes(role));
  if (opened.roles.includes('coordinator') && isProfessional) return true;
  return reviewer.roles.includes('coordinator') || reviewer.roles.includes('auditor');
}

export function reviewDueAt(openedAt: string): number {
  return Date.parse(openedAt) + reviewHours * 3_600_000;
}
