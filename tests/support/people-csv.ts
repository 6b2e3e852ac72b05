/** A CSV of invented people, some of them twice or more, as a person would export it. */
import type { PersonFacts } from '../../src/shared/people/index.ts';
import { inventPeople, seeded, writtenAgain, type Random } from './invented-people.ts';

export const peopleMap = {
  ...{ id: 'codigo', givenNames: 'nombres', firstSurname: 'paterno', secondSurname: 'materno' },
  ...{ documentNumber: 'documento', birthDate: 'nacimiento', phone: 'telefono', sex: 'sexo' },
} as const;

function birthText({ birth }: PersonFacts): string {
  if (birth === null || birth.month === null || birth.day === null) return '';
  return `${birth.year}-${String(birth.month).padStart(2, '0')}-${String(birth.day).padStart(2, '0')}`;
}

function lineOf(id: string, facts: PersonFacts): string {
  const names = [facts.givenNames, facts.firstSurname, facts.secondSurname].map((name) => name ?? '');
  const number = facts.documents[0]?.number ?? '';
  return [id, ...names, number, birthText(facts), facts.phones[0] ?? '', facts.sex ?? ''].join(',');
}

export type PeopleFile = { readonly csv: string; readonly pairs: ReadonlySet<string> };

function fileOf(heading: readonly string[], rows: readonly { line: string; person: number }[]): PeopleFile {
  const pairs = new Set<string>();
  const seen = new Map<number, number[]>();
  rows.forEach(({ person }, at) => {
    const before = seen.get(person) ?? [];
    for (const one of before) pairs.add(`p${one} p${at}`);
    seen.set(person, [...before, at]);
  });
  const lines = [heading.join(','), ...rows.map(({ line }) => line)];
  return { csv: `\ufeff${lines.join('\r\n')}\r\n`, pairs };
}

/** Rows of which a fifth are a second visit of somebody above; `pairs` are the true ones, by id. */
export function peopleCsv(rows: number, seed = 5): PeopleFile {
  const random = seeded(seed);
  const persons = inventPeople(Math.ceil(rows * 0.8), random);
  const all = persons.map((facts, person) => ({ facts, person }));
  for (let at = persons.length; at < rows; at += 1) {
    const own = (at - persons.length) * 4;
    const person = persons[own];
    if (person !== undefined) all.push({ facts: writtenAgain(person, random), person: own });
  }
  return fileOf(
    Object.values(peopleMap),
    all.map(({ facts, person }, at) => ({ line: lineOf(`p${at}`, facts), person })),
  );
}

export const mixedMap = { ...peopleMap, district: 'distrito', address: 'direccion' } as const;

const streets = ['Los Sauces', 'Tupac Amaru', 'El Sol', 'La Cultura', 'Grau', 'Bolognesi', 'Pachacutec', 'San Martin'];

function addressOf(random: Random): string {
  return `Jr. ${streets[Math.floor(random() * streets.length)] ?? ''} ${100 + Math.floor(random() * 900)}`;
}

/** Namesakes: the same surnames and first given name, now and then every name; everything else their own. */
function withNamesakes(people: readonly PersonFacts[], random: Random): PersonFacts[] {
  return people.map((person, at) => {
    const other = people[Math.floor(random() * people.length)];
    if (other === undefined || at === 0 || random() >= 0.02) return person;
    const { givenNames, firstSurname, secondSurname, sex } = other;
    const [first = ''] = (givenNames ?? '').split(' ');
    const own = random() < 0.2 ? givenNames : `${first} ${person.givenNames?.split(' ').at(-1) ?? ''}`.trim();
    return { ...person, givenNames: own, firstSurname, secondSurname, sex };
  });
}

/**
 * A list as centres keep them: families, namesakes, Andean spellings, slips and gaps; half of the people once, the rest
 * twice or three times, in any order. District and address stand beside them and move with some.
 */
export function mixedPeopleCsv(count: number, seed: number): PeopleFile {
  const random = seeded(seed);
  const people = withNamesakes(inventPeople(count, random), random);
  const rows = people.flatMap((person, own) => {
    const home = { districtCode: person.districtCode, address: addressOf(random) };
    const visits = random() < 0.5 ? 1 : random() < 0.8 ? 2 : 3;
    return Array.from({ length: visits }, (_one, at) => {
      const facts = at === 0 ? person : { ...writtenAgain(person, random), sex: random() < 0.5 ? person.sex : null };
      const place = random() < 0.15 ? { districtCode: null, address: addressOf(random) } : home;
      return { facts, place, person: own, order: random() };
    });
  });
  const shuffled = rows.toSorted((one, other) => one.order - other.order);
  return fileOf(
    Object.values(mixedMap),
    shuffled.map(({ facts, place, person }, at) => ({
      line: `${lineOf(`p${at}`, facts)},${place.districtCode ?? ''},${place.address}`,
      person,
    })),
  );
}

const syllables = ['ber', 'stan', 'wick', 'mar', 'lo', 'hein', 'dor', 'gre', 'kel', 'ric', 'tho', 'un', 'sch', 'ville'];

function foreignNames(count: number, random: Random): string[] {
  const syllable = () => syllables[Math.floor(random() * syllables.length)] ?? '';
  return Array.from({ length: count }, () => syllable() + syllable() + (random() < 0.6 ? syllable() : ''));
}

/** The few first ones are very common, as names are everywhere. */
function common(names: readonly string[], random: Random): string {
  return names[Math.floor(names.length * random() ** 3)] ?? '';
}

function slip(text: string, random: Random, letters: string): string {
  const at = Math.floor(random() * text.length);
  return text.slice(0, at) + (letters[Math.floor(random() * letters.length)] ?? '') + text.slice(at + 1);
}

export const foreignMap = { id: 'id', givenNames: 'first', firstSurname: 'last', birthDate: 'born' } as const;

/** People of elsewhere with names of no Peruvian list, one surname and a birth date; one row in ten again, with one slip. */
export function foreignPeopleCsv(count: number, seed: number): PeopleFile {
  const random = seeded(seed);
  const [given, surnames] = [foreignNames(150, random), foreignNames(1200, random)];
  const two = (number: number) => String(number).padStart(2, '0');
  const people = Array.from({ length: count }, () => [
    common(given, random),
    common(surnames, random),
    `${1930 + Math.floor(random() * 70)}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`,
  ]);
  const again = people.flatMap((person, own) => {
    if (random() >= 0.1) return [];
    const which = Math.floor(random() * 3);
    const cells = person.map((cell, at) => {
      if (at !== which) return cell;
      return at < 2 ? slip(cell, random, 'aeiounrslt') : cell.slice(0, 8) + two(1 + Math.floor(random() * 28));
    });
    return [{ cells, person: own }];
  });
  const rows = [...people.map((cells, person) => ({ cells, person })), ...again];
  return fileOf(
    Object.values(foreignMap),
    rows.map(({ cells, person }, at) => ({ line: [`p${at}`, ...cells].join(','), person })),
  );
}
