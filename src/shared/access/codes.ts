/** Closed lists of the access domain. */

/** Roles of the centre, in the order of the permission table's columns (security design §5.2). */
export const roles = [
  'admission',
  'psychologist',
  'socialWorker',
  'lawyer',
  'preventionOfficer',
  'coordinator',
  'technicalSupport',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

/** Roles that attend persons: one of them can stand in as second person (decision D4). */
export const professionalRoles = [
  'psychologist',
  'socialWorker',
  'lawyer',
  'coordinator',
] as const satisfies readonly Role[];

/** Whether one of the functions attends persons. */
export function isProfessional(roles: readonly Role[]): boolean {
  return roles.some((role) => (professionalRoles as readonly Role[]).includes(role));
}

/** The service a role works in; null for roles that attend nobody. */
export const Service = { psychology: 'psychology', social: 'social', legal: 'legal' } as const;
export type Service = (typeof Service)[keyof typeof Service];
export const services = ['psychology', 'social', 'legal'] as const satisfies readonly Service[];

export function serviceOf(role: Role): Service | null {
  if (role === 'psychologist') return 'psychology';
  if (role === 'socialWorker') return 'social';
  return role === 'lawyer' ? 'legal' : null;
}

/** The services somebody works in; one person may hold two roles. */
export function servicesOf(roles: readonly Role[]): Service[] {
  return roles.map(serviceOf).filter((service) => service !== null);
}

export const staffStates = ['active', 'disabled'] as const;
export type StaffState = (typeof staffStates)[number];

/** Acts that need a second person (D4), each with its own proposal. */
export const proposalKinds = [
  'month-closing',
  'staff-change',
  'list-import',
  'list-import-undo',
  'case-annulment',
  'person-merge',
  'person-unmerge',
  'rule-change',
  'attachment-export',
  'staff-access-reset',
  'acting-coordinator',
  'case-seal',
  'seal-members',
] as const;
export type ProposalKind = (typeof proposalKinds)[number];

export const proposalStates = ['pending', 'approved', 'declined', 'withdrawn'] as const;
