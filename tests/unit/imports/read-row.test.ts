/** Cells of an old list (bad inputs, groups A to D): what each becomes and what is said at it. */
import { describe, expect, it } from 'vitest';
import districts from '../../../resources/places/districts.json' with { type: 'json' };
import { publicLean } from '../../../src/main/imports/name-lists.ts';
import {
  certainOrder,
  columnLetter,
  emptyCell,
  fieldIds,
  fieldOf,
  headerKey,
  proposeColumns,
  readFichaNumber,
  readListDate,
  readRow,
  textCell,
  weighDates,
  type FieldId,
  type ListSettings,
  type ReadContext,
  type SourceCell,
} from '../../../src/shared/imports/index.ts';
import { makePlaceIndex, type PlaceRow } from '../../../src/shared/people/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';

const today = '2026-06-10' as CivilDate;
const columns = Object.fromEntries(fieldIds.map((field, at) => [field, at])) as ListSettings['columns'];
const settings: ReadContext['settings'] = {
  ...{ encoding: 'utf-8', delimiter: ';', sheet: null, headerLine: 1, dateOrder: 'dmy' },
  ...{ sexLetter: 'male', padsDocument: false, columns },
  ...{ userNameOrder: 'surnamesFirst', aggressorNameOrder: 'surnamesFirst' },
};
const places = makePlaceIndex(districts as unknown as readonly PlaceRow[]);

type Cells = Partial<Record<FieldId, string | SourceCell>>;

function read(cells: Cells, changes: Partial<ReadContext['settings']> = {}) {
  const whole: Cells = { userNames: 'Rosa', userFirstSurname: 'Quispe', admittedOn: '05/03/2019', ...cells };
  const row = {
    line: 2,
    cells: fieldIds.map((field) => {
      const cell = whole[field] ?? '';
      return typeof cell === 'string' ? textCell(cell) : cell;
    }),
  };
  return readRow(row, {}, { settings: { ...settings, ...changes }, places, lean: publicLean(), today });
}

type Case = {
  readonly what: string;
  readonly cells: Cells;
  readonly says?: RegExp;
  /** The row cannot go in. */
  readonly isError?: true;
  readonly facts?: Readonly<Record<string, unknown>>;
};

