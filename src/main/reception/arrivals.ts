/** From the open door to the end: registering, changing, closing an arrival. */
import { serviceOf } from '../../shared/access/index.ts';
import { civilDateOf, instantAt, timeOf } from '../../shared/platform/clock.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { ArrivalId, CaseId } from '../../shared/platform/ids.ts';
import {
  companionNames,
  entryFields,
  orderLabel,
  receptionReasons,
  type ArrivalFacts,
  type boardContract,
  type receptionContract,
} from '../../shared/reception/index.ts';
import { getStaff } from '../access/index.ts';
import { findPerson } from '../people/index.ts';
import { columnsOfValues, valuesOfRow } from '../record/index.ts';
import type { DoorContext } from './door-context.ts';
import { mayReadEntry, nameOn, sightOf } from './reach.ts';
import {
  changeWait,
  closeArrival,
  findArrival,
  findEntry,
  insertEntry,
  listUnregistered,
  nextNumber,
  runningWait,
  signsOf,
  updateEntry,
  type Arrival,
  type Entry,
} from './repository.ts';
import { watchDoor } from './silent-match.ts';
import { findRow, byNow, insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Board = typeof boardContract;
type Door = typeof receptionContract;

export async function newArrival(unit: Use, end: Partial<Arrival> = {}): Promise<ArrivalId> {
  const id = unit.newId<'ArrivalId'>();
  const blank = { closed_at: null, outcome: null, case_id: null, matter: null, referred_to: null, version: 1 } as const;
  await insertRecord(unit, tablesIn, 'arrival', { id, ...byNow(unit, 'opened'), ...blank, ...end });
  return id;
}

export async function openArrival(unit: Use): Promise<OutputOf<Door['openArrival']>> {
  // A door of today that was opened and left is the same door: nobody came through it.
  const own = await listUnregistered(unit.trx, unit.session.staffId);
  const again = own.find((one) => civilDateOf(Date.parse(one.opened_at)) === unit.today);
  if (again === undefined) return { arrivalId: await newArrival(unit) };
  unit.about('arrival', again.id);
  return { arrivalId: again.id };
}

/** @throws rule-broken `arrived-in-future` */
function arrivedAt(unit: Use, facts: ArrivalFacts): Instant {
  if (!facts.isFromPaper || facts.arrivedOn === null || facts.arrivedTime === null) return unit.now;
  const at = instantAt(facts.arrivedOn, facts.arrivedTime);
  if (at > unit.now) throw failAt('arrivedTime', receptionReasons['arrived-in-future'], 'arrived-in-future');
  return at;
}

async function columnsOf(unit: Use, door: DoorContext, facts: ArrivalFacts) {
  const { personId } = facts;
  if (personId !== null && (await findPerson(unit.trx, personId)) === null) throw fail('not-found');
  // Nobody is sure of somebody whose name stays hidden.
  const isMaybe = personId !== null && (facts.isMaybe || (await door.isPersonClosedTo(unit, personId)));
  return columnsOfValues(entryFields, { ...facts, isMaybe });
}

/** Puts an open door on the board with its number, and its first wait. */
export async function enterQueue(
  unit: Use,
  door: DoorContext,
  arrival: { id: ArrivalId; caseId: CaseId | null },
  of: { facts: ArrivalFacts; staffId: string | null; mustCall: boolean },
): Promise<Entry> {
  const { facts } = of;
  const at = arrivedAt(unit, facts);
  const day = civilDateOf(Date.parse(at));
  const entry: Entry = {
    ...(await columnsOf(unit, door, facts)),
    id: unit.newId(),
    arrival_id: arrival.id,
    day,
    number: await nextNumber(unit.trx, day),
    arrived_at: at,
    must_call: 0,
    ...byNow(unit, 'registered'),
    ended_at: null,
    version: 1,
    worded_by: unit.session.staffId,
  };
  const isWatched = await watchDoor(unit, door, { entry, caseId: arrival.caseId, signs: facts.signs });
  const isMarked = spendOn(unit, door, entry) || isWatched;
  const stored: Entry = { ...entry, must_call: of.mustCall || isMarked ? 1 : 0 };
  await insertEntry(unit, stored, facts.signs);
  await startWait(unit, stored.id, { service: facts.service, staffId: of.staffId, since: at });
  return stored;
}

/**
 * A name or a document at the door, hers or of who comes along, is a search of the record, whose answer is the mark: it counts in the hour of the
 * searches. Beyond it everybody is marked, so that the mark tells nothing more; nobody is refused a number.
 */
function spendOn(unit: Use, door: DoorContext, told: Pick<Entry, 'said_name' | 'document_number' | 'companion'>) {
  const isNamed = told.said_name !== null || companionNames(told.companion).length > 0;
  if (!isNamed && told.document_number === null) return false;
  return !door.spendSearch(unit);
}

export async function startWait(
  unit: Use,
  entryId: string,
  to: { service: ArrivalFacts['service']; staffId: string | null; since: Instant },
): Promise<void> {
  const id = unit.newId();
  // A wait for one person is a wait for her service, also in the figures.
  const service = to.service ?? (to.staffId === null ? null : await serviceOfStaff(unit.trx, to.staffId));
  const blank = { called_at: null, attended_at: null, attended_by: null, ended_at: null, version: 1 } as const;
  const wait = { id, entry_id: entryId, service, staff_id: to.staffId, since_at: to.since };
  await insertRecord(unit, tablesIn, 'queue_wait', { ...wait, ...blank });
}

async function serviceOfStaff(trx: Trx, staffId: string): Promise<ArrivalFacts['service']> {
  const { roles } = await getStaff(trx, staffId);
  return roles.map(serviceOf).find((service) => service !== null) ?? null;
}

export async function endWait(unit: Use, entryId: string): Promise<void> {
  const wait = await runningWait(unit.trx, entryId);
  if (wait === undefined) return;
  await changeWait(unit, wait.id, { ended_at: unit.now });
}

export async function registerArrival(unit: Use, input: InputOf<Board['registerArrival']>, door: DoorContext) {
  const arrival = await findArrival(unit.trx, input.arrivalId ?? (await openArrival(unit)).arrivalId);
  if (arrival === undefined) throw fail('not-found');
  if ((await findEntry(unit.trx, arrival.id)) !== undefined) throw fail('rule-broken', 'arrival-registered');
  if (arrival.closed_at !== null) throw fail('rule-broken', 'arrival-ended');
  const target = { id: arrival.id, caseId: null };
  const entry = await enterQueue(unit, door, target, { facts: input.facts, staffId: null, mustCall: false });
  unit.about('queue_entry', entry.id);
  unit.note({ signs: input.facts.signs.length, isFromPaper: input.facts.isFromPaper });
  return { arrivalId: arrival.id, label: orderLabel(entry.channel, entry.number), mustCall: entry.must_call === 1 };
}

/** An arrival that is on the board, whoever may read it. @throws not-found, rule-broken `arrival-ended` */
export async function openEntry(unit: Use, arrivalId: ArrivalId): Promise<{ entry: Entry; arrival: Arrival }> {
  const arrival = await findArrival(unit.trx, arrivalId);
  const entry = await findEntry(unit.trx, arrivalId);
  if (arrival === undefined || entry === undefined) throw fail('not-found');
  if (entry.ended_at !== null) throw fail('rule-broken', 'arrival-ended');
  return { entry, arrival };
}

async function factsOf(trx: Trx, entry: Entry): Promise<ArrivalFacts> {
  const wait = await runningWait(trx, entry.id);
  return {
    ...valuesOfRow(entryFields, entry),
    signs: await signsOf(trx, entry.id),
    service: wait?.service ?? null,
    arrivedOn: entry.is_from_paper === 1 ? entry.day : null,
    arrivedTime: entry.is_from_paper === 1 ? timeOf(Date.parse(entry.arrived_at)) : null,
  };
}

export async function getArrival(unit: Use, { arrivalId }: InputOf<Board['getArrival']>, door: DoorContext) {
  const entry = await findEntry(unit.trx, arrivalId);
  const arrival = await findArrival(unit.trx, arrivalId);
  if (entry === undefined || arrival === undefined) throw fail('not-found');
  const wait = (await runningWait(unit.trx, entry.id)) ?? null;
  const sight = await sightOf(unit, door, { arrival, entry, wait });
  if (!sight.mayRead) throw fail('not-found');
  unit.about('queue_entry', entry.id);
  return {
    version: entry.version,
    label: orderLabel(entry.channel, entry.number),
    facts: await factsOf(unit.trx, entry),
    personName: entry.person_id === null ? null : await nameOn(unit, door, { entry, arrival }, sight),
    mustCall: entry.must_call === 1,
    isOpen: arrival.closed_at === null || (!sight.knowsOfCase && entry.ended_at === null),
  };
}

export async function changeArrival(unit: Use, input: InputOf<Board['changeArrival']>, door: DoorContext) {
  const { facts } = input;
  const { entry, arrival } = await openEntry(unit, input.arrivalId);
  const wait = await runningWait(unit.trx, entry.id);
  const sight = await sightOf(unit, door, { arrival, entry, wait: wait ?? null });
  if (!sight.mayRead) throw fail('not-found');
  const written: Entry = { ...entry, ...(await columnsOf(unit, door, facts)) };
  const changed: Entry = {
    ...written,
    ...(await timeOfPaper(unit, entry, facts)),
    worded_by: wordsOf(written) === wordsOf(entry) ? entry.worded_by : unit.session.staffId,
  };
  // What once asked for a call keeps asking, and asks again only for something new: Coordinación alone lifts it.
  const mustCall = entry.must_call === 1 || (await isNewlyWatched(unit, door, { entry, changed, arrival, facts }));
  const { id, version: _version, arrival_id: _arrival, ...columns } = changed;
  const change = { ...columns, must_call: mustCall ? (1 as const) : (0 as const) };
  await updateEntry(unit, { id, version: input.version }, change, facts.signs);
  if (changed.arrived_at !== entry.arrived_at) await moveFirstWait(unit, entry.id, changed.arrived_at);
  if (wait !== undefined && wait.service !== facts.service)
    await changeWait(unit, wait.id, { service: facts.service, staff_id: null });
  unit.about('queue_entry', entry.id);
  return { mustCall };
}

/** What somebody typed of her, and whom it was taken for: another service or sign is nobody's wording. */
function wordsOf(entry: Entry): string {
  const { person_id: person, said_name: name, document_number: document, companion, children_with: children } = entry;
  return JSON.stringify([person, name, document, companion, children]);
}

type Change = {
  readonly entry: Entry;
  readonly changed: Entry;
  readonly arrival: Arrival;
  readonly facts: ArrivalFacts;
};

/** Looks at the door again when who it is, who comes along or what is seen changed, and at nothing else. */
async function isNewlyWatched(
  unit: Use,
  door: DoorContext,
  { entry, changed, arrival, facts }: Change,
): Promise<boolean> {
  const told = ({ said_name: name, document_number: document, companion }: Entry) =>
    [name, document, companion].join('|');
  const isToldAnew = told(changed) !== told(entry);
  const signs = await signsOf(unit.trx, entry.id);
  const isSame =
    !isToldAnew &&
    changed.person_id === entry.person_id &&
    signs.join() === [...new Set(facts.signs)].toSorted().join();
  if (isSame) return false;
  const isOverSpent = isToldAnew && spendOn(unit, door, changed);
  return (await watchDoor(unit, door, { entry: changed, caseId: arrival.case_id, signs: facts.signs })) || isOverSpent;
}

/** Day and hour as a paper says, else as registered; an arrival of another day takes the next number of that day. */
async function timeOfPaper(unit: Use, entry: Entry, facts: ArrivalFacts) {
  const { arrived_at: kept, registered_at: registered } = entry;
  const at = facts.isFromPaper ? arrivedAt(unit, facts) : entry.is_from_paper === 1 ? registered : kept;
  const day = civilDateOf(Date.parse(at));
  return { arrived_at: at, day, number: day === entry.day ? entry.number : await nextNumber(unit.trx, day) };
}

/** She waits from when she came. @throws rule-broken `arrived-after-call` */
async function moveFirstWait(unit: Use, entryId: string, since: Instant): Promise<void> {
  const first = await findRow(tablesIn(unit.trx), 'queue_wait', { entry_id: entryId }, 'rowid');
  if (first === undefined) return;
  const next = [first.called_at, first.attended_at, first.ended_at].find((at) => at !== null && at < since);
  if (next !== undefined) throw failAt('arrivedTime', receptionReasons['arrived-after-call'], 'arrived-after-call');
  await changeWait(unit, first.id, { since_at: since });
}

/** The end of an arrival whose ficha is open already is the ficha: only the presence ends here. */
async function endOutcome(
  unit: Use,
  door: DoorContext,
  { arrival, entry, end }: { arrival: Arrival; entry: Entry | undefined; end: InputOf<Door['closeArrival']> },
) {
  if (arrival.outcome === 'case') {
    // Of a ficha closed to the session a refusal would tell.
    const knowsOfCase = arrival.case_id === null || !(await door.isClosedTo(unit, arrival.case_id));
    if (knowsOfCase && end.outcome !== 'case') throw fail('rule-broken', 'arrival-has-case');
    return;
  }
  const isKnown = arrival.case_id !== null || (entry?.person_id ?? null) !== null;
  if (end.outcome === 'case' && !isKnown) throw fail('rule-broken', 'case-needs-person');
  const { outcome, matter, referredTo: referred_to } = end;
  await closeArrival(unit, arrival.id, { case_id: arrival.case_id, outcome, matter, referred_to });
}

export async function endArrival(unit: Use, end: InputOf<Door['closeArrival']>, door: DoorContext) {
  const arrival = await findArrival(unit.trx, end.arrivalId);
  if (arrival === undefined) throw fail('not-found');
  const entry = await findEntry(unit.trx, end.arrivalId);
  const isEnded = entry === undefined ? arrival.closed_at !== null : entry.ended_at !== null;
  const wait = entry === undefined ? undefined : await runningWait(unit.trx, entry.id);
  if (entry !== undefined && !isEnded && !mayReadEntry(unit.session, { entry, wait: wait ?? null })) {
    throw fail('not-found');
  }
  if (isEnded) throw fail('rule-broken', 'arrival-ended');
  await endOutcome(unit, door, { arrival, entry, end });
  if (entry !== undefined) {
    await endWait(unit, entry.id);
    // Without a version nobody knows which board was read: somebody may be attending her by now.
    await updateEntry(unit, { id: entry.id, version: end.version ?? 0 }, { ended_at: unit.now });
  }
  unit.about('arrival', arrival.id);
  unit.note({ outcome: end.outcome });
  return {};
}
