/** From the open door to the end: registering, changing, closing an arrival. */
import { displayName } from '../../shared/people/index.ts';
import { civilDateOf, instantAt } from '../../shared/platform/clock.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { ArrivalId, PersonId } from '../../shared/platform/ids.ts';
import { timeOf } from '../../shared/platform/clock.ts';
import {
  orderLabel,
  receptionReasons,
  type ArrivalFacts,
  type boardContract,
  type receptionContract,
} from '../../shared/reception/index.ts';
import type { Trx } from '../database.ts';
import { findPerson } from '../people/index.ts';
import type { Unit } from '../platform/gate/handler.ts';
import type { DoorContext } from './door-context.ts';
import { mayReadEntry } from './reach.ts';
import {
  closeArrival,
  findArrival,
  findEntry,
  insertArrival,
  insertEntry,
  insertWait,
  listUnregistered,
  nextNumber,
  runningWait,
  signsOf,
  updateEntry,
  updateWait,
  type Arrival,
  type Entry,
} from './repository.ts';
import { watchDoor } from './silent-match.ts';

type Use = Unit<Trx>;
type Board = typeof boardContract;
type Door = typeof receptionContract;

export async function newArrival(unit: Use, end: Partial<Arrival> = {}): Promise<string> {
  const id = unit.newId();
  const blank = { closed_at: null, outcome: null, case_id: null, matter: null, referred_to: null, version: 1 } as const;
  await insertArrival(unit.trx, { id, opened_by: unit.session.staffId, opened_at: unit.now, ...blank, ...end });
  unit.touch('arrival', id);
  return id;
}

export async function openArrival(unit: Use): Promise<OutputOf<Door['openArrival']>> {
  // A door of today that was opened and left is the same door: nobody came through it.
  const own = await listUnregistered(unit.trx, unit.session.staffId);
  const again = own.find((one) => civilDateOf(Date.parse(one.opened_at)) === unit.today);
  if (again === undefined) return { arrivalId: (await newArrival(unit)) as ArrivalId };
  unit.about('arrival', again.id);
  return { arrivalId: again.id as ArrivalId };
}

/** @throws rule-broken `arrived-in-future` */
function arrivedAt(unit: Use, facts: ArrivalFacts): string {
  if (!facts.isFromPaper || facts.arrivedOn === null || facts.arrivedTime === null) return unit.now;
  const at = instantAt(facts.arrivedOn, facts.arrivedTime);
  if (at > unit.now) throw failAt('arrivedTime', receptionReasons['arrived-in-future'], 'arrived-in-future');
  return at;
}

async function columnsOf(unit: Use, facts: ArrivalFacts) {
  if (facts.personId !== null && (await findPerson(unit.trx, facts.personId)) === null) throw fail('not-found');
  return {
    channel: facts.channel,
    purpose: facts.purpose,
    person_id: facts.personId,
    is_maybe: facts.personId !== null && facts.isMaybe ? 1 : 0,
    said_name: facts.saidName,
    document_number: facts.documentNumber,
    companion: facts.companion,
    children: facts.children,
    children_with: facts.childrenWith,
    language: facts.language,
    needs_interpreter: facts.needsInterpreter === null ? null : facts.needsInterpreter ? 1 : 0,
    is_from_paper: facts.isFromPaper ? 1 : 0,
  } as const;
}

/** Puts an open door on the board with its number, and its first wait. */
export async function enterQueue(
  unit: Use,
  door: DoorContext,
  arrival: { id: string; caseId: string | null },
  of: { facts: ArrivalFacts; staffId: string | null; mustCall: boolean },
): Promise<Entry> {
  const { facts } = of;
  const at = arrivedAt(unit, facts);
  const day = civilDateOf(Date.parse(at));
  const entry: Entry = {
    ...(await columnsOf(unit, facts)),
    id: unit.newId(),
    arrival_id: arrival.id,
    day,
    number: await nextNumber(unit.trx, day),
    arrived_at: at,
    must_call: 0,
    registered_by: unit.session.staffId,
    registered_at: unit.now,
    ended_at: null,
    version: 1,
  };
  const isWatched = await watchDoor(unit, door, { entry, caseId: arrival.caseId, signs: facts.signs });
  const stored: Entry = { ...entry, must_call: of.mustCall || isWatched ? 1 : 0 };
  await insertEntry(unit.trx, stored, facts.signs);
  unit.touch('queue_entry', stored.id);
  await startWait(unit, stored.id, { service: facts.service, staffId: of.staffId, since: at });
  return stored;
}

