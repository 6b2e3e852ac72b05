/** What is known of a person for comparing, and the same prepared once for many comparisons. */
import type { PartialDate } from '../../platform/dates.ts';
import type { DocumentKind } from '../codes.ts';
import { dniForMatching, isSuspiciousNumber, normalizeDocumentNumber, normalizePhone } from '../rules.ts';
import type { Nicknames } from './nicknames.ts';
import { nameWords, remembering, wordKey } from './spelling.ts';

/** Everything optional: null or empty = not known, which neither helps nor harms. */
export type PersonFacts = {
  readonly givenNames: string | null;
  readonly firstSurname: string | null;
  readonly secondSurname: string | null;
  readonly aliases: readonly string[];
  /** `kind` null = not said: compared with every kind. */
  readonly documents: readonly { readonly kind: DocumentKind | null; readonly number: string }[];
  readonly birth: PartialDate | null;
  /** Years of birth that an age allows, when only the age is known. */
  readonly bornBetween: readonly [first: number, last: number] | null;
  readonly phones: readonly string[];
  /** Code of the register (0 Mujer, 1 Hombre) or any text; compared for equality. */
  readonly sex: string | null;
  readonly districtCode: string | null;
  /** As it was written; only files of people bring one. */
  readonly address?: string | null;
};

export const noFacts: PersonFacts = {
  ...{ givenNames: null, firstSurname: null, secondSurname: null, aliases: [], documents: [], birth: null },
  ...{ bornBetween: null, phones: [], sex: null, districtCode: null },
};

/** One word of a name: plain text, as it was typed, spelling key, and those of the names it may be the nickname of. */
export type Word = { readonly plain: string; readonly key: string; readonly formal: readonly string[] };

/** Given names or one surname: every word and, joined, as one word. */
export type NamePart = { readonly words: readonly Word[]; readonly joined: Word; readonly shown: string };

/** What is compared beside the names. */
export type Beside = {
  readonly documents: readonly { readonly kind: DocumentKind | null; readonly number: string }[];
  readonly birth: PartialDate | null;
  readonly bornBetween: readonly [number, number] | null;
  readonly phones: readonly string[];
  readonly sex: string | null;
  readonly districtCode: string | null;
  /** Words of the address; empty = not known. */
  readonly address: readonly string[];
};

export type Prepared = Beside & {
  readonly given: NamePart | null;
  readonly first: NamePart | null;
  readonly second: NamePart | null;
  readonly aliases: readonly Word[];
};

/** Longer texts are no names; what is left out of the comparison stays in the record. */
const mostWords = 8;
const mostLetters = 60;

function wordOf(plain: string, nicknames: Nicknames): Word {
  return { plain, key: wordKey(plain), formal: nicknames.formalKeys(plain) };
}

export function wordsOf(text: string, nicknames: Nicknames): Word[] {
  return nameWords(text.slice(0, 500))
    .slice(0, mostWords)
    .map((plain) => wordOf(plain.slice(0, mostLetters), nicknames));
}

type PartReader = (text: string) => { readonly part: NamePart | null };

/** One for each list of nicknames: two centres may have others. */
const partReaders = new WeakMap<Nicknames, PartReader>();

function partReader(nicknames: Nicknames): PartReader {
  const reader = partReaders.get(nicknames) ?? remembering((text: string) => ({ part: readPart(text, nicknames) }));
  partReaders.set(nicknames, reader);
  return reader;
}

export function readPart(text: string, nicknames: Nicknames): NamePart | null {
  const words = wordsOf(text, nicknames);
  const plain = words.map((word) => word.plain).join('');
  if (plain === '') return null;
  const joined = words.length === 1 && words[0] !== undefined ? words[0] : wordOf(plain, nicknames);
  return { words, joined, shown: text.trim().replace(/\s+/g, ' ').slice(0, 80) };
}

/**
 * The number as it is compared; null when it tells nothing: a DNI that is not eight digits, a row of equal characters,
 * fewer than five characters.
 */
export function comparableNumber(document: { kind: DocumentKind | null; number: string }): string | null {
  if (document.kind === 'dni') return dniForMatching(document.number);
  const number = normalizeDocumentNumber(document.number).replace(/[^\p{L}\p{N}]/gu, '');
  return number.length < 5 || number.length > 40 || isSuspiciousNumber(number) ? null : number;
}

function comparablePhone(text: string): string | null {
  const phone = normalizePhone(text);
  return /^\d{6,15}$/.test(phone) && !/^(\d)\1+$/.test(phone) ? phone : null;
}

/** Kinds of street and joining words tell no address apart. */
const streetWords = new Set([
  'AV',
  'AVENIDA',
  'JR',
  'JIRON',
  'CALLE',
  'CA',
  'PSJE',
  'PASAJE',
  'URB',
  'MZ',
  'LT',
  'NRO',
  'N',
]);

function addressWords(text: string): string[] {
  return [...new Set(nameWords(text.slice(0, 300)).filter((word) => !streetWords.has(word)))].slice(0, 12);
}

/** Without the names, which cost most. */
export function prepareBeside(facts: PersonFacts): Beside {
  return {
    documents: facts.documents.flatMap((document) => {
      const number = comparableNumber(document);
      return number === null ? [] : [{ kind: document.kind, number }];
    }),
    birth: facts.birth,
    bornBetween: facts.bornBetween,
    phones: facts.phones.map(comparablePhone).filter((phone) => phone !== null),
    sex: facts.sex,
    districtCode: facts.districtCode,
    address: addressWords(facts.address ?? ''),
  };
}

export function prepare(facts: PersonFacts, nicknames: Nicknames): Prepared {
  const read = partReader(nicknames);
  const partOf = (text: string | null) => (text === null ? null : read(text.slice(0, 500)).part);
  return {
    given: partOf(facts.givenNames),
    first: partOf(facts.firstSurname),
    second: partOf(facts.secondSurname),
    aliases: facts.aliases.flatMap((alias) => wordsOf(alias, nicknames)).slice(0, mostWords),
    ...prepareBeside(facts),
  };
}
