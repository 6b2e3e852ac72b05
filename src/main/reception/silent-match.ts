/**
 * Matching behind the desk's screen: whoever asks for a woman, and whoever comes while she is here.
 *
 * Nothing of it is answered to the desk. It runs in the commit, so that what it finds is stored with what was typed.
 */
import { raiseAlert } from '../alerts/index.ts';
import { legalName } from '../../shared/people/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { Trx } from '../database.ts';
import { candidatesForText, findPerson } from '../people/index.ts';
import type { Unit } from '../platform/gate/handler.ts';
import { listVisitsOf } from './desk-repository.ts';
import type { DoorCase, DoorContext } from './door-context.ts';
import { listPresent, type Entry } from './repository.ts';

type Use = Unit<Trx>;

/** Names or a document as told, and the person of the record when the desk chose one. */
export type Told = { readonly personId: string | null; readonly name: string | null; readonly document: string | null };

/** Two words of a name at least: one alone warns only where the comparison itself is sure. */
function hasFewWords({ name, document }: Told): boolean {
  return document === null && (name ?? '').trim().split(/\s+/).length < 2;
}

/** Persons of the record whom these words fit, best first, found by index. */
async function personsTold(trx: Trx, told: Told): Promise<string[]> {
  const text = [told.name, told.document].filter((part) => part !== null).join(' ');
  const found = text === '' ? [] : await candidatesForText(trx, text);
  const fitting = found.filter(({ level }) => level === 'probable' || !hasFewWords(told));
  return [...new Set([...(told.personId === null ? [] : [told.personId]), ...fitting.map(({ personId }) => personId)])];
}

const warnedAtMost = 5;

/** Her open cases, or the last one when all are closed. */
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

async function casesOfEntry(trx: Trx, door: DoorContext, entry: Entry, caseId: string | null): Promise<DoorCase[]> {
  const known = caseId === null ? null : await door.findCase(trx, caseId);
  if (known !== null) return [known];
  if (entry.person_id !== null) return watched(await door.casesOfUser(trx, entry.person_id));
  const told = await toldOf(trx, entry);
  const found: DoorCase[] = [];
  for (const personId of (await personsTold(trx, told)).slice(0, warnedAtMost)) {
    found.push(...watched(await door.casesOfUser(trx, personId)));
  }
  return found;
}

/** Whether the woman of a case is here, or booked today. */
type Here = (one: DoorCase) => boolean;

async function whoIsHere(unit: Use, but: string): Promise<Here> {
  const { trx } = unit;
  const present = (await listPresent(trx)).filter(({ entry }) => entry.id !== but);
  const cases = new Set(present.map(({ arrival }) => arrival.case_id));
  for (const visit of await listVisitsOf(trx, unit.today)) {
    if (visit.state === 'expected') cases.add(visit.case_id);
  }
  const persons = new Set(present.map(({ entry }) => entry.person_id));
  for (const { entry } of present) {
    if (entry.person_id !== null) continue;
    for (const personId of await personsTold(trx, await toldOf(trx, entry))) persons.add(personId);
  }
  return ({ caseId, userId }) => cases.has(caseId) || persons.has(userId);
}

async function warn(unit: Use, caseId: CaseId): Promise<void> {
  await raiseAlert(unit, { caseId, kind: 'aggressorAtDoor', note: null });
}

/** Cases in which whoever comes stands as alleged aggressor; names alone are enough only against her who is here. */
async function casesAgainst(trx: Trx, door: DoorContext, told: Told): Promise<DoorCase[]> {
  const cases: DoorCase[] = [];
  for (const id of await personsTold(trx, told)) cases.push(...(await door.casesOfAggressor(trx, id)));
  return cases;
}

/** Whoever comes is the alleged aggressor of somebody here or booked: her team is told. */
async function comesAfterHer(unit: Use, door: DoorContext, entry: Entry): Promise<boolean> {
  const isHere = await whoIsHere(unit, entry.id);
  let found = false;
  for (const one of await casesAgainst(unit.trx, door, await toldOf(unit.trx, entry))) {
    if (one.isClosed || !isHere(one)) continue;
    await warn(unit, one.caseId);
    found = true;
  }
  return found;
}

/** Her alleged aggressor is here already. */
export async function isHereBefore(unit: Use, cases: readonly DoorCase[], but: string): Promise<boolean> {
  let found = false;
  for (const { entry } of await listPresent(unit.trx)) {
    if (entry.id === but) continue;
    const persons = cases.length === 0 ? [] : await personsTold(unit.trx, await toldOf(unit.trx, entry));
    for (const one of cases) {
      if (!persons.includes(one.aggressorId)) continue;
      await warn(unit, one.caseId);
      found = true;
    }
  }
  return found;
}

/** Somebody who stands as alleged aggressor anywhere: by the person chosen, or by the very document. */
async function isKnownAggressor(trx: Trx, door: DoorContext, entry: Entry): Promise<boolean> {
  if (entry.person_id === null && entry.document_number === null) return false;
  const told: Told = { personId: entry.person_id, name: null, document: entry.document_number };
  return (await casesAgainst(trx, door, told)).length > 0;
}

/**
 * Warns whom an arrival concerns, and answers whether the desk must call Coordinación first.
 *
 * The desk gets one sentence for every reason (a reserved ficha, an observed sign, an identity that needs review, a
 * booking that asks for it, Coordinación's own wish), so the sentence proves none of them.
 */
export async function watchDoor(
  unit: Use,
  door: DoorContext,
  { entry, caseId, signs }: { entry: Entry; caseId: string | null; signs: readonly string[] },
): Promise<boolean> {
  const own = await casesOfEntry(unit.trx, door, entry, caseId);
  const found = [
    await comesAfterHer(unit, door, entry),
    await isHereBefore(unit, own, entry.id),
    await isKnownAggressor(unit.trx, door, entry),
    own.some((one) => one.isSealed),
    signs.includes('aggressorNear'),
  ];
  return found.includes(true);
}
