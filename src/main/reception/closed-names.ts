/**
 * Names and documents as told, of somebody whose ficha is closed to the reader.
 *
 * Whoever typed them knows them anyway. For everybody else they are the name of the record, which the search hides, too.
 */
import { companionNames } from '../../shared/reception/index.ts';
import { lineReader, shownCandidates } from '../people/index.ts';
import type { DoorContext } from './door-context.ts';
import type { Entry } from './repository.ts';
import { candidatesTold, textOf, type Told } from './silent-match.ts';
import type { Trx, Use } from './tables.ts';

type Words = Omit<Told, 'personId'>;

/** Whom a search of these words would show, and whoever it would call «Probable» after those. */
async function personsShown(trx: Trx, words: Words): Promise<string[]> {
  const fitting = await candidatesTold(trx, { personId: null, ...words });
  return fitting
    .filter(({ level }, at) => at < shownCandidates || level === 'probable')
    .map(({ personId }) => personId);
}

type Closed = {
  /** False where the words mean nobody of whom it holds, without a search. */
  readonly mayMean: (text: string) => boolean;
  readonly isClosed: (personId: string) => Promise<boolean>;
};

/** Who is closed to the session does not change within a call, and the board asks for every line. */
const closedInCall = new WeakMap<Use, Promise<Closed | null>>();

async function readClosed(unit: Use, door: DoorContext): Promise<Closed | null> {
  const persons = await door.closedPersons(unit);
  if (persons === null) return { mayMean: () => true, isClosed: (personId) => door.isPersonClosedTo(unit, personId) };
  // Most readers are close to nobody: the board is read at every event, and compares names for the others alone.
  if (persons.length === 0) return null;
  const known = new Set(persons);
  const isClosed = (personId: string) => Promise.resolve(known.has(personId));
  return { mayMean: await lineReader(unit.trx, persons), isClosed };
}

function closedOf(unit: Use, door: DoorContext): Promise<Closed | null> {
  const known = closedInCall.get(unit) ?? readClosed(unit, door);
  closedInCall.set(unit, known);
  return known;
}

/** Whether any of these words fit a person who stands in a ficha closed to the session. */
async function fitClosed(unit: Use, door: DoorContext, tellings: readonly Words[]): Promise<boolean> {
  const closed = await closedOf(unit, door);
  if (closed === null) return false;
  for (const words of tellings) {
    // The search itself is asked only where one of the few may be meant: it compares with the whole record.
    if (!closed.mayMean(textOf(words))) continue;
    for (const personId of await personsShown(unit.trx, words)) if (await closed.isClosed(personId)) return true;
  }
  return false;
}

/** What was typed of somebody at the door. */
export type EntryWords = Pick<Entry, 'said_name' | 'document_number' | 'companion' | 'children_with'>;

/** The words of an arrival: hers, and the names of who comes along or has the children. */
export async function isEntryClosedTo(unit: Use, door: DoorContext, entry: EntryWords): Promise<boolean> {
  const hers = { name: entry.said_name, document: entry.document_number };
  return fitClosed(unit, door, [hers, ...namesAmong([entry.companion, entry.children_with])]);
}

/** `names`: as told, of a booked visit or a question. `words`: where somebody may be named among other words. */
export type Naming = { readonly names: readonly (string | null)[]; readonly words: readonly (string | null)[] };

export async function areNamesClosedTo(unit: Use, door: DoorContext, { names, words }: Naming): Promise<boolean> {
  return fitClosed(unit, door, [...names.map((name) => ({ name, document: null })), ...namesAmong(words)]);
}

function namesAmong(words: Naming['words']): Words[] {
  return words.flatMap(companionNames).map((name) => ({ name, document: null }));
}