export async function startWait(
  unit: Use,
  entryId: string,
  to: { service: ArrivalFacts['service']; staffId: string | null; since: string },
): Promise<void> {
  const id = unit.newId();
  const blank = { called_at: null, attended_at: null, attended_by: null, ended_at: null, version: 1 } as const;
  await insertWait(unit.trx, {
    id,
    entry_id: entryId,
    service: to.service,
    staff_id: to.staffId,
    since_at: to.since,
    ...blank,
  });
  unit.touch('queue_wait', id);
}

export async function endWait(unit: Use, entryId: string): Promise<void> {
  const wait = await runningWait(unit.trx, entryId);
  if (wait === undefined) return;
  await updateWait(unit.trx, wait.id, { ended_at: unit.now });
  unit.touch('queue_wait', wait.id);
}

export function registerArrival(door: DoorContext) {
  return async (unit: Use, input: InputOf<Board['registerArrival']>): Promise<OutputOf<Board['registerArrival']>> => {
    const arrival = await findArrival(unit.trx, input.arrivalId);
    if (arrival === undefined) throw fail('not-found');
    if ((await findEntry(unit.trx, arrival.id)) !== undefined) throw fail('rule-broken', 'arrival-registered');
    if (arrival.closed_at !== null) throw fail('rule-broken', 'arrival-ended');
    const target = { id: arrival.id, caseId: null };
    const entry = await enterQueue(unit, door, target, { facts: input.facts, staffId: null, mustCall: false });
    unit.about('queue_entry', entry.id);
    unit.note({ signs: input.facts.signs.length, isFromPaper: input.facts.isFromPaper });
    return { label: orderLabel(entry.channel, entry.number), mustCall: entry.must_call === 1 };
  };
}

/** An arrival that the session may read and that is on the board. @throws not-found, rule-broken `arrival-ended` */
export async function openEntry(unit: Use, arrivalId: string): Promise<{ entry: Entry; arrival: Arrival }> {
  const arrival = await findArrival(unit.trx, arrivalId);
  const entry = await findEntry(unit.trx, arrivalId);
  if (arrival === undefined || entry === undefined) throw fail('not-found');
  if (entry.ended_at !== null) throw fail('rule-broken', 'arrival-ended');
  return { entry, arrival };
}

async function factsOf(trx: Trx, entry: Entry): Promise<ArrivalFacts> {
  const wait = await runningWait(trx, entry.id);
  return {
    channel: entry.channel,
    purpose: entry.purpose,
    personId: entry.person_id as PersonId | null,
    isMaybe: entry.is_maybe === 1,
    saidName: entry.said_name,
    documentNumber: entry.document_number,
    companion: entry.companion,
    children: entry.children,
    childrenWith: entry.children_with,
    language: entry.language,
    needsInterpreter: entry.needs_interpreter === null ? null : entry.needs_interpreter === 1,
    signs: await signsOf(trx, entry.id),
    service: wait?.service ?? null,
    isFromPaper: entry.is_from_paper === 1,
    arrivedOn: entry.is_from_paper === 1 ? (entry.day as CivilDate) : null,
    arrivedTime: entry.is_from_paper === 1 ? timeOf(Date.parse(entry.arrived_at)) : null,
  };
}

