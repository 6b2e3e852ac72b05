/**
 * Matching behind the desk's screen: whoever asks for a woman, and whoever comes while she is here.
 *
 * Nothing of it is answered to the desk. It runs in the commit, so that what it finds is stored with what was typed.
 */
import { raiseAlert } from '../alerts/index.ts';
import { doorNote } from '../../shared/alerts/index.ts';
import { legalName } from '../../shared/people/index.ts';
import { timeOf } from '../../shared/platform/clock.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { companionNames, orderLabel } from '../../shared/reception/index.ts';
import { candidatesForText, findPerson, type PersonCandidate } from '../people/index.ts';
import { listVisitsOf } from './desk-repository.ts';
import type { DoorCase, DoorContext } from './door-context.ts';
import { updateVersioned } from '../platform/storage/rows.ts';
import { listPresent, type Entry, type Present } from './repository.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

/** Names or a document as told, and the person of the record when the desk chose one. */
export type Told = { readonly personId: string | null; readonly name: string | null; readonly document: string | null };

/** Two words of a name at least: one alone warns only where the comparison itself is sure. */
function hasFewWords({ name, document }: Told): boolean {
  return document === null && (name ?? '').trim().split(/\s+/).length < 2;
}

/** One line to search by. */
export function textOf({ name, document }: Pick<Told, 'name' | 'document'>): string {
  return [name, document].filter((part) => part !== null).join(' ');
}

/** Whom of the record these words fit, best first, found by index. */
export async function candidatesTold(trx: Trx, told: Told): Promise<PersonCandidate[]> {
  const text = textOf(told);
  const found = text === '' ? [] : await candidatesForText(trx, text);
  return found.filter(({ level }) => level === 'probable' || !hasFewWords(told));
}

async function personsTold(trx: Trx, told: Told): Promise<string[]> {
  const fitting = await candidatesTold(trx, told);
  return [...new Set([...(told.personId === null ? [] : [told.personId]), ...fitting.map(({ personId }) => personId)])];
}

const warnedAtMost = 5;

/** Her open cases, or the last one when all are closed: whoever is told needs one file, not the history. */
function watched(cases: readonly DoorCase[]): DoorCase[] {
  const open = cases.filter((one) => !one.isClosed);
  return open.length > 0 ? open : cases.slice(0, 1);
}

/** Cases of the women whom the words fit: at most five women, best first. */
export async function casesAskedFor(trx: Trx, door: DoorContext, name: string): Promise<DoorCase[]> {
  const found: DoorCase[][] = [];
  for (const personId of await personsTold(trx, { personId: null, name, document: null })) {
    const cases = await door.casesOfUser(trx, personId);
    if (cases.length > 0) found.push(watched(cases));
    if (found.length === warnedAtMost) break;
  }
  return found.flat();
}

/** What the record and the desk know of somebody on the board. */
async function toldOf(trx: Trx, entry: Entry): Promise<Told> {
  const person = entry.person_id === null ? null : await findPerson(trx, entry.person_id);
  return {
    personId: entry.person_id,
    name: person === null ? entry.said_name : legalName(person),
    document: entry.document_number ?? person?.document.number ?? null,
  };
}

/** Whoever came with somebody, by the names among the words of the desk. */
function companionsOf({ companion }: Entry): Told[] {
  return companionNames(companion).map((name) => ({ personId: null, name, document: null }));
}

async function personsOfAll(trx: Trx, tellings: readonly Told[]): Promise<Set<string>> {
  const persons = new Set<string>();
  for (const told of tellings) for (const id of await personsTold(trx, told)) persons.add(id);
  return persons;
}

/** Every case, also a closed one, of the woman who comes: by ficha, by person, else by the words that fit. */
async function casesOfEntry(trx: Trx, door: DoorContext, entry: Entry, caseId: CaseId | null): Promise<DoorCase[]> {
  const known = caseId === null ? null : await door.findCase(trx, caseId);
  const told = known?.userId ?? entry.person_id;
  const persons = told === null ? (await personsTold(trx, await toldOf(trx, entry))).slice(0, warnedAtMost) : [told];
  const found: DoorCase[] = [];
  for (const personId of persons) found.push(...(await door.casesOfUser(trx, personId)));
  return found;
}

/** Whoever is on the board of today: an arrival that nobody closed yesterday is nobody's presence. */
async function presentToday(unit: Use, but: string | null): Promise<Present[]> {
  return (await listPresent(unit.trx)).filter(({ entry }) => entry.day === unit.today && entry.id !== but);
}

/** Whether the woman of a case is here, or booked today. */
async function whoIsHere(unit: Use, but: string | null): Promise<(one: DoorCase) => boolean> {
  const { trx } = unit;
  const present = await presentToday(unit, but);
  const visits = (await listVisitsOf(trx, unit.today)).filter(({ state }) => state === 'expected');
  const cases = new Set([...present.map(({ arrival }) => arrival.case_id), ...visits.map((visit) => visit.case_id)]);
  const said: Told[] = [];
  for (const { entry } of present) said.push(await toldOf(trx, entry));
  for (const { said_name: name } of visits) if (name !== null) said.push({ personId: null, name, document: null });
  const persons = await personsOfAll(trx, said);
  return ({ caseId, userId }) => cases.has(caseId) || persons.has(userId);
}

