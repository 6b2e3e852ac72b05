/** Who may read the name and the facts of an arrival: no more than the step needs (UX rules §1, principle 6). */
import { serviceOf, type Service } from '../../shared/access/index.ts';
import { underReviewName } from '../../shared/people/index.ts';
import type { ArrivalId } from '../../shared/platform/ids.ts';
import type { Session } from '../platform/gate/session.ts';
import { isEntryClosedTo, type EntryWords } from './closed-names.ts';
import type { DoorContext } from './door-context.ts';
import { findArrival, findEntry, type Arrival, type Entry, type WaitRow } from './repository.ts';
import type { Use } from './tables.ts';

function ownServices(session: Session): (Service | null)[] {
  return session.roles.map(serviceOf).filter((service) => service !== null);
}

function isDesk(session: Session): boolean {
  return session.roles.includes('admission') || session.roles.includes('coordinator');
}

/** The desk and Coordinación read all; a professional what waits for her or her service, and what she registered. */
export function mayReadEntry(
  session: Session,
  { entry, wait }: Pick<OfArrival, 'wait'> & { entry: Pick<Entry, 'registered_by'> },
): boolean {
  if (isDesk(session) || entry.registered_by === session.staffId) return true;
  if (wait === null) return false;
  if (wait.staff_id === session.staffId || wait.attended_by === session.staffId) return true;
  return wait.staff_id === null && wait.service !== null && ownServices(session).includes(wait.service);
}

/** What an institution asks names somebody: for the desk, Coordinación and whoever took the call. */
export function mayReadCall(session: Session, { taken_by: takenBy }: { taken_by: string }): boolean {
  return isDesk(session) || takenBy === session.staffId;
}

type Booked = { booked_by: string; service: Service | null; staff_id: string | null; with_staff_id: string | null };

/** Of the session: in person, alone or with another, of whoever it stands in for, or of its service. */
export function isVisitOf(session: Session, { staff_id: staff, with_staff_id: other, service }: Booked): boolean {
  const own: readonly (string | null)[] = [session.staffId, ...session.standsInFor];
  if (own.includes(staff) || own.includes(other)) return true;
  return staff === null && service !== null && ownServices(session).includes(service);
}

/** The same for a booked visit. */
export function mayReadVisit(session: Session, visit: Booked): boolean {
  return isDesk(session) || visit.booked_by === session.staffId || isVisitOf(session, visit);
}

/** Open; or over with a ficha closed to the session, which hears of no end while she still waits. */
export async function isArrivalOpenTo(
  unit: Use,
  arrivalId: ArrivalId,
  isCaseClosed: DoorContext['isClosedTo'],
): Promise<boolean> {
  const arrival = await findArrival(unit.trx, arrivalId);
  if (arrival === undefined) return false;
  if (arrival.closed_at === null) return true;
  if (arrival.case_id === null || (await findEntry(unit.trx, arrivalId))?.ended_at !== null) return false;
  return isCaseClosed(unit, arrival.case_id);
}

type OfArrival = {
  readonly arrival: Pick<Arrival, 'case_id'>;
  readonly entry: Pick<Entry, 'registered_by' | 'worded_by' | 'person_id' | 'is_maybe'> & EntryWords;
  readonly wait: Pick<WaitRow, 'service' | 'staff_id' | 'attended_by'> | null;
};

/**
 * How far a reader sees an arrival. `review`: the person is closed to this reader (conflict of interest, or reserved),
 * who gets the word of the search instead of a name; with `mayRead`, the facts that this very reader wrote.
 * `knowsOfCase`: the ficha of the arrival, if it has one, is not closed to the reader.
 */
export type Sight = {
  readonly mayRead: boolean;
  readonly name: 'shown' | 'review' | 'hidden';
  readonly knowsOfCase: boolean;
  /** The woman of her ficha, where it is not closed to the reader. */
  readonly inFicha: string | null;
};

/** Of her ficha: whether it is closed to the reader, and the woman of one that is not. */
async function fichaOf(unit: Use, door: DoorContext, { case_id: caseId }: OfArrival['arrival']) {
  if (caseId === null) return { knowsOfCase: true, inFicha: null };
  if (await door.isClosedTo(unit, caseId)) return { knowsOfCase: false, inFicha: null };
  return { knowsOfCase: true, inFicha: (await door.findCase(unit.trx, caseId))?.userId ?? null };
}

/** Whether somebody who stands in a ficha closed to the reader is named here; her own open ficha names her anyway. */
async function namesClosed(
  unit: Use,
  door: DoorContext,
  { entry, inFicha, isOwn }: Pick<OfArrival, 'entry'> & Pick<Sight, 'inFicha'> & { readonly isOwn: boolean },
): Promise<boolean> {
  const { person_id: personId } = entry;
  const isKnown = personId === null || (personId === inFicha && entry.is_maybe === 0);
  if (!isKnown && (await door.isPersonClosedTo(unit, personId))) return true;
  if (isOwn) return false;
  const isOfFicha = inFicha !== null && isKnown;
  return isEntryClosedTo(unit, door, isOfFicha ? { ...entry, said_name: null, document_number: null } : entry);
}

export async function sightOf(unit: Use, door: DoorContext, of: OfArrival): Promise<Sight> {
  const { entry } = of;
  const ficha = await fichaOf(unit, door, of.arrival);
  // Not who registered it: what a colleague typed over it since then is the name of the record to this reader.
  const isOwn = entry.worded_by === unit.session.staffId;
  // What the reader typed stays as it was when a ficha that is closed to her is opened: going blank would tell of it.
  if (!mayReadEntry(unit.session, of) || (!ficha.knowsOfCase && !isOwn)) {
    return { mayRead: false, name: 'hidden', ...ficha };
  }
  // Her ficha names her, whoever else she is said to be: hiding that afterwards would tell the reader of the answer.
  if (await namesClosed(unit, door, { entry, inFicha: ficha.inFicha, isOwn })) {
    return { mayRead: isOwn, name: ficha.inFicha === null ? 'review' : 'shown', ...ficha };
  }
  return { mayRead: true, name: 'shown', ...ficha };
}

/** With a ficha as it names her, which its reader reads everywhere else, too; before it as she was registered. */
export async function nameOn(
  unit: Use,
  door: DoorContext,
  { entry, arrival }: { entry: Pick<Entry, 'person_id' | 'said_name'>; arrival: Pick<Arrival, 'case_id'> },
  { name, inFicha }: Sight,
): Promise<string | null> {
  if (name !== 'shown') return name === 'review' ? underReviewName : null;
  const personId = inFicha ?? entry.person_id;
  return personId === null ? entry.said_name : door.nameOf(unit, { caseId: arrival.case_id, personId });
}
