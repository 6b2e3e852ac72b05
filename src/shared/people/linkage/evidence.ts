/** What speaks beside the name: document, birth, telephone, sex, district, alias. */
import type { PartialDate } from '../../platform/dates.ts';
import type { Beside, Prepared } from './facts.ts';
import { typingErrors } from './jaro-winkler.ts';
import { objection, reason, type Reason } from './reasons.ts';
import { bitsOf, matchModel, type Shares } from './weights.ts';

export type Evidence<Level extends string> = {
  readonly level: Level;
  readonly bits: number;
  readonly reasons: readonly Reason[];
};

function evidence<Level extends string>(level: Level, shares: Shares, sentence: string | null): Evidence<Level> {
  const bits = bitsOf(shares);
  const say = bits < 0 ? objection : reason;
  return { level, bits, reasons: sentence === null ? [] : [say(sentence)] };
}

export type DocumentLevel = keyof typeof matchModel.document;

function sortedLetters(text: string): string {
  return Array.from(text).toSorted().join('');
}

function documentSentence(
  level: DocumentLevel,
  [one, other]: readonly [string, string],
  isDni: boolean,
): string | null {
  if (level === 'same') return isDni ? 'Mismo DNI.' : 'Mismo número de documento.';
  if (level === 'twoErrors') return 'El número de documento difiere en dos cifras.';
  if (level === 'different') return 'El número de documento es otro.';
  const isTurned = one.length === other.length && sortedLetters(one) === sortedLetters(other);
  return isTurned
    ? 'El número de documento tiene dos cifras cambiadas de lugar.'
    : 'El número de documento difiere en una cifra.';
}

const documentLevels = ['same', 'oneError', 'twoErrors', 'different'] as const;

type Numbered = Beside['documents'][number];

/** Of one kind, or of a kind that nobody said. */
function areComparable(one: Numbered, other: Numbered): boolean {
  return one.kind === null || other.kind === null || one.kind === other.kind;
}

/** Best agreement among documents of a kind that can be compared; null when there is none. */
export function matchDocuments(one: Beside, other: Beside): Evidence<DocumentLevel> | null {
  let best: { errors: number; pair: [string, string]; isDni: boolean } | null = null;
  for (const a of one.documents) {
    for (const b of other.documents) {
      if (!areComparable(a, b)) continue;
      const errors = typingErrors(a.number, b.number, 2);
      if (best !== null && best.errors <= errors) continue;
      best = { errors, pair: [a.number, b.number], isDni: a.kind === 'dni' || b.kind === 'dni' };
    }
  }
  if (best === null) return null;
  const level = documentLevels[best.errors] ?? 'different';
  return evidence(level, matchModel.document[level], documentSentence(level, best.pair, best.isDni));
}

export type BirthLevel = keyof typeof matchModel.birth;

const birthSentences: Readonly<Record<BirthLevel, string | null>> = {
  same: 'Misma fecha de nacimiento.',
  swapped: 'Día y mes de nacimiento intercambiados.',
  oneError: 'La fecha de nacimiento difiere en una cifra.',
  twoParts: 'Dos partes de la fecha de nacimiento coinciden.',
  around: 'Fecha de nacimiento cercana.',
  decade: 'Fecha de nacimiento cercana, con diez años de diferencia.',
  sameYear: 'Mismo año de nacimiento; el día y el mes son otros.',
  different: 'La fecha de nacimiento es otra.',
  month: 'Mismo mes y año de nacimiento.',
  year: 'Mismo año de nacimiento.',
  nextYear: 'Año de nacimiento con un año de diferencia.',
  otherPart: 'El año de nacimiento es otro.',
  age: 'La edad corresponde.',
  otherAge: 'La edad no corresponde.',
};

type WholeDate = { readonly year: number; readonly month: number; readonly day: number };

function isWhole(date: PartialDate): date is WholeDate {
  return date.month !== null && date.day !== null;
}

