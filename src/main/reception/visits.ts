/** «Citas de hoy»: who is expected, and her arrival. */
import { professionalRoles } from '../../shared/access/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { PersonId, Id } from '../../shared/platform/ids.ts';
import {
  blankArrivalFacts,
  bookingFields,
  hasCome,
  jointFields,
  orderLabel,
  receptionReasons,
  type Booking,
  type deskContract,
  type VisitLine,
} from '../../shared/reception/index.ts';
import { listStaff, staffNames } from '../access/index.ts';
import { columnsOfValues } from '../record/index.ts';
import { cellsOf, updateVersioned, type Versioned, findRow, byNow, insertRecord } from '../platform/storage/rows.ts';
import { enterQueue, newArrival } from './arrivals.ts';
import { areNamesClosedTo } from './closed-names.ts';
import { listVisitsOf, type VisitRow } from './desk-repository.ts';
import type { DoorCase, DoorContext } from './door-context.ts';
import { checkProfessional } from './moves.ts';
import { isVisitOf, mayReadVisit } from './reach.ts';
import { casesAskedFor, isHereBefore } from './silent-match.ts';
import { tablesIn, type Use } from './tables.ts';

type Contract = typeof deskContract;

/** By the reach of the session, and the ficha not being closed to it: that of the booking, or of whoever the name fits. */
async function isOpenTo(unit: Use, door: DoorContext, visit: VisitRow): Promise<boolean> {
  if (!mayReadVisit(unit.session, visit)) return false;
  if (visit.case_id !== null) return !(await door.isClosedTo(unit, visit.case_id));
  return (
    visit.booked_by === unit.session.staffId ||
    !(await areNamesClosedTo(unit, door, { names: [visit.said_name], words: [visit.note] }))
  );
}

async function nameOf(unit: Use, door: DoorContext, visit: VisitRow): Promise<string | null> {
  if (visit.case_id === null) return visit.said_name;
  const known = await door.findCase(unit.trx, visit.case_id);
  return known === null ? null : door.nameOf(unit, { caseId: known.caseId, personId: known.userId });
}

export async function visitLine(
  unit: Use,
  door: DoorContext,
  visit: VisitRow,
  names: ReadonlyMap<string, string>,
): Promise<VisitLine> {
  const isOpen = await isOpenTo(unit, door, visit);
  return {
    visitId: visit.id,
    ...cellsOf(visit, 'version', 'day', 'time', 'service', 'state', 'place'),
    ...{ isMine: isVisitOf(unit.session, visit), hasCase: visit.case_id !== null },
    withName: visit.with_staff_id === null ? null : (names.get(visit.with_staff_id) ?? ''),
    name: isOpen ? await nameOf(unit, door, visit) : null,
    staffName: visit.staff_id === null ? null : (names.get(visit.staff_id) ?? ''),
    note: isOpen ? visit.note : null,
  };
}

export async function listVisits(unit: Use, { day }: InputOf<Contract['listVisits']>, door: DoorContext) {
  const names = await staffNames(unit.trx);
  const visits: VisitLine[] = [];
  for (const visit of await listVisitsOf(unit.trx, day)) visits.push(await visitLine(unit, door, visit, names));
  unit.note({ visits: visits.length });
  const attends = (role: string) => (professionalRoles as readonly string[]).includes(role);
  const staff = await listStaff(unit.trx);
  const members = staff.filter(({ state, roles }) => state === 'active' && roles.some(attends));
  return { now: unit.now, visits, staff: members.map(({ id: staffId, fullName: name }) => ({ staffId, name })) };
}

export async function bookVisit(unit: Use, input: InputOf<Contract['bookVisit']>, door: DoorContext) {
  if (input.day < unit.today) throw failAt('day', receptionReasons['visit-in-past'], 'visit-in-past');
  for (const id of [input.staffId, input.withStaffId]) if (id !== null) await checkProfessional(unit.trx, id);
  const id = unit.newId<'VisitId'>();
  await insertRecord(unit, tablesIn, 'expected_visit', {
    id,
    ...columnsOfValues(bookingFields, input),
    ...columnsOfValues(jointFields, input),
    state: 'expected',
    arrival_id: null,
    ...byNow(unit, 'booked'),
    version: 1,
  });
  unit.about('expected_visit', id);
  // He may be in the waiting room while she asks for an hour of today.
  if (input.day === unit.today) await isHereBefore(unit, await casesBooked(unit, door, input), null);
  return { visitId: id };
}

/** Cases that a booking is about: that of the ficha, or all of whoever the name fits. */
async function casesBooked(unit: Use, door: DoorContext, { caseId, saidName }: Booking): Promise<DoorCase[]> {
  if (caseId === null) return casesAskedFor(unit.trx, door, saidName ?? '');
  const known = await door.findCase(unit.trx, caseId);
  return known === null ? [] : [known];
}

/** @throws not-found, also for a visit of others or a ficha closed to the session; rule-broken `visit-decided` */
async function openVisit(unit: Use, door: DoorContext, visitId: Id<'VisitId'>): Promise<VisitRow> {
  const visit = await findRow(tablesIn(unit.trx), 'expected_visit', { id: visitId });
  if (visit === undefined || !(await isOpenTo(unit, door, visit))) throw fail('not-found');
  if (visit.state !== 'expected') throw fail('rule-broken', 'visit-decided');
  return visit;
}

/** It is over without anybody having come. */
async function endVisit(unit: Use, visit: Versioned, state: 'cancelled' | 'missed') {
  await updateVersioned(tablesIn(unit.trx), 'expected_visit', visit, { state, arrival_id: null });
  unit.touch('expected_visit', visit.id);
  return {};
}

export async function cancelVisit(unit: Use, input: InputOf<Contract['cancelVisit']>, door: DoorContext) {
  const visit = await openVisit(unit, door, input.visitId);
  return endVisit(unit, { id: visit.id, version: input.version }, 'cancelled');
}

/** @throws as `openVisit`; rule-broken `visit-to-come` before its day, `visit-hour-to-come` before its hour */
export async function missVisit(unit: Use, input: InputOf<Contract['missVisit']>, door: DoorContext) {
  const visit = await openVisit(unit, door, input.visitId);
  if (visit.day > unit.today) throw fail('rule-broken', 'visit-to-come');
  if (!hasCome(visit, unit.now)) throw fail('rule-broken', 'visit-hour-to-come');
  return endVisit(unit, { id: visit.id, version: input.version }, 'missed');
}

export async function checkInVisit(unit: Use, input: InputOf<Contract['checkInVisit']>, door: DoorContext) {
  const visit = await openVisit(unit, door, input.visitId);
  const known = visit.case_id === null ? null : await door.findCase(unit.trx, visit.case_id);
  const arrivalId = await newArrival(unit, { case_id: visit.case_id });
  const facts = {
    ...blankArrivalFacts(),
    purpose: 'appointment' as const,
    personId: (known?.userId ?? null) as PersonId | null,
    saidName: known === null ? visit.said_name : null,
    service: visit.service,
  };
  const arrival = { id: arrivalId, caseId: visit.case_id };
  const of = { facts, staffId: visit.staff_id, mustCall: visit.must_call === 1 };
  const entry = await enterQueue(unit, door, arrival, of);
  const came = { state: 'arrived', arrival_id: arrivalId } as const;
  await updateVersioned(tablesIn(unit.trx), 'expected_visit', { id: visit.id, version: input.version }, came);
  unit.touch('expected_visit', visit.id);
  unit.about('expected_visit', visit.id);
  const label = orderLabel(entry.channel, entry.number);
  return { arrivalId, label, mustCall: entry.must_call === 1 };
}
