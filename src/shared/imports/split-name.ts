/** A whole name in one cell becomes surnames and given names. What is not sure is told, never decided in silence. Pure. */
import type { NameOrder } from './codes.ts';
import { sumOf, type NameLean } from './name-lean.ts';

export type NameParts = {
  readonly givenNames: string | null;
  readonly firstSurname: string | null;
  readonly secondSurname: string | null;
};

export const noParts: NameParts = { givenNames: null, firstSurname: null, secondSurname: null };

/** `doubt`: in words, why a person has to look; null when the parts are sure. */
export type NameSplit = NameParts & { readonly doubt: string | null };

/** Words that belong to the word after them. */
const leading = new Set(['DE', 'DEL', 'LA', 'LAS', 'LOS', 'EL', 'DI', 'DA', 'DOS', 'VAN', 'VON', 'SAN', 'SANTA', 'MC']);
const widow = new Set(['VDA', 'VIUDA']);

const plain = (word: string) =>
  word
    .normalize('NFD')
    .replace(/\p{M}|\./gu, '')
    .toUpperCase();

function isLeading(word: string | undefined): boolean {
  return word !== undefined && (leading.has(plain(word)) || widow.has(plain(word)));
}

/** Words that are one name together: «De la Cruz», «Del Águila», «Ponce de León». */
export function nameUnits(text: string, lean: NameLean): string[] {
  const units: string[] = [];
  let held: string[] = [];
  for (const word of text.split(/[\s,]+/).filter((one) => one !== '')) {
    held.push(word);
    if (isLeading(word)) continue;
    units.push(held.join(' '));
    held = [];
  }
  if (held.length > 0) units.push(held.join(' '));
  return units.reduce<string[]>((joined, unit) => {
    const before = joined.at(-1);
    const both = `${before ?? ''} ${unit}`;
    const isOne = before !== undefined && isLeading(unit.split(' ')[0]) && lean(both) >= 2 && lean(before) > -1;
    return isOne ? [...joined.slice(0, -1), both] : [...joined, unit];
  }, []);
}

/** «de Mamani» after her own surnames: the husband's, or part of her name. */
function isMarried(unit: string, lean: NameLean): boolean {
  const words = unit.split(' ').map(plain);
  if (words.some((word) => widow.has(word))) return true;
  return words.length === 2 && words[0] === 'DE' && lean(unit) > -2;
}

type Reading = { readonly surnames: readonly string[]; readonly given: readonly string[]; readonly bits: number };

/** How usual it is to have so many surnames among so many names, in bits. */
function usual(surnames: number, all: number): number {
  if (surnames === 2) return all === 3 ? 1.5 : 5;
  return surnames === 1 ? 0 : -4;
}

function readingsOf(units: readonly string[], order: NameOrder, lean: NameLean): Reading[] {
  const readings: Reading[] = [];
  for (let count = 1; count <= Math.min(3, units.length - 1); count += 1) {
    if (count === 3 && units.length < 4) continue;
    const at = order === 'surnamesFirst' ? count : units.length - count;
    const [head, tail] = [units.slice(0, at), units.slice(at)];
    const [surnames, given] = order === 'surnamesFirst' ? [head, tail] : [tail, head];
    const bits = sumOf(surnames.map(lean)) - sumOf(given.map(lean)) + usual(count, units.length);
    readings.push({ surnames, given, bits });
  }
  return readings.toSorted((one, other) => other.bits - one.bits);
}

function partsOf(surnames: readonly string[], given: readonly string[]): NameParts {
  const text = (names: readonly string[]) => (names.length === 0 ? null : names.join(' '));
  const [first, ...rest] = surnames;
  return { givenNames: text(given), firstSurname: first ?? null, secondSurname: text(rest) };
}

/** Bits between the best reading and the next below which a person is asked. */
const clear = 4.5;
/** Bits for the order of the column that make it sure, and against it that make the other one likelier. */
const sureOrder = 1.5;
const turned = 0.5;
/** Bits of one name against its place that are worth a look. */
const wrongPlace = { surname: -2.5, given: 1.5 } as const;

const doubts = {
  one: 'Hay una sola palabra: no se sabe si es nombre o apellido.',
  many: 'Hay más nombres de lo usual: no se sabe dónde terminan los apellidos.',
  order: 'Parece escrito en el otro orden que el resto de la columna.',
  unsureOrder: 'No se sabe si va en el orden de la columna: sus palabras no figuran en las tablas.',
  place: 'Un nombre y un apellido podrían estar cambiados de lugar.',
  missing: 'Parece faltar el segundo apellido, o una palabra que también es nombre es su apellido.',
  middle: 'No se sabe si la palabra del medio es apellido o nombre.',
  married: 'Tiene «de» o «viuda de»: no se sabe si es su apellido o el de su esposo.',
  unknown: 'Hay dos palabras y la que sería el nombre no figura en las tablas.',
} as const;

function isOutOfPlace({ surnames, given }: Omit<Reading, 'bits'>, lean: NameLean): boolean {
  return (
    surnames.some((name) => lean(name) < wrongPlace.surname) || given.some((name) => lean(name) > wrongPlace.given)
  );
}

