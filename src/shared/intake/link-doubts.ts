/** What speaks against a link and is no contradiction: she was known in the other role, or shares no name. */
import { nameWords, typingErrors, type PersonRecord } from '../people/index.ts';
import type { LikelyPerson, PairRole } from './likely.ts';

type Named = Pick<PersonRecord, 'givenNames' | 'firstSurname' | 'secondSurname'>;
type Side = Named & { readonly name: string };

const partsOf = ({ givenNames, firstSurname, secondSurname }: Named) =>
  [givenNames, firstSurname, secondSurname].flatMap((part) => (part === null ? [] : nameWords(part)));

/** A slip of a finger makes no other name of a word. */
function sharesName(one: Named, other: Named): boolean {
  return partsOf(one).some((word) =>
    partsOf(other).some((known) => typingErrors(word, known, 1) <= (word.length < 4 ? 0 : 1)),
  );
}

const otherRole = {
  user: { as: 'aggressor', words: 'Es presunta persona agresora' },
  aggressor: { as: 'user', words: 'Es usuaria' },
} as const satisfies Record<PairRole, object>;

/** Fichas as this reader may be told of them. */
function ofRole(role: PairRole, fichas: LikelyPerson['fichas']): string | null {
  const { as, words } = otherRole[role];
  const numbers = fichas.filter((one) => one.role === as).map(({ number }) => number);
  if (numbers.length === 0 || fichas.some((one) => one.role === role)) return null;
  return `${words} en ${numbers.length === 1 ? 'la ficha' : 'las fichas'} ${numbers.join(', ')}.`;
}

function ofNames(now: Side, known: Side): string | null {
  if (partsOf(now).length === 0 || partsOf(known).length === 0 || sharesName(now, known)) return null;
  return `No comparten ningún nombre: en esta ficha, ${now.name}; en el registro, ${known.name}.`;
}

/** In sentences, for whoever is about to link the two. */
export function linkDoubts(
  role: PairRole,
  { now, known, fichas }: { readonly now: Side; readonly known: Side; readonly fichas: LikelyPerson['fichas'] },
): string[] {
  return [ofRole(role, fichas), ofNames(now, known)].filter((one) => one !== null);
}
