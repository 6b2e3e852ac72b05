/**
 * Names and documents as told, of somebody whose ficha is closed to the reader.
 *
 * Whoever typed them knows them anyway. For everybody else they are the name of the record, which the search hides, too.
 */
import { companionNames } from '../../shared/reception/index.ts';
import type { Trx } from '../database.ts';
import { shownCandidates } from '../people/index.ts';
import type { Unit } from '../platform/gate/handler.ts';
import type { DoorContext } from './door-context.ts';
import type { Entry } from './repository.ts';
import { candidatesTold, type Told } from './silent-match.ts';

type Use = Unit<Trx>;

type Words = Omit<Told, 'personId'>;

/** Whom a search of these words would show, and whoever it would call «Probable» after those. */
async function personsShown(trx: Trx, words: Words): Promise<string[]> {
  const fitting = await candidatesTold(trx, { personId: null, ...words });
  return fitting
    .filter(({ level }, at) => at < shownCandidates || level === 'probable')
    .map(({ personId }) => personId);
}

/** Whether any of these words fit a person who stands in a ficha closed to the session. */
async function fitClosed(unit: Use, door: DoorContext, tellings: readonly Words[]): Promise<boolean> {
  // Most readers are close to nobody: the board is read at every event, and compares names for the others alone.
  if (!(await door.hasAnyClosed(unit))) return false;
  for (const words of tellings) {
    for (const personId of await personsShown(unit.trx, words)) {
      if (await door.isPersonClosedTo(unit, personId)) return true;
    }
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