const cases: readonly Case[] = [
  {
    what: 'A1 letters of the Andes',
    cells: { userNames: "Ch'aska Q'orianka", userFirstSurname: 'Ñahui' },
    facts: { user: { givenNames: "Ch'aska Q'orianka" } },
  },
  {
    what: 'A2 letters in two parts',
    cells: { userFirstSurname: 'N\u0303ahui' },
    facts: { user: { firstSurname: 'Ñahui' } },
  },
  { what: 'A5 two alphabets', cells: { userNames: '\u041c\u0430ria' }, says: /alfabetos/ },
  { what: 'A6 invisible signs', cells: { userNames: 'Ro\u200bsa' }, facts: { user: { givenNames: 'Rosa' } } },
  { what: 'A9 a drawing', cells: { userNames: 'Rosa 👩‍👧' }, says: /letras/, isError: true },
  {
    what: 'A12 nothing but spaces',
    cells: { userNames: ' \u00a0', userFirstSurname: '\u3164' },
    says: /nombre o un apellido/,
    isError: true,
  },
  { what: 'A13 hundreds of marks', cells: { userNames: `a${'\u0301'.repeat(500)}` }, says: /signos/, isError: true },
  {
    what: 'A16 markup is a text',
    cells: { userNames: '<b>Rosa</b>' },
    says: /signos/,
    facts: { user: { givenNames: '<b>Rosa</b>' } },
  },
  { what: 'A19 a surname Nulo', cells: { userFirstSurname: 'Nulo' }, facts: { user: { firstSurname: 'Nulo' } } },
  {
    what: 'nobody knows the aggressor',
    cells: { aggressorNames: 'NN' },
    facts: { aggressor: { nameState: 'unknown', givenNames: null } },
  },
  {
    what: 'B25 seven digits',
    cells: { userDocument: '1234567' },
    says: /ocho dígitos/,
    facts: { user: { document: { kind: 'dni', number: '1234567' } } },
  },
  {
    what: 'B25 with spaces',
    cells: { userDocument: '12 345 679' },
    says: /juntaron sus cifras: 12345679/,
    facts: { user: { document: { number: '12345679' } } },
  },
  { what: 'B26 a wrong check digit', cells: { userDocument: '10117410-3' }, says: /control/ },
  { what: 'B27 a number to fill the box', cells: { userDocument: '11111111' }, says: /no parece real/ },
  {
    what: 'B28 a zero in front',
    cells: { userDocument: '01234567' },
    facts: { user: { document: { number: '01234567' } } },
  },
  {
    what: 'another document',
    cells: { userDocument: 'AB-99/7' },
    says: /entra como otro documento/,
    facts: { user: { document: { kind: 'other', number: 'AB-99/7' } } },
  },
  { what: 'B31 two numbers in one cell', cells: { userPhone: '987654321 / 987654322' }, says: /casilla/ },
  { what: 'B32 an age below zero', cells: { userAge: '-1' }, says: /0 a 110/, isError: true },
  { what: 'B32 an age of 111', cells: { userAge: '111' }, says: /0 a 110/, isError: true },
  { what: 'B32 part of a year', cells: { userAge: '17.9' }, says: /0 a 110/, isError: true },
  { what: 'B32 an age with its word', cells: { userAge: '34 años' }, facts: { userAge: 34 } },
  {
    what: 'B35 a district by its name',
    cells: { userDistrict: 'San Juan de Lurigancho' },
    facts: { user: { address: { districtCode: '150132' } } },
  },
  { what: 'B35 a district by name of many', cells: { userDistrict: 'Miraflores' }, says: /más de un distrito/ },
  {
    what: 'B35 the same with its province',
    cells: { userDistrict: 'Miraflores, Lima' },
    facts: { user: { address: { districtCode: '150122' } } },
  },
  {
    what: 'B35 a code without its zero',
    cells: { userDistrict: '10202' },
    facts: { user: { address: { districtCode: '010202' } } },
  },
  { what: 'B35 no district at all', cells: { userDistrict: 'Ciudad Gótica' }, says: /No se encuentra/ },
  { what: 'C38 a day that is none', cells: { admittedOn: '29/02/2023' }, says: /no existe/, isError: true },
  { what: 'C38 a month that is none', cells: { admittedOn: '10/13/2019' }, says: /no existe/, isError: true },
  { what: 'C38 zeros', cells: { admittedOn: '00/00/0000' }, says: /no existe/, isError: true },
  { what: 'C38 tomorrow', cells: { admittedOn: '11/06/2026' }, says: /futura/, isError: true },
  { what: 'C39 a leap day', cells: { admittedOn: '29/02/2024' }, facts: { admittedOn: '2024-02-29' } },
  { what: 'C40 a year before all', cells: { admittedOn: '05/03/1899' }, says: /no existe/, isError: true },
  {
    what: 'C41 a year of two digits',
    cells: { admittedOn: '05/03/19' },
    says: /5 de marzo de 2019/,
    facts: { admittedOn: '2019-03-05' },
  },
  {
    what: 'C41 a birth of the last century',
    cells: { userBirth: '05/03/85' },
    says: /5 de marzo de 1985/,
    facts: { user: { birth: { year: 1985, month: 3, day: 5 } } },
  },
  { what: 'C42 closed before opened', cells: { closedOn: '04/03/2019' }, says: /anterior al ingreso/, isError: true },
  {
    what: 'C44 a birth known by its year',
    cells: { userBirth: '1990' },
    facts: { user: { birth: { year: 1990, month: null, day: null } } },
  },
  { what: 'an admission known by its month', cells: { admittedOn: '03/2019' }, says: /día o el mes/, isError: true },
  { what: 'no admission', cells: { admittedOn: '' }, says: /Falta la fecha de ingreso/, isError: true },
  {
    what: 'a day number of Excel',
    cells: { admittedOn: '43529' },
    says: /fecha de Excel: 5 de marzo de 2019/,
    facts: { admittedOn: '2019-03-05' },
  },
  { what: 'a date with its hour', cells: { admittedOn: '05/03/2019 10:30:00' }, facts: { admittedOn: '2019-03-05' } },
  { what: 'words', cells: { admittedOn: 'mediados de mayo' }, says: /No es una fecha/, isError: true },
  {
    what: 'a date of the workbook',
    cells: { admittedOn: { ...emptyCell, text: '03/05/2019', date: '2019-03-05' } },
    facts: { admittedOn: '2019-03-05' },
  },
  { what: 'born after admitted', cells: { userBirth: '06/03/2019' }, says: /después del ingreso/, isError: true },
  { what: 'C43 age and birth apart', cells: { userBirth: '05/03/1990', userAge: '12' }, says: /no coincide/ },
  {
    what: 'D48 one document for both',
    cells: { userDocument: '40007919', aggressorDocument: '40007919' },
    says: /documento de la persona usuaria/,
    isError: true,
  },
  {
    what: 'an error of Excel',
    cells: { userAge: { ...emptyCell, text: '#N/A', problem: 'excelError' } },
    says: /error de Excel \(#N\/A\)/,
    isError: true,
  },
  {
    what: 'a joined cell',
    cells: { userNames: { ...emptyCell, problem: 'merged' } },
    says: /combinada/,
    isError: true,
  },
  {
    what: 'a formula',
    cells: { userAge: { ...textCell('34'), isFormula: true } },
    says: /fórmula/,
    facts: { userAge: 34 },
  },
  { what: 'a bond of the form', cells: { aggressorBond: 'EX-CONVIVIENTE' }, facts: { bond: { group: 1, code: 4 } } },
  { what: 'a bond of everyday', cells: { aggressorBond: 'Esposo' }, facts: { bond: { group: 1, code: 1 } } },
  { what: 'a bond in her form', cells: { aggressorBond: 'hermana' }, facts: { bond: { group: 2, code: 6 } } },
  { what: 'a bond nobody knows', cells: { aggressorBond: 'compadre' }, says: /No se reconoce/, facts: { bond: null } },
  { what: 'kinds of violence', cells: { violenceType: 'Violencia FÍSICA' }, facts: { violenceType: 2 } },
  {
    what: 'two kinds of violence in one cell',
    cells: { violenceType: 'física y sexual' },
    says: /No se reconoce/,
    facts: { violenceType: null },
  },
  { what: 'a level of risk', cells: { riskLevel: 'severo' }, facts: { riskLevel: 3 } },
  { what: 'a condition', cells: { condition: 'Reincidente' }, facts: { condition: 3 } },
  { what: 'code 0 is an answer', cells: { violenceType: '0' }, facts: { violenceType: 0 } },
  { what: 'sex by its letter', cells: { userSex: 'f' }, facts: { userSex: 0 } },
  { what: 'a blank cell is not No', cells: { violenceType: ' ' }, facts: { violenceType: null } },
  {
    what: 'no official number',
    cells: { fichaNumber: 'sin número' },
    says: /forma de un número oficial/,
    facts: { fichaNumber: null },
  },
];

describe('a cell', () => {
  it.each(cases)('$what', ({ cells, says, isError, facts }) => {
    const row = read(cells);
    const said = row.issues.map((issue) => issue.message).join(' ');
    if (says === undefined) expect(said).toBe('');
    else expect(said).toMatch(says);
    expect(row.facts === null).toBe(isError === true);
    if (facts !== undefined) expect(row.facts).toMatchObject(facts);
  });

  it('tells the column it stands in', () => {
    const [issue] = read({ userAge: '300' }).issues;
    expect(issue).toMatchObject({ field: 'userAge', column: columnLetter(fieldIds.indexOf('userAge')) });
  });
});

describe('choices of the whole list', () => {
  it('puts back the zero of Excel only when asked to, and says so', () => {
    const padded = read({ userDocument: '1234567' }, { padsDocument: true });
    expect(padded.facts?.user.document.number).toBe('01234567');
    expect(padded.issues.map((issue) => issue.message).join()).toContain('01234567');
  });

  it('reads M as it was said, and not at all before', () => {
    expect(read({ userSex: 'M' }, { sexLetter: 'female' }).facts?.userSex).toBe(0);
    expect(read({ userSex: 'M' }, { sexLetter: 'male' }).facts?.userSex).toBe(1);
    expect(read({ userSex: 'M' }, { sexLetter: null }).facts?.userSex).toBeNull();
  });
});

describe('the order of dates', () => {
  const orders: readonly (readonly [string, readonly string[], string | null])[] = [
    ['a day over twelve', ['03/04/2019', '25/04/2019'], 'dmy'],
    ['a month in the middle over twelve', ['03/04/2019', '04/25/2019'], 'mdy'],
    ['the year first', ['2019-04-25', '2019-04-03'], 'dmy'],
    ['nothing to tell', ['03/04/2019', '05/06/2019'], null],
    ['a day equal to its month', ['04/04/2019'], 'dmy'],
    ['two orders in one file', ['25/04/2019', '04/25/2019'], null],
    ['a day that is none', ['25/04/2019', '31/02/2019'], 'dmy'],
  ];
  it.each(orders)('%s', (_what, texts, expected) => {
    expect(certainOrder(texts)).toBe(expected);
  });

  it('in doubt is shown with dates of the file in both readings', () => {
    const { examples } = weighDates(['04/04/2019', '03/04/2019']);
    expect(examples).toEqual([
      {
        text: '03/04/2019',
        readings: [
          { order: 'dmy', words: '3 de abril de 2019' },
          { order: 'mdy', words: '4 de marzo de 2019' },
        ],
      },
    ]);
  });

  it('never turns a date of four-digit years into one of two', () => {
    expect(readListDate(textCell('05/03/0019'), 'dmy', today).ok).toBe(false);
  });
});

describe('official numbers', () => {
  it.each([
    ['123', { numeric: 123, alphabetic: null, year: 2019 }],
    ['0123-a', { numeric: 123, alphabetic: 'A', year: 2019 }],
    ['123-A/2018', { numeric: 123, alphabetic: 'A', year: 2018 }],
    ['N° 45-2017', { numeric: 45, alphabetic: null, year: 2017 }],
    ['0', null],
    ['A-12', null],
  ] as const)('%s', (text, expected) => {
    expect(readFichaNumber(text, 2019)).toEqual(expected);
  });
});

describe('headers', () => {
  it('are recognised without regard to accents, capitals and signs, the first of two wins', () => {
    expect(
      proposeColumns(['N° FICHA', 'Fecha de Ingreso ', 'Apellido  Paterno', 'nombres', 'Nombres', 'Otra']),
    ).toEqual({
      ...{ fichaNumber: 0, admittedOn: 1, userFirstSurname: 2, userNames: 3 },
    });
  });

  it('belong to one field each', () => {
    const all = fieldIds.flatMap((field) => fieldOf(field).headers);
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((header) => headerKey(header) !== header)).toEqual([]);
  });
});
