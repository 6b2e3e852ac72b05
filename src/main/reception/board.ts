/** «Orden de llegada»: who is here and who is free, for each reader as much as the step needs. */
import { serviceOf, type Service, type StaffMember } from '../../shared/access/index.ts';
import { addDays, type CivilDate } from '../../shared/platform/dates.ts';
import { civilDateOf, instantAt } from '../../shared/platform/clock.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import {
  byTurn,
  isUrgent,
  orderLabel,
  waitStateOf,
  waitingByDay,
  waitingByService,
  type ArrivalLine,
  type boardContract,
  type StaffLine,
} from '../../shared/reception/index.ts';
import { listStaff, staffNames } from '../access/index.ts';
import { cellsOf, rowsOf } from '../platform/storage/rows.ts';
import { listVisitsOf } from './desk-repository.ts';
import type { DoorContext } from './door-context.ts';
import { nameOn, sightOf, type Sight } from './reach.ts';
import { listEnds, listPresent, listUnregistered, listWaits, type Arrival, type Present } from './repository.ts';
import { visitLine } from './visits.ts';
import { type Use, tablesIn } from './tables.ts';

type Contract = typeof boardContract;
type Names = ReadonlyMap<string, string>;

/** Of a person who is closed to the reader the name says already that somebody must look. */
async function openFichaOf(
  unit: Use,
  door: DoorContext,
  { entry, arrival }: Present,
  { mayRead, name }: Sight,
): Promise<ArrivalLine['openFicha']> {
  if (!mayRead || name !== 'shown' || entry.person_id === null) return null;
  return door.openFichaOf(unit, entry.person_id, arrival.case_id);
}

function staffNameOf({ wait }: Present, names: Names): string | null {
  const id = wait.attended_by ?? wait.staff_id;
  return id === null ? null : (names.get(id) ?? '');
}

/** A line for somebody who does not need to know who it is: the queue, and nothing of the person. */
async function lineOf(unit: Use, door: DoorContext, present: Present, names: Names): Promise<ArrivalLine> {
  const { entry, wait } = present;
  const sight = await sightOf(unit, door, present);
  const { mayRead: isOpen, knowsOfCase } = sight;
  return {
    ...cellsOf(entry, 'arrival_id', 'version', 'number', 'channel', 'arrived_at'),
    label: orderLabel(entry.channel, entry.number),
    purpose: isOpen ? entry.purpose : null,
    name: await nameOn(unit, door, present, sight),
    mayRead: isOpen,
    companion: isOpen ? entry.companion : null,
    children: isOpen ? entry.children : null,
    childrenWith: isOpen ? entry.children_with : null,
    language: isOpen ? entry.language : null,
    needsInterpreter: isOpen && entry.needs_interpreter !== null ? entry.needs_interpreter === 1 : null,
    signs: isOpen ? [...present.signs] : [],
    isUrgent: isUrgent(present.signs),
    ...cellsOf(wait, 'service', 'since_at', 'called_at', 'attended_at'),
    staffName: staffNameOf(present, names),
    state: waitStateOf({ calledAt: wait.called_at, attendedAt: wait.attended_at }),
    hasCase: knowsOfCase && present.arrival.outcome === 'case',
    openFicha: await openFichaOf(unit, door, present, sight),
    mustCall: entry.must_call === 1,
  };
}

function servicesOf(member: StaffMember): Service[] {
  return member.roles.map(serviceOf).filter((service) => service !== null);
}

async function staffLines(unit: Use, present: readonly Present[]): Promise<StaffLine[]> {
  const presences = new Map((await rowsOf(tablesIn(unit.trx), 'staff_presence', {})).map((one) => [one.id, one]));
  const attending = new Map(
    present.flatMap(({ wait }) =>
      wait.attended_at === null || wait.attended_by === null ? [] : [[wait.attended_by, wait.attended_at] as const],
    ),
  );
  const members = (await listStaff(unit.trx)).filter((one) => one.state === 'active' && servicesOf(one).length > 0);
  return members.map((member) => {
    const said = presences.get(member.id);
    const isToday = said !== undefined && civilDateOf(Date.parse(said.since_at)) === unit.today;
    const busySince = attending.get(member.id);
    const state = busySince === undefined ? (isToday ? said.state : null) : ('attending' as const);
    const since = busySince ?? (isToday ? said.since_at : null);
    const { id: staffId, fullName: name } = member;
    return { staffId, name, services: servicesOf(member), state, sinceAt: since };
  });
}

