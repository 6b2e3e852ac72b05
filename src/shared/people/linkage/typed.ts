/** One line as the person says it: words in any order, a number, a date or a year. */
import type { PartialDate } from '../../platform/dates.ts';
import { normalizeDocumentNumber } from '../rules.ts';
import type { Match, Matcher } from './compare.ts';
import { levelOf } from './compare.ts';
import { matchBirth, matchDocuments, matchPhones } from './evidence.ts';
import { noFacts, prepare, wordsOf, type Prepared, type Word } from './facts.ts';
import { wordBits, wordLevel, type WordLevel } from './name-match.ts';
import { quoted, reason, type Reason } from './reasons.ts';
import { bitsOf, matchModel } from './weights.ts';

export type TypedQuery = {
  readonly words: readonly Word[];
  /** Beginning of a word that is still being typed. */
  readonly last: Word | null;
  /** Number, date and year as facts; no names. */
  readonly facts: Prepared;
  readonly hasNumber: boolean;
};

const year = /\b(19|20)\d\d\b/;
const date = /\b(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)\b/;

function birthIn(text: string): PartialDate | null {
  const whole = date.exec(text);
  if (whole !== null) return { year: Number(whole[3]), month: Number(whole[2]), day: Number(whole[1]) };
  const found = year.exec(text);
  return found === null ? null : { year: Number(found[0]), month: null, day: null };
}

/** Runs of digits, spaces and points between them left out: «45 678 912» is one number. */
function numbersIn(text: string): string[] {
  const numbers =
    text
      .normalize('NFKC')
      .replace(date, ' ')
      .match(/[\dA-Z]*\d(?:[\s.-]?\d)+/gi) ?? [];
  return numbers.map((number) => normalizeDocumentNumber(number)).filter((number) => /\d{5}/.test(number));
}

export function readQuery(text: string): TypedQuery {
  const numbers = numbersIn(text);
  const names = text.normalize('NFKC').replace(/\S*\d\S*/g, ' ');
  const words = wordsOf(names);
  const birth = birthIn(text);
  const last = /\p{L}$/u.test(text.trim()) ? words.at(-1) : undefined;
  return {
    words,
    last: last ?? null,
    facts: prepare({
      ...noFacts,
      birth,
      documents: numbers.map((number) => ({ kind: null, number })),
      phones: numbers,
    }),
    hasNumber: numbers.length > 0,
  };
}

type Field = 'first' | 'second' | 'given' | 'alias';
type Place = { readonly word: Word; readonly field: Field; readonly part: number };
type Found = { readonly asked: Word; readonly at: number; readonly place: Place; readonly level: WordLevel | 'begin' };

function placesOf(person: Prepared): Place[] {
  const places: Place[] = [];
  for (const field of ['first', 'second', 'given'] as const) {
    const part = person[field];
    if (part === null) continue;
    part.words.forEach((word, at) => places.push({ word, field, part: at }));
    if (part.words.length > 1) places.push({ word: part.joined, field, part: -1 });
  }
  return [...places, ...person.aliases.map((word, part) => ({ word, field: 'alias' as const, part }))];
}

function bitsFor(found: Pick<Found, 'asked' | 'place' | 'level'>, { frequencies }: Matcher): number {
  const { asked, place, level } = found;
  const frequency = place.field === 'given' || place.field === 'alias' ? frequencies.given : frequencies.surname;
  // A beginning of three letters says about as much as a similar name, each further letter a little more.
  if (level === 'begin')
    return Math.min(wordBits('same', [place.word.key, place.word.key], frequency), asked.plain.length);
  return wordBits(level, [asked.key, place.word.key], frequency);
}

/** Each asked word with its best place that is still free. */
function findWords(query: TypedQuery, places: readonly Place[], matcher: Matcher): Found[] {
  const found: Found[] = [];
  const isTaken = ({ field, part }: Place) =>
    found.some(({ place }) => place.field === field && (part === -1 || place.part === -1 || place.part === part));
  query.words.forEach((asked, at) => {
    const isLast = query.last !== null && at === query.words.length - 1;
    let best: { found: Found; bits: number } | null = null;
    for (const place of places) {
      if (isTaken(place)) continue;
      let level: Found['level'] = wordLevel(asked, place.word);
      const isBeginning = isLast && asked.plain.length >= 2 && place.word.plain.startsWith(asked.plain);
      if (isBeginning && (level === 'different' || level === 'close')) level = 'begin';
      if (level === 'different') continue;
      const one = { asked, at, place, level };
      const bits = bitsFor(one, matcher);
      if (best === null || bits > best.bits) best = { found: one, bits };
    }
    if (best !== null) found.push(best.found);
  });
  return found;
}

