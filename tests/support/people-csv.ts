/** A CSV of invented people, some of them twice, as a person would export it. */
import type { PersonFacts } from '../../src/shared/people/index.ts';
import { inventPeople, seeded, writtenAgain } from './invented-people.ts';

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

/** Rows of which a fifth are a second visit of somebody above; `pairs` are the true ones, by id. */
export function peopleCsv(rows: number, seed = 5): { csv: string; pairs: ReadonlySet<string> } {
  const random = seeded(seed);
  const persons = inventPeople(Math.ceil(rows * 0.8), random);
  const lines = [Object.values(peopleMap).join(',')];
  const pairs = new Set<string>();
  persons.forEach((person, at) => void lines.push(lineOf(`p${at}`, person)));
  for (let at = persons.length; at < rows; at += 1) {
    const own = (at - persons.length) * 4;
    const person = persons[own];
    if (person === undefined) break;
    lines.push(lineOf(`p${at}`, writtenAgain(person, random)));
    pairs.add(`p${own} p${at}`);
  }
  return { csv: `\ufeff${lines.join('\r\n')}\r\n`, pairs };
}
