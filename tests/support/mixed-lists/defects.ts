/** Kinds of defect of old lists, each done to one clean row. */
import { oneOf, whole, type Random } from '../invented-people.ts';
import { checkOf, nameColumns, type Cells, type Layout, type Row } from './layouts.ts';

type Make = (row: Row, layout: Layout, random: Random) => Cells;

export type Defect = {
  readonly kind: string;
  readonly make: Make;
  /** What stands in the row says nevertheless what is meant: the record must hold the truth. */
  readonly isRepaired?: true;
  /** Only lists kept in these ways can have it. */
  readonly layouts?: readonly Layout[];
  /** Columns where it is told, beside those that were changed. */
  readonly at?: readonly string[];
};

/** The first column of her name, or the given names where they stand apart. */
const namesAt = (layout: Layout, who: 'user' | 'aggressor' = 'user') => nameColumns(layout, who).at(-1) ?? '';

const inName =
  (change: (text: string, random: Random) => string, who: 'user' | 'aggressor' = 'user'): Make =>
  ({ cells }, layout, random) => {
    const column = namesAt(layout, who);
    return { [column]: change(cells[column] ?? '', random) };
  };

const set =
  (column: string, text: string | ((cell: string, row: Row, random: Random) => string)): Make =>
  (row, _layout, random) => ({
    [column]: typeof text === 'string' ? text : text(row.cells[column] ?? '', row, random),
  });

const names: readonly Defect[] = [
  { kind: 'two persons joined by «y»', make: inName((text) => `${text} y JUAN MAMANI`) },
  { kind: 'two persons with a stroke', make: inName((text) => `${text} / JUAN MAMANI`) },
  { kind: 'two persons on two lines', make: inName((text) => `${text}\nJUAN MAMANI QUISPE`) },
  { kind: 'two accused in a cell', make: inName((text) => `${text} y JUAN MAMANI`, 'aggressor') },
  {
    kind: 'the same person as user and accused',
    make: ({ cells }, layout) =>
      Object.fromEntries(
        nameColumns(layout, 'aggressor').map((column, at) => [
          column,
          cells[nameColumns(layout, 'user')[at] ?? ''] ?? '',
        ]),
      ),
  },
  {
    kind: 'given names and surname exchanged',
    layouts: ['apart'],
    make: ({ truth }, layout) => {
      const [first = '', , last = ''] = nameColumns(layout, 'user');
      return { [first]: truth.userNames, [last]: truth.userFirst };
    },
  },
  {
    kind: 'a name in the other order',
    layouts: ['surnamesFirst', 'givenFirst'],
    make: ({ truth }, layout) => {
      const surnamesOf = [truth.userFirst, truth.userSecond].filter((part) => part !== null).join(' ');
      const parts = [truth.userNames, surnamesOf];
      return { [namesAt(layout)]: (layout === 'surnamesFirst' ? parts : parts.toReversed()).join(' ') };
    },
  },
  {
    kind: 'whole name in the column of given names',
    layouts: ['apart'],
    make: ({ truth }, layout) => {
      const [first = '', second = '', last = ''] = nameColumns(layout, 'user');
      return { [first]: '', [second]: '', [last]: `${truth.userNames} ${truth.userFirst} ${truth.userSecond ?? ''}` };
    },
  },
  {
    kind: 'both surnames in the column of one',
    layouts: ['apart'],
    make: ({ truth }, layout) => {
      const [first = '', second = ''] = nameColumns(layout, 'user');
      return { [first]: `${truth.userFirst} ${truth.userSecond ?? 'MAMANI'}`, [second]: '' };
    },
  },
  {
    kind: 'a comma that parts the name',
    layouts: ['surnamesFirst', 'givenFirst'],
    isRepaired: true,
    make: ({ truth }, layout) => ({
      [namesAt(layout)]: `${truth.userFirst} ${truth.userSecond ?? ''}, ${truth.userNames}`,
    }),
  },
  { kind: 'one word for a whole name', layouts: ['surnamesFirst', 'givenFirst'], make: inName(() => 'ROSA') },
  {
    kind: 'a married name',
    layouts: ['surnamesFirst', 'givenFirst'],
    make: inName((text) => `${text} DE MAMANI`),
  },
  {
    kind: 'the surname again as given name',
    layouts: ['apart'],
    make: ({ truth }, layout) => ({ [namesAt(layout)]: truth.userFirst }),
  },
  { kind: 'no name', make: (_row, layout) => Object.fromEntries(nameColumns(layout, 'user').map((one) => [one, ''])) },
  { kind: 'CP850 in one cell', make: inName((text) => `MU¥OZ ${text}`) },
  { kind: 'CP850 small letters', make: inName((text) => `Mar¡a ${text}`) },
  {
    kind: 'UTF-8 twice in one cell',
    isRepaired: true,
    make: ({ truth }) => ({ Distrito: 'San Juan de LuriganchÃ³', ...{ DNI: truth.userDni } }),
  },
  { kind: 'UTF-8 twice in a name', make: inName((text) => `MarÃ­a ${text}`) },
  { kind: 'a letter lost', make: inName((text) => `MU\ufffdOZ ${text}`) },
  { kind: 'a question mark for a letter', make: inName((text) => `MU?OZ ${text}`) },
  { kind: 'a letter as HTML', make: inName((text) => `MU&Ntilde;OZ ${text}`) },
  { kind: 'a formula sign', make: inName((text) => `=${text}`) },
  { kind: 'a plus before a name', make: inName((text) => `+${text}`) },
  { kind: 'figures in a name', make: inName((text) => `${text}2`) },
  { kind: 'an initial', make: inName((text) => `${text} M.`) },
  { kind: 'a form of address', make: inName((text) => `Sra. ${text}`) },
  { kind: 'a remark in brackets', make: inName((text) => `${text} (menor)`) },
  { kind: 'letters of two alphabets', make: inName((text) => `\u041c${text}`) },
  { kind: 'a drawing', make: inName((text) => `${text} 👩`) },
  { kind: 'the same as above', make: inName(() => 'ídem') },
  {
    kind: 'a bond for a name',
    make: (_row, layout) => ({ ...emptied(layout), [namesAt(layout, 'aggressor')]: 'su esposo' }),
  },
];

