/** A typed line against one person of the record: which word is which, and what that weighs. */
import { chanceOf, levelOf, priorBitsOf, type Match, type Matcher } from './compare.ts';
import { matchBirth, matchDocuments, matchPhones } from './evidence.ts';
import type { Prepared, Word } from './facts.ts';
import { titled, wordBits, wordLevel, type WordLevel } from './name-match.ts';
import { variantReason } from './names.ts';
import { reason, type Reason } from './reasons.ts';
import type { TypedQuery } from './typed.ts';
import { bitsOf, matchModel } from './weights.ts';

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

function levelAt(asked: Word, place: Place, isLast: boolean): Found['level'] {
  const level = wordLevel(asked, place.word);
  if (level !== 'different' && level !== 'close') return level;
  return isLast && asked.plain.length >= 2 && place.word.plain.startsWith(asked.plain) ? 'begin' : level;
}

/** Each asked word with its best place that is still free. */
function findWords(query: TypedQuery, places: readonly Place[], matcher: Matcher): Found[] {
  const found: Found[] = [];
  const isTaken = ({ field, part }: Place) =>
    found.some(({ place }) => place.field === field && (part === -1 || place.part === -1 || place.part === part));
  query.words.forEach((asked, at) => {
    const isLast = query.last !== null && at === query.words.length - 1;
    const fitting = places
      .filter((place) => !isTaken(place))
      .map((place) => ({ asked, at, place, level: levelAt(asked, place, isLast) }))
      .filter(({ level }) => level !== 'different')
      .map((one) => ({ one, bits: bitsFor(one, matcher) }));
    const best = fitting.reduce<(typeof fitting)[number] | null>(
      (most, next) => (most === null || next.bits > most.bits ? next : most),
      null,
    );
    if (best !== null) found.push(best.one);
  });
  return found;
}

function surnameReasons(first: readonly Found[], second: readonly Found[], person: Prepared): Reason[] {
  if (first.length > 0 && second.length > 0) {
    const isTurned = (second[0]?.at ?? 0) < (first[0]?.at ?? 0);
    return [reason(isTurned ? 'Los mismos apellidos en otro orden.' : 'Los mismos dos apellidos.')];
  }
  if (first.length > 0) {
    const lacks = person.second === null ? '; falta el segundo apellido en el registro' : '';
    return [reason(`Mismo primer apellido${lacks}.`)];
  }
  return second.length > 0 ? [reason('Coincide el segundo apellido.')] : [];
}

function nameReasons(found: readonly Found[], person: Prepared): Reason[] {
  const of = (field: Field) => found.filter(({ place }) => place.field === field);
  const reasons = surnameReasons(of('first'), of('second'), person);
  const given = of('given');
  if (given.length > 0) {
    const isAll = given.length >= (person.given?.words.length ?? 0) || given.some(({ place }) => place.part === -1);
    reasons.push(reason(isAll ? 'Mismos nombres.' : 'Coincide uno de los nombres.'));
  }
  if (of('alias').length > 0) reasons.push(reason('Coincide el alias.'));
  return reasons;
}

function spellingReasons(found: readonly Found[]): Reason[] {
  return found.flatMap(({ level, asked, place }) => {
    if (level === 'same' || level === 'initial' || level === 'begin') return [];
    return [variantReason(level, [titled(asked), titled(place.word)])];
  });
}

/** One person of the record against the line. Level null: nothing of it fits. */
export function matchTyped(query: TypedQuery, person: Prepared, matcher: Matcher): Match {
  const priorBits = priorBitsOf(matcher.population);
  const found = findWords(query, placesOf(person), matcher);
  const bits = (fields: readonly Field[]) =>
    found.filter(({ place }) => fields.includes(place.field)).reduce((sum, one) => sum + bitsFor(one, matcher), 0);
  const missing = (query.words.length - found.length) * bitsOf(matchModel.name.different);
  const beside = [
    query.hasNumber ? numberEvidence(query.facts, person) : null,
    query.facts.birth === null ? null : matchBirth(query.facts, person),
  ].filter((one) => one !== null);
  const family = Math.min(bits(['first', 'second']), priorBits);
  const total = beside.reduce((sum, one) => sum + one.bits, family + bits(['given', 'alias']) + missing);
  const isSure = beside.some((one) => one.bits > 1);
  const probability = Math.min(chanceOf(total - priorBits), isSure ? 1 : matchModel.notAlone);
  const fits = found.length > 0 || beside.some((one) => one.level === 'same');
  const reasons = [...nameReasons(found, person), ...spellingReasons(found)];
  return {
    probability,
    bits: total,
    hasOtherGiven: false,
    level: levelOf(probability) ?? (fits && total > 0 ? 'possible' : null),
    reasons: [...(beside[0]?.reasons ?? []), ...reasons, ...(beside[1]?.reasons ?? [])],
  };
}

/** The number is a document or a telephone: whichever fits better; one that fits neither speaks against. */
function numberEvidence(asked: Prepared, person: Prepared) {
  const document = matchDocuments(asked, person);
  const phone = matchPhones(asked, person);
  if (document === null) return phone;
  return phone !== null && phone.bits > document.bits ? phone : document;
}
