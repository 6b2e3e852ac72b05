/** Who may read the name and the facts of an arrival: no more than the step needs (UX rule 6). */
import { serviceOf, type Service } from '../../shared/access/index.ts';
import type { Session } from '../platform/gate/session.ts';
import type { Entry, WaitRow } from './repository.ts';

function ownServices(session: Session): (Service | null)[] {
  return session.roles.map(serviceOf).filter((service) => service !== null);
}

function isDesk(session: Session): boolean {
  return session.roles.includes('admission') || session.roles.includes('coordinator');
}

/** The desk and Coordinación read all; a professional what waits for her or her service, and what she registered. */
export function mayReadEntry(
  session: Session,
  {
    entry,
    wait,
  }: { entry: Pick<Entry, 'registered_by'>; wait: Pick<WaitRow, 'service' | 'staff_id' | 'attended_by'> | null },
): boolean {
  if (isDesk(session) || entry.registered_by === session.staffId) return true;
  if (wait === null) return false;
  if (wait.staff_id === session.staffId || wait.attended_by === session.staffId) return true;
  return wait.staff_id === null && wait.service !== null && ownServices(session).includes(wait.service);
}

/** The same for a booked visit. */
export function mayReadVisit(
  session: Session,
  visit: { booked_by: string; service: Service | null; staff_id: string | null },
): boolean {
  return mayReadEntry(session, {
    entry: { registered_by: visit.booked_by },
    wait: { service: visit.service, staff_id: visit.staff_id, attended_by: null },
  });
}
