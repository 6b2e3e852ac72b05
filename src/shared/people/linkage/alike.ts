/** Whether a name as it is typed can be a given person: for a question at the screen, never for joining records. */
import { wordsOf, type PersonFacts, type Word } from './facts.ts';
import { wordLevel } from './name-match.ts';
import type { Nicknames } from './nicknames.ts';

/**
 * `same`: each word on both sides, once, spelled as the other or sounding like it; `alike`: nothing speaks against it, or a
 * given name and a surname agree, a slip or an initial apart. Brother and sister share surnames: a slip alone never makes
 * two persons one.
 */
export type NameLikeness = 'same' | 'alike' | 'other';

function agrees(one: Word, other: Word): boolean {
  return ['same', 'spelling', 'near', 'nickname', 'initial'].includes(wordLevel(one, other));
}

function isWritten(one: Word, other: Word): boolean {
  return ['same', 'spelling'].includes(wordLevel(one, other));
}

function arePaired(ones: readonly Word[], others: readonly Word[]): boolean {
  if (ones.length !== others.length) return false;
  const free = [...others];
  return ones.every((one) => {
    const at = free.findIndex((other) => isWritten(one, other));
    if (at !== -1) free.splice(at, 1);
    return at !== -1;
  });
}

/** Words in any order, with or without second names and surnames; an alias counts as a name. */
export function nameLikeness(
  typed: string,
  person: Pick<PersonFacts, 'givenNames' | 'firstSurname' | 'secondSurname' | 'aliases'>,
  nicknames: Nicknames,
): NameLikeness {
  const asked = wordsOf(typed, nicknames);
  const { givenNames, firstSurname, secondSurname, aliases } = person;
  const partsOf = (...texts: readonly (string | null)[]) =>
    texts.flatMap((text) => (text === null ? [] : wordsOf(text, nicknames)));
  const [given, surnames] = [partsOf(givenNames), partsOf(firstSurname, secondSurname)];
  const known = [...given, ...surnames];
  const called = [...given, ...partsOf(...aliases)];
  if (asked.length === 0 || (known.length === 0 && called.length === 0)) return 'other';
  if (arePaired(asked, known)) return 'same';
  const isIn = (word: Word, words: readonly Word[]) => words.some((one) => agrees(word, one));
  const areAllKnown = asked.every((word) => isIn(word, known));
  const isCalledSo = asked.some((word) => isIn(word, called)) && asked.some((word) => isIn(word, surnames));
  const isBare = asked.every((word) => isIn(word, called));
  return areAllKnown || isCalledSo || isBare ? 'alike' : 'other';
}
