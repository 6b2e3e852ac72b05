/** Rows of an invented old list with their truth, in the ways centres keep such lists. */
import { dniCheck } from '../../../src/shared/people/index.ts';
import { drawn, givenBySex, oneOf, surnamesByWeight, whole, type Random } from '../invented-people.ts';

/** What the record should hold of a row. */
export type Truth = {
  readonly admittedOn: string;
  readonly userNames: string;
  readonly userFirst: string;
  readonly userSecond: string | null;
  readonly userDni: string;
  readonly userAge: number;
  readonly userSex: 0 | 1;
  readonly userPhone: string;
  readonly aggressorNames: string;
  readonly aggressorFirst: string;
  readonly aggressorSecond: string | null;
  readonly violence: number;
};

/** `apart`: a column for each part; `surnamesFirst`, `givenFirst`: whole names in one column. */
export const layouts = ['apart', 'surnamesFirst', 'givenFirst'] as const;
export type Layout = (typeof layouts)[number];

export type Cells = Record<string, string>;

const names = {
  apart: {
    user: ['Apellido paterno', 'Apellido materno', 'Nombres'],
    aggressor: ['Apellido paterno agresor', 'Apellido materno agresor', 'Nombres agresor'],
  },
  surnamesFirst: { user: ['Apellidos y nombres'], aggressor: ['Apellidos y nombres del agresor'] },
  givenFirst: { user: ['Nombres y apellidos'], aggressor: ['Nombres y apellidos del agresor'] },
} as const;

export function headersOf(layout: Layout): string[] {
  const { user, aggressor } = names[layout];
  return [
    ...['N° Ficha', 'Fecha de ingreso', ...user, 'DNI', 'Fecha de nacimiento', 'Edad', 'Sexo', 'Teléfono', 'Distrito'],
    ...[...aggressor, 'DNI agresor', 'Vínculo', 'Tipo de violencia', 'Fecha de cierre'],
  ];
}

/** Names that stand in no public list. */
const rare = {
  surnames: ['CCAHUANTICO', 'SULLCARAY', 'HUAYLLANI', 'ÑAHUINCOPA', 'QQUELLHUA', 'TTITO', 'PUMACAHUA', 'CHUQUIMIA'],
  F: ['YHOSELIN', 'SHANTALL', 'KUSIQOYLLUR', 'DEYSI', 'YURIKO', 'MILUSKA'],
  M: ['JHAMPOOL', 'WILFREDO', 'RUMIÑAWI', 'YORDY', 'KLEIBER'],
} as const;

function surnameOf(random: Random): string {
  if (random() < 0.03) return oneOf(random, ['DE LA CRUZ', 'DEL AGUILA', 'DE LOS SANTOS', 'DE LA TORRE', 'SAN MARTIN']);
  return random() < 0.08 ? oneOf(random, rare.surnames) : drawn(surnamesByWeight, random);
}

function givenOf(random: Random, sex: 'F' | 'M'): string {
  const count = random() < 0.35 ? 1 : random() < 0.93 ? 2 : 3;
  const found = new Set<string>();
  while (found.size < count) {
    if (sex === 'F' && found.size === 1 && random() < 0.04) found.add('DEL CARMEN');
    else found.add(random() < 0.08 ? oneOf(random, rare[sex]) : drawn(givenBySex[sex], random));
  }
  return [...found].join(' ');
}

function personOf(random: Random, sex: 'F' | 'M') {
  return {
    names: givenOf(random, sex),
    first: surnameOf(random),
    second: random() < 0.04 ? null : surnameOf(random),
  };
}

function nameCells(layout: Layout, who: 'user' | 'aggressor', person: ReturnType<typeof personOf>): Cells {
  const columns = names[layout][who];
  const { first, second, names: givenNamesOf } = person;
  const surnamesOf = second === null ? first : `${first} ${second}`;
  const [one = '', two = '', three = ''] = columns;
  if (layout === 'apart') return { [one]: first, [two]: second ?? '', [three]: givenNamesOf };
  return { [one]: layout === 'surnamesFirst' ? `${surnamesOf} ${givenNamesOf}` : `${givenNamesOf} ${surnamesOf}` };
}

const two = (value: number) => String(value).padStart(2, '0');

/** Words of the list with their codes in the form. */
const violences = [
  ['Psicológica', 1],
  ['Física', 2],
  ['Sexual', 3],
] as const;

export type Row = { readonly cells: Cells; readonly truth: Truth };

/** A row without any defect; `at` makes its numbers its own. */
export function cleanRow(random: Random, layout: Layout, at: number): Row {
  const sex = random() < 0.93 ? 'F' : 'M';
  const [user, aggressor] = [personOf(random, sex), personOf(random, 'M')];
  const [year, month, day] = [whole(random, 2014, 2023), whole(random, 1, 12), whole(random, 13, 28)];
  const born = whole(random, 1950, 2005);
  const dni = String(10_000_000 + at * 7919);
  const phone = `9${String(10_000_000 + ((at * 104_729) % 89_999_999))}`;
  const [word, violence] = oneOf(random, violences);
  const truth: Truth = {
    ...{ admittedOn: `${year}-${two(month)}-${two(day)}`, userNames: user.names, userFirst: user.first },
    ...{ userSecond: user.second, userDni: dni, userAge: year - born, userSex: sex === 'F' ? 0 : 1, userPhone: phone },
    ...{
      aggressorNames: aggressor.names,
      aggressorFirst: aggressor.first,
      aggressorSecond: aggressor.second,
      violence,
    },
  };
  const cells: Cells = {
    ...{ 'N° Ficha': `${at}-A`, 'Fecha de ingreso': `${two(day)}/${two(month)}/${year}` },
    ...nameCells(layout, 'user', user),
    ...{ DNI: dni, 'Fecha de nacimiento': `01/01/${born}`, Edad: String(year - born), Sexo: sex, Teléfono: phone },
    ...{ Distrito: 'San Juan de Lurigancho', ...nameCells(layout, 'aggressor', aggressor) },
    ...{ 'DNI agresor': String(60_000_000 + at * 31), Vínculo: 'Conviviente', 'Tipo de violencia': word },
    'Fecha de cierre': '',
  };
  return { cells, truth };
}

/** Columns that hold names of one person. */
export function nameColumns(layout: Layout, who: 'user' | 'aggressor'): readonly string[] {
  return names[layout][who];
}

export function checkOf(dni: string): string {
  return dniCheck(dni)?.digit ?? '0';
}
