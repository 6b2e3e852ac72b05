/** What the closing of a ficha asks for: a decision, another look, or that somebody else goes through it first. */
import { services } from '../access/index.ts';
import type { ClosingStanding } from '../closing/index.ts';
import type { Found } from './found.ts';

export const decideClosing = 'Decidir el cierre de la ficha';

const common = { kind: 'closing', page: 'closing' } as const;
const ofTeam = { owners: services, isOfAll: true } as const;

export function ofClosing(closing: ClosingStanding | null): Found[] {
  if (closing === null) return [];
  if (closing.state === 'toSupervise') {
    return [{ ...common, ...ofTeam, task: 'Seguimiento supervisado antes de cerrar', why: 'El plan está cumplido' }];
  }
  const { state, by, isOwn, on } = closing;
  const due = { on, time: null };
  if (state === 'declined') {
    const task = 'Leer por qué se rechazó el cierre';
    return [{ ...common, owners: [], task, due, person: { name: by, isReader: isOwn } }];
  }
  const task = decideClosing;
  const why = `Lo propuso ${by}`;
  // Whoever proposed it waits; anybody else of the team, or Coordinación, decides.
  return isOwn
    ? [{ ...common, owners: [], task, why, due, person: { name: 'Otra persona profesional', isReader: false } }]
    : [{ ...common, ...ofTeam, task, why, due }];
}