/** Which arrival it is, for whoever was asked about nothing: the team goes and looks. */
function arrivalWords(entry: Entry, who: 'comes' | 'along'): string {
  const arrival = {
    label: orderLabel(entry.channel, entry.number),
    time: timeOf(Date.parse(entry.arrived_at)),
  };
  if (who === 'along') return doorNote('along', arrival);
  return doorNote(entry.person_id === null ? 'said' : 'person', arrival);
}

/** Tells the teams: for each woman her open cases against him, or the last one. True when there was any. */
async function warn(unit: Use, cases: readonly DoorCase[], note: string): Promise<boolean> {
  const pairs = Map.groupBy(cases, ({ userId, aggressorId }) => `${userId} ${aggressorId}`);
  const told = new Set([...pairs.values()].flatMap((ofPair) => watched(ofPair).map(({ caseId }) => caseId)));
  for (const caseId of told) await raiseAlert(unit, { caseId, kind: 'aggressorAtDoor', note });
  return told.size > 0;
}

/** Cases in which one of these stands as alleged aggressor, newest first. */
async function casesAgainst(trx: Trx, door: DoorContext, tellings: readonly Told[]): Promise<DoorCase[]> {
  const cases: DoorCase[] = [];
  for (const id of await personsOfAll(trx, tellings)) cases.push(...(await door.casesOfAggressor(trx, id)));
  return cases;
}

/** Whoever comes, or comes along, is the alleged aggressor of somebody here or booked: her team is told. */
async function comesAfterHer(
  unit: Use,
  door: DoorContext,
  { entry, own }: { entry: Entry; own: readonly DoorCase[] },
): Promise<boolean> {
  const isHere = await whoIsHere(unit, entry.id);
  const ofHer = new Set(own.map(({ caseId }) => caseId));
  const his = await casesAgainst(unit.trx, door, [await toldOf(unit.trx, entry)]);
  const along = await casesAgainst(unit.trx, door, companionsOf(entry));
  const theirs = along.filter((one) => isHere(one) || ofHer.has(one.caseId));
  const found = [
    await warn(unit, his.filter(isHere), arrivalWords(entry, 'comes')),
    await warn(unit, theirs, arrivalWords(entry, 'along')),
  ];
  return found.includes(true);
}

/** Her alleged aggressor is here already, by himself or with somebody. `but`: an entry that is not looked at. */
export async function isHereBefore(unit: Use, cases: readonly DoorCase[], but: string | null): Promise<boolean> {
  if (cases.length === 0) return false;
  const against = async (tellings: readonly Told[], words: string) => {
    const persons = await personsOfAll(unit.trx, tellings);
    const his = cases.filter(({ aggressorId }) => persons.has(aggressorId));
    return warn(unit, his, words);
  };
  let isFound = false;
  for (const { entry } of await presentToday(unit, but)) {
    if (await against([await toldOf(unit.trx, entry)], arrivalWords(entry, 'comes'))) isFound = true;
    if (await against(companionsOf(entry), arrivalWords(entry, 'along'))) isFound = true;
  }
  return isFound;
}

/**
 * A ficha was opened, or who stands in it changed, after everybody had registered: her first visit is the one in which
 * nobody could be matched before. Her own line is marked, as if she had come after him.
 *
 * @param isNew Admitted today: she is taken to be here, whether or not the desk registered her.
 */
export async function watchCase(unit: Use, { one, isNew }: { one: DoorCase; isNew: boolean }): Promise<void> {
  if (!isNew && !(await whoIsHere(unit, null))(one)) return;
  if (!(await isHereBefore(unit, [one], null))) return;
  const hers = (await presentToday(unit, null)).find(
    ({ entry, arrival }) => arrival.case_id === one.caseId || entry.person_id === one.userId,
  );
  if (hers === undefined || hers.entry.must_call === 1) return;
  await updateVersioned(tablesIn(unit.trx), 'queue_entry', hers.entry, { must_call: 1 });
  unit.touchAside('queue_entry', hers.entry.id);
}

/** Somebody who stands as alleged aggressor anywhere: by the person chosen, or by the very document. */
async function isKnownAggressor(trx: Trx, door: DoorContext, entry: Entry): Promise<boolean> {
  if (entry.person_id === null && entry.document_number === null) return false;
  const told: Told = { personId: entry.person_id, name: null, document: entry.document_number };
  return (await casesAgainst(trx, door, [told])).length > 0;
}

/**
 * Warns whom an arrival concerns, and answers whether the desk must call Coordinación first.
 *
 * The desk gets one sentence for every reason (somebody here, a reserved ficha, somebody close to one of the staff, an
 * observed sign, a booking that asks for it, Coordinación's own wish), so the sentence proves none of them.
 */
export async function watchDoor(
  unit: Use,
  door: DoorContext,
  { entry, caseId, signs }: { entry: Entry; caseId: CaseId | null; signs: readonly string[] },
): Promise<boolean> {
  const own = await casesOfEntry(unit.trx, door, entry, caseId);
  // What is written down of another day from a paper puts nobody in the waiting room.
  const isToday = entry.day === unit.today;
  const found = [
    isToday && (await comesAfterHer(unit, door, { entry, own })),
    isToday && (await isHereBefore(unit, own, entry.id)),
    await isKnownAggressor(unit.trx, door, entry),
    await door.isDeclared(unit.trx, {
      personId: entry.person_id,
      name: entry.said_name,
      document: entry.document_number,
    }),
    own.some((one) => one.isSealed),
    signs.includes('aggressorNear'),
  ];
  return found.includes(true);
}
