/** Invented people: plausible names from frequency lists, identity numbers that visibly belong to nobody (00…). */
import { blankUser, type NameLists, type UserPerson } from '../people/index.ts';
import type { Random } from './random.ts';

export type { NameLists };

/** 0 = Mujer, 1 = Hombre (SEXO_VICTIMA). */
export type Sex = 0 | 1;

function titleCase(word: string): string {
  return word
    .toLowerCase()
    .replace(/(^|[\s'-])\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/ (De|Del|La|Las|Los|Y)(?= )/g, (particle) => particle.toLowerCase());
}

function givenNames(random: Random, names: NameLists, sex: Sex): string {
  const list = names.givenNames
    .filter(([, listed]) => listed === (sex === 0 ? 'F' : 'M'))
    .map(([name, , weight]) => [name, weight] as const);
  const first = random.pick(list);
  // Two given names in about 72 % of people.
  const second = random.chance(0.72) ? random.pick(list) : first;
  return (second === first ? [first] : [first, second]).map(titleCase).join(' ');
}

/** One invented person of that sex; `birthYear` with a partial date now and then. */
export function inventPerson(random: Random, names: NameLists, of: { sex: Sex; birthYear: number }): UserPerson {
  const hasDocument = random.chance(0.85);
  return {
    ...blankUser(),
    givenNames: givenNames(random, names, of.sex),
    firstSurname: titleCase(random.pick(names.surnames)),
    secondSurname: random.chance(0.95) ? titleCase(random.pick(names.surnames)) : null,
    birth: random.chance(0.8)
      ? { year: of.birthYear, month: random.int(1, 12), day: random.int(1, 28) }
      : { year: of.birthYear, month: null, day: null },
    document: hasDocument
      ? { kind: 'dni', state: 'known', number: `00${String(random.int(100_000, 999_999))}` }
      : { kind: 'dni', state: 'notCarriedForgotten', number: null },
  };
}

/** A number of invented people, four women in five. */
export function inventPeople(random: Random, names: NameLists, count: number): UserPerson[] {
  return Array.from({ length: count }, () => {
    const sex: Sex = random.chance(0.83) ? 0 : 1;
    return inventPerson(random, names, { sex, birthYear: random.int(1950, 2006) });
  });
}

const noCollege = { college: null, collegeNumber: null } as const;

/** The invented team of the demonstration; passphrases are chosen when it is founded. */
export const demoStaff = [
  {
    login: 'coordinacion',
    fullName: 'Rosaura Yupanki Lizárraga',
    role: 'coordinator',
    profession: 'Coordinadora',
    ...noCollege,
  },
  { login: 'admision', fullName: 'Delfina Ccopa Arista', role: 'admission', profession: null, ...noCollege },
  {
    login: 'psicologia',
    fullName: 'Mirtha Wayta Solórzano',
    role: 'psychologist',
    profession: 'Psicóloga',
    college: 'Colegio de Psicólogos del Perú',
    collegeNumber: '00001',
  },
  {
    login: 'social',
    fullName: 'Nilda Choque Berrospi',
    role: 'socialWorker',
    profession: 'Trabajadora social',
    college: 'Colegio de Trabajadores Sociales del Perú',
    collegeNumber: '00002',
  },
  {
    login: 'legal',
    fullName: 'Eusebio Ticona Larrauri',
    role: 'lawyer',
    profession: 'Abogado',
    college: 'Colegio de Abogados de Lima',
    collegeNumber: '00003',
  },
  { login: 'promocion', fullName: 'Pilar Huamaní Sotelo', role: 'preventionOfficer', profession: null, ...noCollege },
] as const;
export type DemoLogin = (typeof demoStaff)[number]['login'];