const otherOrder = { surnamesFirst: 'givenFirst', givenFirst: 'surnamesFirst' } as const;

/** Bits by which the words speak for the order of the column; below zero for the other one. */
function bitsForOrder(units: readonly string[], order: NameOrder, lean: NameLean): number {
  const best = (one: NameOrder) => readingsOf(units, one, lean)[0]?.bits ?? 0;
  return best(order) - best(otherOrder[order]);
}

function doubtOf(units: readonly string[], order: NameOrder, lean: NameLean): string | null {
  const [best, next] = readingsOf(units, order, lean);
  if (best === undefined) return doubts.one;
  const { surnames, given, bits } = best;
  const count = units.length;
  const forOrder = bitsForOrder(units, order, lean);
  const found: readonly (readonly [boolean, string])[] = [
    [count > 6, doubts.many],
    [forOrder < -turned, doubts.order],
    [forOrder < sureOrder, doubts.unsureOrder],
    [units.some((unit) => isMarried(unit, lean)), doubts.married],
    [isOutOfPlace(best, lean), doubts.place],
    [surnames.length > 2, doubts.many],
    // One surname and two given names are rarer than a second surname that is also a given name: «Torres Gregorio Rosa».
    [surnames.length === 1 && count > 2, doubts.missing],
    [count === 2 && given.every((name) => lean(name) > -0.5), doubts.unknown],
    [count > 2 && next !== undefined && bits - next.bits < clear, count === 3 ? doubts.middle : doubts.many],
  ];
  return found.find(([applies]) => applies)?.[1] ?? null;
}

/** A comma parts surnames from given names, whatever the order of the column. */
function splitAtComma(before: string, after: string, lean: NameLean): NameSplit {
  const [surnames, given] = [nameUnits(before, lean), nameUnits(after, lean)];
  const parts = partsOf(surnames, given);
  if (surnames.some((unit) => isMarried(unit, lean))) return { ...parts, doubt: doubts.married };
  if (surnames.length > 2) return { ...parts, doubt: doubts.many };
  const isTurned = sumOf(surnames.map(lean)) < sumOf(given.map(lean));
  return { ...parts, doubt: isTurned || isOutOfPlace({ surnames, given }, lean) ? doubts.place : null };
}

export function splitName(text: string, order: NameOrder, lean: NameLean): NameSplit {
  const [before = '', after = '', ...more] = text.split(',').map((part) => part.trim());
  if (before !== '' && after !== '' && more.length === 0) return splitAtComma(before, after, lean);
  const units = nameUnits(text, lean);
  const doubt = more.length > 0 ? doubts.many : doubtOf(units, order, lean);
  // What is likely the other way round is shown that way: whoever is asked has only to confirm it.
  const [best] = readingsOf(units, doubt === doubts.order ? otherOrder[order] : order, lean);
  if (best !== undefined) return { ...partsOf(best.surnames, best.given), doubt };
  const [only = null] = units;
  const isSurname = only !== null && lean(only) > 0;
  return { ...noParts, ...(isSurname ? { firstSurname: only } : { givenNames: only }), doubt };
}

/** Both surnames in one cell. */
export function splitSurnames(
  text: string,
  lean: NameLean,
): Pick<NameSplit, 'firstSurname' | 'secondSurname' | 'doubt'> {
  const units = nameUnits(text, lean);
  const { firstSurname, secondSurname } = partsOf(units, []);
  const isMarriedName = units.some((unit) => isMarried(unit, lean));
  const doubt = isMarriedName ? doubts.married : units.length > 2 ? doubts.many : null;
  return { firstSurname, secondSurname, doubt };
}

const hasComma = (text: string) => /^[^,]+,[^,]+$/.test(text);

/** Names that tell an order at all; fewer tell nothing of a column. */
const fewest = 3;

/** Order in which a column writes its names; null when its names do not say, or say both. */
export function orderOf(texts: readonly string[], lean: NameLean): NameOrder | null {
  const withComma = texts.filter(hasComma).length;
  if (texts.length > 0 && withComma / texts.length > 0.8) return 'surnamesFirst';
  // Below zero given names come first; a comma says nothing of the order.
  const bitsIn = (text: string) => (hasComma(text) ? 0 : bitsForOrder(nameUnits(text, lean), 'surnamesFirst', lean));
  const telling = texts.map(bitsIn).filter((bits) => Math.abs(bits) > 2);
  if (telling.length < Math.min(fewest, texts.length)) return null;
  const share = telling.filter((bits) => bits > 0).length / telling.length;
  if (share >= 0.8) return 'surnamesFirst';
  return share <= 0.2 ? 'givenFirst' : null;
}

/** Whether the texts of a column are whole names rather than given names: both kinds of word stand in most. */
export function areWholeNames(texts: readonly string[], lean: NameLean): boolean {
  const whole = texts.filter((text) => {
    const units = nameUnits(text, lean);
    return units.length >= 3 && units.some((unit) => lean(unit) > 1) && units.some((unit) => lean(unit) < -1);
  });
  return texts.length > 0 && whole.length / texts.length > 0.5;
}