const emptied = (layout: Layout) => Object.fromEntries(nameColumns(layout, 'aggressor').map((one) => [one, '']));

const numbers: readonly Defect[] = [
  { kind: 'spaces in a DNI', isRepaired: true, make: set('DNI', (dni) => `${dni.slice(0, 4)} ${dni.slice(4)}`) },
  {
    kind: 'points in a DNI',
    isRepaired: true,
    make: set('DNI', (dni) => `${dni.slice(0, 2)}.${dni.slice(2, 5)}.${dni.slice(5)}`),
  },
  { kind: 'a dash in a DNI', isRepaired: true, make: set('DNI', (dni) => `${dni.slice(0, 4)}-${dni.slice(4)}`) },
  {
    kind: 'the letter O in a DNI',
    isRepaired: true,
    make: set('DNI', (_dni, { truth }) => truth.userDni.replaceAll('0', 'O')),
  },
  { kind: 'DNI written before its number', isRepaired: true, make: set('DNI', (dni) => `DNI N° ${dni}`) },
  { kind: 'a decimal zero', isRepaired: true, make: set('DNI', (dni) => `${dni}.0`) },
  { kind: 'the check digit after it', isRepaired: true, make: set('DNI', (dni) => `${dni}-${checkOf(dni)}`) },
  { kind: 'a wrong check digit', make: set('DNI', (dni) => `${dni}-${(Number(checkOf(dni)) + 1) % 10}`) },
  { kind: 'one zero lost', make: set('DNI', (dni) => dni.slice(1)) },
  { kind: 'two zeros lost', make: set('DNI', (dni) => dni.slice(2)) },
  { kind: 'nine digits', make: set('DNI', (dni) => `${dni}7`) },
  { kind: 'a telephone for a DNI', make: set('DNI', (_dni, { truth }) => truth.userPhone) },
  { kind: 'two DNI in a cell', make: set('DNI', (dni) => `${dni} / 41234567`) },
  { kind: 'a DNI with exponent', make: set('DNI', '4.0015838E+07') },
  { kind: 'a word for a DNI', make: set('DNI', 'ROSA') },
  { kind: 'a DNI to fill the box', make: set('DNI', '11111111') },
  { kind: 'one DNI for both', make: ({ cells }) => ({ 'DNI agresor': cells['DNI'] ?? '' }) },
  { kind: 'two telephones', make: set('Teléfono', (phone) => `${phone} / 987000111`) },
  { kind: 'a telephone with letters', make: set('Teléfono', (phone) => phone.replace(/\d$/, 'O')) },
  { kind: 'a DNI for a telephone', make: set('Teléfono', (_phone, { truth }) => truth.userDni) },
  { kind: 'an age in words', make: set('Edad', 'mayor') },
  { kind: 'an age beyond life', make: set('Edad', '190') },
  { kind: 'an official number without form', make: set('N° Ficha', 'sin número') },
  { kind: 'an official number of another year', make: set('N° Ficha', (text) => `${text}/2011`) },
];

