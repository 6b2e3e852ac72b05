/** The names of both persons of a row: parted where they stand together, and told where they may be exchanged. Pure. */
import { bondOf } from './code-words.ts';
import type { RowRole } from './codes.ts';
import { nameFieldsOf, nameOrderOf, nameParts } from './fields.ts';
import { leanKey, sumOf } from './name-lean.ts';
import type { RowReader } from './row-reader.ts';
import { nameUnits, noParts, splitName, splitSurnames, type NameParts } from './split-name.ts';

const partsBy = (textOf: (part: keyof NameParts) => string | null): NameParts => ({
  givenNames: textOf('givenNames'),
  firstSurname: textOf('firstSurname'),
  secondSurname: textOf('secondSurname'),
});

const words = ({ firstSurname, secondSurname, givenNames }: NameParts) =>
  [
    `primer apellido «${firstSurname ?? '—'}»`,
    `segundo apellido «${secondSurname ?? '—'}»`,
    `nombres «${givenNames ?? '—'}»`,
  ].join(', ');

/** What a person typed of the parts stands; the rest is parted from the cell that holds them together. */
function together(reader: RowReader, role: RowRole): NameParts | null {
  const fields = nameFieldsOf[role];
  const { lean, settings } = reader.context;
  const isTyped = nameParts.some((part) => reader.isTyped(fields[part]));
  // Whoever typed a part has looked at the rest: what is wrong with the cell is mended by it.
  const nameIn = (field: typeof fields.whole | typeof fields.surnames) =>
    isTyped ? reader.text(field) : reader.name(field);
  const whole = nameIn(fields.whole);
  if (whole !== null) {
    const { doubt, ...parts } = splitName(whole, settings[nameOrderOf[role]] ?? 'surnamesFirst', lean);
    if (doubt !== null && !isTyped) reader.say('ask', fields.whole, `${doubt} Se separó así: ${words(parts)}.`);
    return parts;
  }
  const both = nameIn(fields.surnames);
  if (both === null) return null;
  const { doubt, ...parts } = splitSurnames(both, lean);
  const split = { ...noParts, ...parts };
  if (doubt !== null && !isTyped) reader.say('ask', fields.surnames, `${doubt} Se separó así: ${words(split)}.`);
  return split;
}

/** Bits by which surname and given names have to stand in their places; names that nobody knows are asked about. */
const sure = 1.5;

type PlaceBits = {
  readonly given: readonly number[];
  readonly first: readonly number[];
  readonly surnames: readonly number[];
};

/** Nobody writes three given names and no surname; two are believed when both are surely given names. */
function isWholeName({ given, surnames }: PlaceBits): boolean {
  return surnames.length === 0 && (given.length > 2 || (given.length === 2 && given.some((bits) => bits > -1)));
}

const isSurnameWrong = ({ surnames }: PlaceBits) => surnames.some((bits) => bits < -2.5) || sumOf(surnames) < -1.5;

function isExchanged(bits: PlaceBits): boolean {
  const { given, first, surnames } = bits;
  // A lone word may be a given name that is rarer than the surname of the same form.
  const isGivenWrong = sumOf(given) > (surnames.length === 0 ? 3 : 1.5);
  const isUnsure = first.length > 0 && given.length > 0 && sumOf(first) - sumOf(given) < sure;
  return isGivenWrong || isUnsure || isSurnameWrong(bits);
}

/** Whether cells of their own hold the other kind of word: given names in the surname column and the reverse. */
function tellExchanged(reader: RowReader, role: RowRole, parts: NameParts): void {
  const fields = nameFieldsOf[role];
  const { lean } = reader.context;
  const bitsOf = (text: string | null) => (text === null ? [] : nameUnits(text, lean).map(lean));
  const first = bitsOf(parts.firstSurname);
  const bits = { given: bitsOf(parts.givenNames), first, surnames: [...first, ...bitsOf(parts.secondSurname)] };
  if (isWholeName(bits)) {
    reader.say('ask', fields.givenNames, 'Parece tener apellidos junto con los nombres. Sepárelos, o confírmelo.');
    return;
  }
  if (!isExchanged(bits)) return;
  const surname = parts.firstSurname === null ? fields.secondSurname : fields.firstSurname;
  const field = isSurnameWrong(bits) ? surname : fields.givenNames;
  reader.say('ask', field, 'Los nombres y los apellidos parecen cambiados de columna. Corríjalos, o confírmelo.');
}

/** Two surnames in the column of one. */
function tellCrowded(reader: RowReader, role: RowRole, parts: NameParts): void {
  const { firstSurname, secondSurname } = nameFieldsOf[role];
  const units = parts.firstSurname === null ? [] : nameUnits(parts.firstSurname, reader.context.lean);
  if (units.length < 2) return;
  const why = parts.secondSurname === null ? 'Parece tener los dos apellidos.' : 'Tiene más de un apellido.';
  reader.say('ask', firstSurname, `${why} Sepárelos, o confirme que es uno solo.`);
  const more = parts.secondSurname === null ? 0 : nameUnits(parts.secondSurname, reader.context.lean).length;
  if (more > 1) reader.say('ask', secondSurname, 'Tiene más de un apellido. Sepárelos, o confirme que es uno solo.');
}

function tellRepeated(reader: RowReader, role: RowRole, { givenNames, firstSurname }: NameParts): void {
  if (givenNames === null || firstSurname === null || leanKey(givenNames) !== leanKey(firstSurname)) return;
  reader.say('ask', nameFieldsOf[role].givenNames, 'El nombre y el apellido son la misma palabra. Revise la fila.');
}

function tellBond(reader: RowReader, role: RowRole, parts: NameParts): void {
  const [only, ...more] = nameParts.flatMap((part) => parts[part] ?? []);
  const bond = only === undefined || more.length > 0 ? null : bondOf(only.replace(/^(?:su|mi|el|la)\s+/i, ''));
  if (bond === null) return;
  reader.say(
    'ask',
    nameFieldsOf[role].givenNames,
    'Es un vínculo, no un nombre. Bórrelo, o confirme que es un nombre.',
  );
}

export function readNames(reader: RowReader, role: RowRole): NameParts {
  const fields = nameFieldsOf[role];
  // Parts that stand in cells of their own, or were typed.
  const own = partsBy((part) => reader.name(fields[part]));
  const split = together(reader, role);
  const parts = partsBy((part) => (reader.isTyped(fields[part]) ? own[part] : (own[part] ?? split?.[part] ?? null)));
  const isWhole = reader.text(fields.whole) !== null;
  if (!isWhole) {
    tellExchanged(reader, role, parts);
    if (split === null) tellCrowded(reader, role, parts);
  }
  tellRepeated(reader, role, parts);
  tellBond(reader, role, parts);
  return parts;
}

function wordKeys(parts: NameParts): Set<string> {
  const all = nameParts.flatMap((part) => (parts[part] ?? '').split(/[\s,]+/)).filter((word) => word.length > 1);
  return new Set(all.map(leanKey));
}

/** Whether both persons of a row carry one name, or one name within the other. */
export function isOneName(one: NameParts, other: NameParts): boolean {
  const [few = new Set<string>(), many = new Set<string>()] = [wordKeys(one), wordKeys(other)].toSorted(
    (a, b) => a.size - b.size,
  );
  return few.size >= 2 && [...few].every((key) => many.has(key));
}
