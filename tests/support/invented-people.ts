/**
 * Invented people of Peru with truth: names by their frequency, families, and the same person written again years
 * later by somebody else. Error rates were set before anything was measured (typed registers: one to five in a hundred
 * a field; Andean spellings more), and no figure of the matcher changes them.
 */
import given from '../../resources/names/given-names.json' with { type: 'json' };
import surnames from '../../resources/names/surnames.json' with { type: 'json' };
import { noFacts, type PersonFacts } from '../../src/shared/people/index.ts';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Weighted = { readonly names: readonly string[]; readonly upTo: readonly number[] };

function weighted(pairs: readonly (readonly [string, number])[]): Weighted {
  let sum = 0;
  const upTo = pairs.map(([, weight]) => (sum += weight));
  return { names: pairs.map(([name]) => name), upTo };
}

export const surnamesByWeight = weighted(surnames as unknown as [string, number][]);
const givenOf = (sex: 'F' | 'M') =>
  weighted(
    (given as unknown as [string, string, number][]).flatMap(([n, s, w]) => (s === sex ? [[n, w] as const] : [])),
  );
export const givenBySex = { F: givenOf('F'), M: givenOf('M') };

/** In a district of the south a third of the people share a handful of surnames. */
const gathered = ['QUISPE', 'MAMANI', 'CONDORI', 'HUAMAN', 'FLORES', 'APAZA', 'CHOQUE', 'CCAHUANA', 'HUANCA', 'ROJAS'];

function surnameOf(random: Random): string {
  return random() < 0.35 ? oneOf(random, gathered) : drawn(surnamesByWeight, random);
}

export function drawn({ names, upTo }: Weighted, random: Random): string {
  const at = random() * (upTo.at(-1) ?? 0);
  return names[upTo.findIndex((limit) => at < limit)] ?? names[0] ?? '';
}

export function whole(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

export function oneOf<Value>(random: Random, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)] as Value;
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => whole(random, 0, 9)).join('');
}

function birthOf(random: Random): PersonFacts['birth'] {
  const year = whole(random, 1950, 2010);
  if (random() < 0.06) return null;
  if (random() < 0.08) return { year, month: null, day: null };
  return { year, month: whole(random, 1, 12), day: whole(random, 1, 28) };
}

/** Sons and daughters of the same house share surnames, often the telephone and always the district. */
function relativeOf(person: PersonFacts, random: Random): Partial<PersonFacts> {
  const { firstSurname, secondSurname, districtCode, phones, birth } = person;
  const isTwin = random() < 0.03;
  return {
    firstSurname,
    secondSurname,
    districtCode,
    ...(random() < 0.4 ? { phones } : {}),
    ...(isTwin ? { birth } : {}),
  };
}

function invented(random: Random, at: number): PersonFacts {
  const sex = random() < 0.6 ? 'F' : 'M';
  const list = givenBySex[sex];
  const names = [drawn(list, random), ...(random() < 0.72 ? [drawn(list, random)] : [])];
  return {
    ...noFacts,
    givenNames: [...new Set(names)].join(' '),
    firstSurname: surnameOf(random),
    secondSurname: random() < 0.04 ? null : surnameOf(random),
    // Ascending with a random tail: unique, and numbers of one family lie apart.
    documents: random() < 0.8 ? [{ kind: 'dni', number: `${10_000_000 + at * 61 + whole(random, 0, 60)}` }] : [],
    birth: birthOf(random),
    phones: random() < 0.65 ? [`9${digits(random, 8)}`] : [],
    sex,
    districtCode: oneOf(random, ['080101', '080102', '080103', '080104', '080105', '080106', '080108']),
  };
}

/** People of one district; one in eight belongs to a family that is there already. */
export function inventPeople(count: number, random: Random): PersonFacts[] {
  const people: PersonFacts[] = [];
  for (let at = 0; at < count; at += 1) {
    const person = invented(random, at);
    const isRelative = people.length > 0 && random() < 0.125;
    people.push(isRelative ? { ...person, ...relativeOf(oneOf(random, people), random) } : person);
  }
  return people;
}

/** How the same sound is written by another hand (Castilian, Quechua, Aymara); not the list of the program. */
const respellings: readonly (readonly [RegExp, string])[] = [
  [/QU(?=[EI])/, 'K'],
  [/K(?=[EI])/, 'QU'],
  [/^HUA/, 'GUA'],
  [/^HUA/, 'WA'],
  [/CC/, 'C'],
  [/^C(?=[AOU])/, 'CC'],
  [/LL/, 'Y'],
  [/Y(?=[AEO])/, 'LL'],
  [/V/, 'B'],
  [/B/, 'V'],
  [/Z/, 'S'],
  [/S(?=[AEIO])/, 'Z'],
  [/C(?=[EI])/, 'S'],
  [/^H/, ''],
  [/^J(?=[EI])/, 'Y'],
  [/I$/, 'Y'],
  [/N(?=[BP])/, 'M'],
  [/Ñ/, 'N'],
];

