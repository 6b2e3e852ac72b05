/**
 * Keys under which a person is found. Two records of one person nearly always share one of them, two of different
 * people seldom do: candidates come from a few look-ups by index, never from reading everybody.
 */
import type { PartialDate } from '../../platform/dates.ts';
import type { NamePart, Prepared, Word } from './facts.ts';
import { skeletonOf } from './spelling.ts';

/** Version of the keys: another one means that the stored keys have to be made again. */
export const keysVersion = 2;

export const keyKinds = [
  /** Whole document number; its first and its last half, for typing errors. */
  'document',
  'documentHalf',
  'phone',
  /** Whole date of birth. */
  'birth',
  /** Two name words in any order, by their consonants. */
  'pair',
  /** One name word and the year of birth. */
  'wordYear',
  /** One word of the name by its spelling key. */
  'word',
] as const;
export type KeyKind = (typeof keyKinds)[number];

export type PersonKey = { readonly kind: KeyKind; readonly key: string };

function halvesOf(number: string): string[] {
  if (number.length < 6) return [];
  const middle = Math.floor(number.length / 2);
  return [`<${number.slice(0, middle)}`, `>${number.slice(middle)}`];
}

/** Pairs of words; those of one field hang together (two given names), so only the first two of each are paired. */
function pairsOf(words: readonly Word[]): string[] {
  const skeletons = [...new Set(words.map((word) => skeletonOf(word.key)))].filter((one) => one !== '');
  return skeletons.flatMap((one, at) => skeletons.slice(at + 1).map((other) => [one, other].toSorted().join(' ')));
}

function dateText({ year, month, day }: PartialDate): string | null {
  return month === null || day === null ? null : `${year}-${month}-${day}`;
}

function documentKeys(documents: Prepared['documents']): PersonKey[] {
  return documents.flatMap(({ number }) => [
    { kind: 'document' as const, key: number },
    ...halvesOf(number).map((key) => ({ kind: 'documentHalf' as const, key })),
  ]);
}

function wordsOfPart(part: NamePart | null): readonly Word[] {
  if (part === null) return [];
  // «Mari Bel» is found under «Maribel» too.
  return part.words.length > 1 ? [...part.words.slice(0, 3), part.joined] : part.words;
}

/** «Lucho» is found under «Luis» too; by both sides the formal name, so that either finds the other. */
function formalWords(words: readonly Word[]): Word[] {
  return words.flatMap(({ formal }) => formal.map((key) => ({ plain: key, key, formal: [] })));
}

/** Words under which a person is found, without repetition, the most telling first. */
export function indexedWords(person: Pick<Prepared, 'given' | 'first' | 'second' | 'aliases'>): Word[] {
  const own = [person.first, person.second, person.given].flatMap(wordsOfPart);
  const words = [...own, ...formalWords(own), ...person.aliases];
  const seen = new Set<string>();
  return words.filter(({ key }) => key.length > 1 && !seen.has(key) && seen.add(key)).slice(0, 12);
}

function unique(keys: readonly PersonKey[]): PersonKey[] {
  const seen = new Set<string>();
  return keys.filter(({ kind, key }) => {
    const name = `${kind} ${key}`;
    return !seen.has(name) && seen.add(name);
  });
}

export function keysOf(person: Prepared): PersonKey[] {
  const words = indexedWords(person);
  const pairable = words.filter((word) => !person.aliases.includes(word));
  const { birth } = person;
  const date = birth === null ? null : dateText(birth);
  return unique([
    ...documentKeys(person.documents),
    ...person.phones.map((key) => ({ kind: 'phone' as const, key })),
    ...(date === null ? [] : [{ kind: 'birth' as const, key: date }]),
    ...pairsOf(pairable).map((key) => ({ kind: 'pair' as const, key })),
    ...(birth === null ? [] : wordYears(pairable, birth.year, birth.year)),
    ...words.map(({ key }) => ({ kind: 'word' as const, key })),
  ]);
}

function wordYears(words: readonly Word[], first: number, last: number): PersonKey[] {
  const years = Array.from({ length: Math.min(6, last - first + 1) }, (_one, at) => first + at);
  const skeletons = [...new Set(words.map((word) => skeletonOf(word.key)))];
  return skeletons.flatMap((word) => years.map((year) => ({ kind: 'wordYear' as const, key: `${word} ${year}` })));
}

/** The keys to look under for somebody asked for: those of the person, and of the usual mistakes in a date. */
export function probesOf(asked: Prepared): PersonKey[] {
  const { birth, bornBetween } = asked;
  const words = indexedWords({ ...asked, aliases: [] });
  const swapped =
    birth !== null && birth.day !== null && birth.day <= 12 && birth.month !== null
      ? [{ kind: 'birth' as const, key: `${birth.year}-${birth.day}-${birth.month}` }]
      : [];
  const years = birth === null ? bornBetween : ([birth.year - 1, birth.year + 1] as const);
  return unique([
    ...keysOf(asked),
    ...swapped,
    ...(years === null
      ? []
      : wordYears(words, birth === null ? years[0] - 1 : years[0], birth === null ? years[1] + 1 : years[1])),
  ]);
}
