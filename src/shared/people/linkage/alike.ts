/** Whether a name as it is typed can be a given person: for a question at the screen, never for joining records. */
import { wordsOf, type PersonFacts, type Word } from './facts.ts';
import { wordLevel } from './name-match.ts';

/** `same`: every word on both sides; `alike`: nothing speaks against it, or a given name and a surname agree. */
export type NameLikeness = 'same' | 'alike' | 'other';

function agrees(one: Word, other: Word): boolean {
  return ['same', 'spelling', 'near', 'initial'].includes(wordLevel(one, other));
}

/** Words in any order, with or without second names and surnames. */
export function nameLikeness(
  typed: string,
  person: Pick<PersonFacts, 'givenNames' | 'firstSurname' | 'secondSurname' | 'aliases'>,
): NameLikeness {
  const asked = wordsOf(typed);
  const { givenNames, firstSurname, secondSurname, aliases } = person;
  const partsOf = (...texts: readonly (string | null)[]) =>
    texts.flatMap((text) => (text === null ? [] : wordsOf(text)));
  const [given, surnames] = [partsOf(givenNames), partsOf(firstSurname, secondSurname)];
  const known = [...given, ...surnames];
  if (asked.length === 0 || known.length === 0) return 'other';
  const isIn = (word: Word, words: readonly Word[]) => words.some((one) => agrees(word, one));
  const areAllKnown = asked.every((word) => isIn(word, known));
  if (areAllKnown && known.every((word) => isIn(word, asked))) return 'same';
  const called = [...given, ...partsOf(...aliases)];
  const isCalledSo = asked.some((word) => isIn(word, called)) && asked.some((word) => isIn(word, surnames));
  const isBare = asked.every((word) => isIn(word, called));
  return areAllKnown || isCalledSo || isBare ? 'alike' : 'other';
}