/** First instant of the first day, and of the day after the last. */
function span(from: CivilDate, to: CivilDate) {
  return { from, to, fromAt: instantAt(from, '00:00'), untilAt: instantAt(addDays(to, 1), '00:00') };
}

function countEnds(ends: readonly { outcome: Arrival['outcome'] }[]) {
  const counts = new Map<NonNullable<Arrival['outcome']>, number>();
  for (const { outcome } of ends) if (outcome !== null) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => ({ outcome, count }));
}

async function unregistered(unit: Use, names: Names) {
  const isAll = unit.session.roles.includes('coordinator');
  const doors = await listUnregistered(unit.trx, isAll ? null : unit.session.staffId);
  return doors.map((one) => ({
    arrivalId: one.id,
    openedAt: one.opened_at,
    openedBy: names.get(one.opened_by) ?? '',
  }));
}

export async function openBoard(unit: Use, door: DoorContext) {
  const { trx, today, now } = unit;
  const names = await staffNames(trx);
  const present = await listPresent(trx);
  const lines = async (days: (day: CivilDate) => boolean) => {
    const found: ArrivalLine[] = [];
    for (const one of present) if (days(one.entry.day)) found.push(await lineOf(unit, door, one, names));
    return found;
  };
  const arrivals = (await lines((day) => day === today)).toSorted(byTurn);
  const earlier = await lines((day) => day !== today);
  const visits = (await listVisitsOf(trx, today)).filter((one) => one.state === 'expected');
  const ends = await listEnds(trx, span(today, today));
  unit.note({ arrivals: arrivals.length, visits: visits.length });
  return {
    now,
    today,
    arrivals,
    visits: await Promise.all(visits.map((one) => visitLine(unit, door, one, names))),
    staff: await staffLines(unit, present),
    ended: countEnds(ends.filter((one) => !one.isPresent)),
    earlier,
    unregistered: await unregistered(unit, names),
  };
}

export async function readPublicBoard(unit: Use): Promise<OutputOf<Contract['readPublicBoard']>> {
  const present = (await listPresent(unit.trx)).filter(({ entry }) => entry.day === unit.today);
  const ordered = present
    .map(({ entry, wait, signs }) => ({
      isUrgent: isUrgent(signs),
      ...cellsOf(entry, 'arrived_at', 'number', 'channel'),
      label: orderLabel(entry.channel, entry.number),
      service: wait.service,
      calledAt: wait.called_at,
      isAttended: wait.attended_at !== null,
    }))
    .filter((one) => one.channel === 'inPerson' && !one.isAttended)
    .toSorted(byTurn);
  return {
    now: unit.now,
    called: ordered
      .flatMap(({ label, service, calledAt }) => (calledAt === null ? [] : [{ label, service, calledAt }]))
      .toSorted((one, other) => (one.calledAt < other.calledAt ? 1 : -1)),
    waiting: ordered.filter((one) => one.calledAt === null).map((one) => one.label),
  };
}

export async function getWaiting(unit: Use, { from, to }: InputOf<Contract['getWaiting']>) {
  const days = span(from, to);
  const rows = await listWaits(unit.trx, { from: days.fromAt, until: days.untilAt });
  const waits = rows.map((row) => cellsOf(row, 'service', 'since_at', 'called_at', 'attended_at'));
  const ends = await listEnds(unit.trx, days);
  const counted = ends.filter((one) => one.outcome !== 'mistake');
  unit.note({ waits: waits.length });
  return {
    total: waitingByService(waits),
    days: waitingByDay(waits),
    arrivals: counted.filter((one) => one.channel !== 'call').length,
    calls: counted.filter((one) => one.channel === 'call').length,
    outcomes: countEnds(ends),
    open: ends.filter((one) => one.isPresent).length,
  };
}