function respelled(name: string, random: Random): string {
  const fitting = respellings.filter(([from]) => from.test(name));
  const chosen = fitting.length === 0 ? null : oneOf(random, fitting);
  return chosen === null ? name : name.replace(chosen[0], chosen[1]);
}

/** A key beside the right one, a letter left out, doubled, or two turned. */
function mistyped(text: string, random: Random, alphabet = 'AEIOUNRSLT'): string {
  const at = whole(random, Math.min(1, text.length - 1), text.length - 1);
  const [before, letter, after] = [text.slice(0, at), text[at] ?? '', text.slice(at + 1)];
  const kind = whole(random, 0, 3);
  if (kind === 0)
    return (
      before +
      oneOf(
        random,
        Array.from(alphabet).filter((one) => one !== letter),
      ) +
      after
    );
  if (kind === 1 && text.length > 3) return before + after;
  if (kind === 2) return before + letter + letter + after;
  return after === '' ? before + letter + letter : before + after.slice(0, 1) + letter + after.slice(1);
}

function nameAgain(name: string | null, random: Random): string | null {
  if (name === null) return null;
  const written = random() < 0.15 ? respelled(name, random) : name;
  return random() < 0.05 ? mistyped(written, random) : written;
}

function givenAgain(names: string | null, random: Random): string | null {
  const [first = '', second] = (names ?? '').split(' ');
  const [one, two] = [nameAgain(first, random) ?? '', second === undefined ? null : nameAgain(second, random)];
  if (two === null || random() < 0.3) return one;
  const chance = random();
  if (chance < 0.03) return two;
  return chance < 0.06 ? `${two} ${one}` : `${one} ${two}`;
}

function surnamesAgain(person: PersonFacts, random: Random): Pick<PersonFacts, 'firstSurname' | 'secondSurname'> {
  const [first, second] = [nameAgain(person.firstSurname, random), nameAgain(person.secondSurname, random)];
  if (random() < 0.12) return { firstSurname: first, secondSurname: null };
  return random() < 0.03 && second !== null
    ? { firstSurname: second, secondSurname: first }
    : { firstSurname: first, secondSurname: second };
}

function birthAgain(birth: PersonFacts['birth'], random: Random): PersonFacts['birth'] {
  if (birth === null || birth.month === null || birth.day === null) return birth;
  const chance = random();
  if (chance < 0.07) return null;
  if (chance < 0.15) return { year: birth.year, month: null, day: null };
  if (chance < 0.17 && birth.day <= 12) return { ...birth, month: birth.day, day: birth.month };
  if (chance < 0.19) return { ...birth, day: (birth.day % 28) + 1 };
  if (chance < 0.2) return { ...birth, month: (birth.month % 12) + 1 };
  if (chance < 0.23) return { ...birth, year: birth.year + (random() < 0.5 ? 1 : -1) };
  return birth;
}

/** The same person, told and typed again: by herself, with what she remembers. */
export function writtenAgain(person: PersonFacts, random: Random): PersonFacts {
  const [document] = person.documents;
  const forgotten = document === undefined || random() < 0.4;
  const number = forgotten ? null : random() < 0.04 ? mistyped(document.number, random, '0123456789') : document.number;
  const chance = random();
  return {
    ...person,
    ...surnamesAgain(person, random),
    givenNames: givenAgain(person.givenNames, random),
    documents: number === null ? [] : [{ kind: 'dni', number }],
    birth: birthAgain(person.birth, random),
    phones: chance < 0.35 ? [] : chance < 0.6 ? [`9${digits(random, 8)}`] : person.phones,
    // Not typed at the door.
    sex: null,
    districtCode: null,
  };
}

/** Somebody told of by another person: hardly ever a document, one given name, an age a few years off. */
export function toldByAnother(person: PersonFacts, random: Random): PersonFacts {
  const again = writtenAgain(person, random);
  const { birth } = person;
  const guessed = birth === null ? null : birth.year + whole(random, -1, 1);
  return {
    ...again,
    givenNames: random() < 0.5 ? (again.givenNames?.split(' ')[0] ?? null) : again.givenNames,
    secondSurname: random() < 0.3 ? null : again.secondSurname,
    documents: random() < 0.85 ? [] : again.documents,
    birth: random() < 0.75 ? null : again.birth,
    bornBetween: guessed === null || random() < 0.3 ? null : [guessed - 1, guessed],
    phones: random() < 0.7 ? [] : again.phones,
  };
}