export async function getArrival(
  unit: Use,
  { arrivalId }: InputOf<Board['getArrival']>,
): Promise<OutputOf<Board['getArrival']>> {
  const entry = await findEntry(unit.trx, arrivalId);
  if (entry === undefined) throw fail('not-found');
  const arrival = await findArrival(unit.trx, arrivalId);
  const wait = await runningWait(unit.trx, entry.id);
  if (!mayReadEntry(unit.session, { entry, wait: wait ?? null })) throw fail('not-found');
  const person = entry.person_id === null ? null : await findPerson(unit.trx, entry.person_id);
  unit.about('queue_entry', entry.id);
  return {
    version: entry.version,
    label: orderLabel(entry.channel, entry.number),
    facts: await factsOf(unit.trx, entry),
    personName: person === null ? null : displayName(person),
    mustCall: entry.must_call === 1,
    isOpen: arrival?.closed_at === null,
  };
}

export function changeArrival(door: DoorContext) {
  return async (unit: Use, input: InputOf<Board['changeArrival']>): Promise<OutputOf<Board['changeArrival']>> => {
    const { facts } = input;
    const { entry, arrival } = await openEntry(unit, input.arrivalId);
    const wait = await runningWait(unit.trx, entry.id);
    if (!mayReadEntry(unit.session, { entry, wait: wait ?? null })) throw fail('not-found');
    const changed: Entry = { ...entry, ...(await columnsOf(unit, facts)), arrived_at: timeKept(unit, entry, facts) };
    const isWatched = await watchDoor(unit, door, { entry: changed, caseId: arrival.case_id, signs: facts.signs });
    // What once asked for a call keeps asking: only Coordinación lifts it.
    const mustCall = entry.must_call === 1 || isWatched;
    const { id, version, arrival_id: _arrival, ...columns } = changed;
    await updateEntry(
      unit.trx,
      { id, version: input.version },
      { ...columns, must_call: mustCall ? 1 : 0 },
      facts.signs,
    );
    unit.touch('queue_entry', entry.id);
    if (wait !== undefined && wait.service !== facts.service && version === input.version) {
      await updateWait(unit.trx, wait.id, { service: facts.service, staff_id: null });
      unit.touch('queue_wait', wait.id);
    }
    unit.about('queue_entry', entry.id);
    return { mustCall };
  };
}

/** The hour of the paper may be mended on its day; anything else stays as it was registered. */
function timeKept(unit: Use, entry: Entry, facts: ArrivalFacts): string {
  const isSameDay = facts.isFromPaper && facts.arrivedOn === entry.day;
  return isSameDay ? arrivedAt(unit, facts) : entry.arrived_at;
}

/** The end of an arrival whose ficha is open already is the ficha: only the presence ends here. */
async function endOutcome(unit: Use, arrival: Arrival, entry: Entry | undefined, end: InputOf<Door['closeArrival']>) {
  if (arrival.outcome === 'case') {
    if (end.outcome !== 'case') throw fail('rule-broken', 'arrival-has-case');
    return;
  }
  const isKnown = arrival.case_id !== null || (entry?.person_id ?? null) !== null;
  if (end.outcome === 'case' && !isKnown) throw fail('rule-broken', 'case-needs-person');
  await closeArrival(unit.trx, arrival.id, {
    closedAt: unit.now,
    caseId: arrival.case_id,
    outcome: end.outcome,
    matter: end.matter,
    referred_to: end.referredTo,
  });
  unit.touch('arrival', arrival.id);
}

export async function endArrival(unit: Use, end: InputOf<Door['closeArrival']>): Promise<Record<string, never>> {
  const arrival = await findArrival(unit.trx, end.arrivalId);
  if (arrival === undefined) throw fail('not-found');
  const entry = await findEntry(unit.trx, end.arrivalId);
  const isEnded = entry === undefined ? arrival.closed_at !== null : entry.ended_at !== null;
  if (isEnded) throw fail('rule-broken', 'arrival-ended');
  await endOutcome(unit, arrival, entry, end);
  if (entry !== undefined) {
    await endWait(unit, entry.id);
    await updateEntry(unit.trx, entry, { ended_at: unit.now });
    unit.touch('queue_entry', entry.id);
  }
  unit.about('arrival', arrival.id);
  unit.note({ outcome: end.outcome });
  return {};
}