function nameReasons(found: readonly Found[], person: Prepared): Reason[] {
  const of = (field: Field) => found.filter(({ place }) => place.field === field);
  const [first, second, given, alias] = [of('first'), of('second'), of('given'), of('alias')];
  const reasons: Reason[] = [];
  if (first.length > 0 && second.length > 0) {
    const isTurned = (second[0]?.at ?? 0) < (first[0]?.at ?? 0);
    reasons.push(reason(isTurned ? 'Los mismos apellidos en otro orden.' : 'Los mismos dos apellidos.'));
  } else if (first.length > 0) {
    const lacks = person.second === null ? '; falta el segundo apellido en el registro' : '';
    reasons.push(reason(`Mismo primer apellido${lacks}.`));
  } else if (second.length > 0) reasons.push(reason('Coincide el segundo apellido.'));
  if (given.length > 0) {
    const isAll = given.length >= (person.given?.words.length ?? 0) || given.some(({ place }) => place.part === -1);
    reasons.push(reason(isAll ? 'Mismos nombres.' : 'Coincide uno de los nombres.'));
  }
  if (alias.length > 0) reasons.push(reason('Coincide el alias.'));
  return reasons;
}

const spellingWords: Partial<Record<Found['level'], string>> = {
  spelling: 'Nombre escrito de otra manera',
  near: 'Nombre casi igual',
  close: 'Nombre parecido',
};

function spellingReasons(found: readonly Found[]): Reason[] {
  return found.flatMap(({ level, asked, place }) => {
    const words = spellingWords[level];
    const titled = ({ plain }: Word) => plain.slice(0, 1) + plain.slice(1).toLowerCase();
    return words === undefined
      ? []
      : [reason(`${words}: ${quoted([titled(asked), titled(place.word)])}.`, `${words}.`)];
  });
}

/** One person of the record against the line. Level null: nothing of it fits. */
export function matchTyped(query: TypedQuery, person: Prepared, matcher: Matcher): Match {
  const priorBits = Math.log2(Math.max(matcher.population, 2) - 1);
  const found = findWords(query, placesOf(person), matcher);
  const bits = (fields: readonly Field[]) =>
    found.filter(({ place }) => fields.includes(place.field)).reduce((sum, one) => sum + bitsFor(one, matcher), 0);
  const missing = (query.words.length - found.length) * bitsOf(matchModel.name.different);
  const number = query.hasNumber ? numberEvidence(query.facts, person) : null;
  const birth = query.facts.birth === null ? null : matchBirth(query.facts, person);
  const family = Math.min(bits(['first', 'second']), priorBits);
  const total = family + bits(['given', 'alias']) + missing + (number?.bits ?? 0) + (birth?.bits ?? 0);
  const odds = 2 ** (total - priorBits);
  const isSure = (number?.bits ?? 0) > 1 || (birth?.bits ?? 0) > 1;
  const probability = Math.min(odds / (1 + odds), isSure ? 1 : matchModel.notAlone);
  const isFitting = number?.level === 'same' || found.length > 0;
  return {
    probability,
    level: levelOf(probability) ?? (isFitting && total > 0 ? 'possible' : null),
    reasons: [
      ...(number?.reasons ?? []),
      ...nameReasons(found, person),
      ...spellingReasons(found),
      ...(birth?.reasons ?? []),
    ],
  };
}

/** The number is a document or a telephone: whichever fits better; one that fits neither speaks against. */
function numberEvidence(asked: Prepared, person: Prepared) {
  const document = matchDocuments(asked, person);
  const phone = matchPhones(asked, person);
  if (document === null) return phone;
  return phone !== null && phone.bits > document.bits ? phone : document;
}

/** What to look under for a typed line: the words in every role they may have, its number and its date. */
export function queryFacts(query: TypedQuery): Prepared {
  const [first, ...rest] = query.words;
  if (first === undefined) return query.facts;
  const words = [first, ...rest];
  const joined = { plain: words.map((word) => word.plain).join(''), key: words.map((word) => word.key).join('') };
  return { ...query.facts, first: { words, joined, shown: '' } };
}