function digits({ year, month, day }: WholeDate): string {
  return `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
}

/** A year, or ten, and a month more or less: both parts slipped a little. */
function looseLevel(one: WholeDate, other: WholeDate): BirthLevel | null {
  const months = Math.abs(one.month - other.month);
  const years = Math.abs(one.year - other.year);
  if (years <= 1 && (months <= 1 || months === 11)) return 'around';
  return years === 10 && months <= 1 ? 'decade' : null;
}

function wholeLevel(one: WholeDate, other: WholeDate): BirthLevel {
  const isYear = one.year === other.year;
  const equal = [isYear, one.month === other.month, one.day === other.day].filter(Boolean).length;
  if (equal === 3) return 'same';
  if (isYear && one.month === other.day && one.day === other.month) return 'swapped';
  const isNextYear = Math.abs(one.year - other.year) === 1 && equal === 2;
  if (isNextYear || typingErrors(digits(one), digits(other), 1) === 1) return 'oneError';
  if (equal === 2) return 'twoParts';
  return looseLevel(one, other) ?? (isYear ? 'sameYear' : 'different');
}

function partialLevel(one: PartialDate, other: PartialDate): BirthLevel {
  const apart = Math.abs(one.year - other.year);
  if (apart === 0) {
    if (one.month === null || other.month === null) return 'year';
    return one.month === other.month ? 'month' : 'nextYear';
  }
  return apart === 1 ? 'nextYear' : 'otherPart';
}

function ageLevel(birth: PartialDate, [first, last]: readonly [number, number]): BirthLevel {
  return birth.year >= first - 1 && birth.year <= last + 1 ? 'age' : 'otherAge';
}

function birthLevel(one: Beside, other: Beside): BirthLevel | null {
  if (one.birth !== null && other.birth !== null) {
    return isWhole(one.birth) && isWhole(other.birth)
      ? wholeLevel(one.birth, other.birth)
      : partialLevel(one.birth, other.birth);
  }
  if (one.birth !== null && other.bornBetween !== null) return ageLevel(one.birth, other.bornBetween);
  if (other.birth !== null && one.bornBetween !== null) return ageLevel(other.birth, one.bornBetween);
  if (one.bornBetween === null || other.bornBetween === null) return null;
  const apart = Math.max(one.bornBetween[0] - other.bornBetween[1], other.bornBetween[0] - one.bornBetween[1]);
  return apart <= 1 ? 'age' : 'otherAge';
}

/** Birth date, or part of it, or age; null when one side knows nothing. */
export function matchBirth(one: Beside, other: Beside): Evidence<BirthLevel> | null {
  const level = birthLevel(one, other);
  return level === null ? null : evidence(level, matchModel.birth[level], birthSentences[level]);
}

export function matchPhones(one: Beside, other: Beside): Evidence<keyof typeof matchModel.phone> | null {
  const { phone } = matchModel;
  if (one.phones.length === 0 || other.phones.length === 0) return null;
  if (one.phones.some((number) => other.phones.includes(number)))
    return evidence('same', phone.same, 'Mismo teléfono.');
  const isNear = one.phones.some((number) => other.phones.some((there) => typingErrors(number, there, 1) === 1));
  if (isNear) return evidence('oneError', phone.oneError, 'El teléfono difiere en una cifra.');
  return evidence('different', phone.different, null);
}

export function matchSex(one: Prepared, other: Prepared): Evidence<'different'> | null {
  if (one.sex === null || other.sex === null || one.sex === other.sex) return null;
  return evidence('different', matchModel.sex.different, 'El sexo registrado es otro.');
}

export function matchDistrict(one: Prepared, other: Prepared): Evidence<'same' | 'different'> | null {
  if (one.districtCode === null || other.districtCode === null) return null;
  const level = one.districtCode === other.districtCode ? 'same' : 'different';
  return evidence(level, matchModel.district[level], level === 'same' ? 'Mismo distrito.' : null);
}

/** By the words that both have; the shorter text decides, so that a missing part says little. */
export function matchAddress(one: Beside, other: Beside): Evidence<keyof typeof matchModel.address> | null {
  const least = Math.min(one.address.length, other.address.length);
  if (least === 0) return null;
  const shared = one.address.filter((word) => other.address.includes(word)).length / least;
  const { same, part, different } = matchModel.address;
  if (shared === 1) return evidence('same', same, 'Misma dirección.');
  return shared >= 0.5
    ? evidence('part', part, 'Dirección parecida.')
    : { level: 'different', bits: bitsOf(different), reasons: [] };
}

export function matchAlias(one: Prepared, other: Prepared): Evidence<'same'> | null {
  const isSame = one.aliases.some((word) => other.aliases.some((there) => there.key === word.key));
  return isSame ? evidence('same', matchModel.alias.same, 'Mismo alias.') : null;
}