const dates: readonly Defect[] = [
  { kind: 'a day that is none', make: set('Fecha de ingreso', '31/02/2019') },
  { kind: 'a day to come', make: set('Fecha de ingreso', '13/05/2031') },
  { kind: 'a year before all', make: set('Fecha de ingreso', '13/05/1919') },
  { kind: 'only a month', make: set('Fecha de ingreso', '05/2019') },
  { kind: 'no date', make: set('Fecha de ingreso', '') },
  {
    kind: 'a year of two digits',
    isRepaired: true,
    make: set('Fecha de ingreso', (date) => date.replace(/\/20(\d\d)$/, '/$1')),
  },
  {
    kind: 'a day number of Excel',
    isRepaired: true,
    make: set('Fecha de ingreso', (_date, { truth }) =>
      String(Math.round((Date.parse(truth.admittedOn) - Date.parse('1899-12-30')) / 86_400_000)),
    ),
  },
  { kind: 'closed before it came in', make: set('Fecha de cierre', '13/05/2009') },
  { kind: 'born after she came', make: set('Fecha de nacimiento', '13/05/2025') },
  {
    kind: 'age and birth apart',
    at: ['Fecha de nacimiento'],
    make: set('Edad', (age) => String(Number(age) > 40 ? Number(age) - 17 : Number(age) + 17)),
  },
  { kind: 'the first day of Excel', make: set('Fecha de nacimiento', '01/01/1900') },
];

const others: readonly Defect[] = [
  { kind: 'an error of Excel', make: set('Edad', '#¡VALOR!') },
  { kind: 'a bond nobody knows', make: set('Vínculo', 'compadre') },
  { kind: 'a word nobody knows', make: set('Tipo de violencia', 'otra') },
  { kind: 'two kinds of violence', make: set('Tipo de violencia', 'física y sexual') },
  { kind: 'a district nobody knows', make: set('Distrito', 'Ciudad Gótica') },
  { kind: 'a district of many', make: set('Distrito', 'Miraflores') },
  { kind: 'a sex nobody knows', make: set('Sexo', 'Z') },
  {
    kind: 'a line of totals',
    make: ({ cells }) => ({
      ...Object.fromEntries(Object.keys(cells).map((one) => [one, ''])),
      'N° Ficha': 'TOTAL',
      Edad: '34',
    }),
  },
  {
    kind: 'totals among data',
    make: set('N° Ficha', (_text, _row, random) => oneOf(random, ['Subtotal', 'Total 2019'])),
  },
  { kind: 'the headers again', make: ({ cells }) => Object.fromEntries(Object.keys(cells).map((one) => [one, one])) },
  {
    kind: 'a row shifted by one cell',
    make: ({ cells }) => {
      const [columns, texts] = [Object.keys(cells), Object.values(cells)];
      return Object.fromEntries(columns.map((column, at) => [column, texts[at - 1] ?? '']));
    },
  },
  { kind: 'a number for the bond', make: set('Vínculo', (_text, _row, random) => String(whole(random, 50, 99))) },
];

export const defects: readonly Defect[] = [...names, ...numbers, ...dates, ...others];
