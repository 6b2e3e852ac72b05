/** What old lists hold beside plain data: each told at its cell, never taken in silence. */
import { describe, expect, it } from 'vitest';
import districts from '../../../resources/places/districts.json' with { type: 'json' };
import { encodingOf, decodeText } from '../../../src/main/imports/list-file.ts';
import { publicLean } from '../../../src/main/imports/name-lists.ts';
import { profileOf, proposeSettings } from '../../../src/main/imports/profile.ts';
import {
  emptyCell,
  fieldIds,
  profileColumn,
  readRow,
  textCell,
  undoTwice,
  type FieldId,
  type ListSettings,
  type ReadContext,
  type SourceCell,
} from '../../../src/shared/imports/index.ts';
import { makePlaceIndex, type PlaceRow } from '../../../src/shared/people/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';

const lean = publicLean();
const places = makePlaceIndex(districts as unknown as readonly PlaceRow[]);
const today = '2026-06-10' as CivilDate;
const plain: Omit<ReadContext['settings'], 'columns'> = {
  ...{ encoding: 'utf-8', delimiter: ';', sheet: null, headerLine: 1, dateOrder: 'dmy', sexLetter: null },
  ...{ userNameOrder: 'surnamesFirst', aggressorNameOrder: 'surnamesFirst', padsDocument: false },
};

function read(cells: Partial<Record<FieldId, string>>, edits: Partial<Record<FieldId, string>> = {}) {
  const whole: Partial<Record<FieldId, string>> = { admittedOn: '15/03/2019', ...cells };
  const fields = fieldIds.filter((field) => whole[field] !== undefined);
  const columns = Object.fromEntries(fields.map((field, at) => [field, at])) as ListSettings['columns'];
  const row = { line: 2, cells: fields.map((field) => textCell(whole[field] ?? '')) };
  return readRow(row, edits, { settings: { ...plain, columns }, places, lean, today });
}

const her = { userNames: 'Rosa', userFirstSurname: 'Quispe', userSecondSurname: 'Mamani' } as const;

describe('a cell of a name', () => {
  it.each([
    ['two persons', { userNames: 'Rosa y Juan' }, /dos personas/, 'ask'],
    ['two persons with a stroke', { userNames: 'Rosa / Juan' }, /dos personas/, 'ask'],
    ['two persons on two lines', { userNames: 'Rosa\nJuan' }, /dos personas/, 'ask'],
    ['CP850', { userFirstSurname: 'MU¥OZ' }, /otra codificación/, 'error'],
    ['a control sign of CP850', { userFirstSurname: 'P\u0090REZ' }, /otra codificación/, 'error'],
    ['a letter lost', { userFirstSurname: 'MU?OZ' }, /otra codificación/, 'error'],
    ['a letter of CP850 that is one', { userFirstSurname: 'RAMàREZ' }, /otra codificación/, 'ask'],
    ['a small letter among capitals', { userFirstSurname: 'JESéS' }, /otra codificación/, 'ask'],
    ['a formula', { userNames: '=ROSA' }, /signo de fórmula/, 'error'],
    ['an error of Excel in a text', { userAge: '#¡REF!' }, /error de Excel/, 'error'],
    ['figures', { userNames: 'Rosa 2' }, /cifras/, 'ask'],
    ['an initial', { userNames: 'Rosa M.' }, /inicial/, 'ask'],
    ['a form of address', { userNames: 'Sra. Rosa' }, /tratamiento/, 'ask'],
    ['ditto', { userNames: 'ídem' }, /se repite/, 'error'],
    ['exchanged columns', { userNames: 'Quispe', userFirstSurname: 'Rosa' }, /cambiados de columna/, 'ask'],
    [
      'surnames with the given names',
      { userNames: 'Rosa Quispe', userFirstSurname: '', userSecondSurname: '' },
      /junto/,
      'ask',
    ],
    ['two surnames in one', { userFirstSurname: 'Quispe Mamani', userSecondSurname: '' }, /dos apellidos/, 'ask'],
    ['one word twice', { userNames: 'Rosas', userFirstSurname: 'Rosas' }, /misma palabra/, 'ask'],
    ['a bond for a name', { aggressorNames: 'su conviviente' }, /vínculo/, 'ask'],
    [
      'the user as accused',
      { aggressorNames: 'Rosa', aggressorFirstSurname: 'Quispe', aggressorSecondSurname: 'Mamani' },
      /nombre de la persona usuaria/,
      'ask',
    ],
  ] as const)('tells %s', (_what, cells, says, severity) => {
    const issue = read({ ...her, ...cells }).issues.find(({ message }) => says.test(message));
    expect(issue?.severity).toBe(severity);
  });

  it.each([
    ['an apostrophe', { userNames: "Q'orianka" }],
    ['a hyphen', { userFirstSurname: 'Quispe-Rojas' }],
    ['capitals with an accent', { userFirstSurname: 'ÁLVAREZ' }],
    ['a particle', { userFirstSurname: 'De la Cruz' }],
    ['NN', { aggressorNames: 'NN' }],
    [
      'a brother of the same surnames',
      { aggressorNames: 'Juan', aggressorFirstSurname: 'Quispe', aggressorSecondSurname: 'Mamani' },
    ],
  ] as const)('says nothing of %s', (_what, cells) => {
    expect(read({ ...her, ...cells }).issues).toEqual([]);
  });

  it('reads UTF-8 that was kept twice, and says so', () => {
    const { facts, issues } = read({ ...her, userNames: 'MarÃ­a' });
    expect(facts?.user.givenNames).toBe('María');
    expect(issues.map(({ severity }) => severity)).toEqual(['warning']);
  });
});

describe('a whole name that a person mended', () => {
  const whole = { userFullName: 'Torres Gregorio Sandra' };

  it('is asked about before, and not after', () => {
    expect(read(whole).issues.map(({ severity }) => severity)).toEqual(['ask']);
    const edits = { userFirstSurname: 'Torres', userSecondSurname: 'Gregorio', userNames: 'Sandra' };
    const { facts, issues } = read(whole, edits);
    expect(issues).toEqual([]);
    expect(facts?.user).toMatchObject({ firstSurname: 'Torres', secondSurname: 'Gregorio', givenNames: 'Sandra' });
  });

  it('is told no more about two persons once one of them was typed', () => {
    const two = { userFullName: 'Díaz Rojas Patricia y Juan Mamani' };
    expect(
      read(two)
        .issues.map(({ message }) => message)
        .join(),
    ).toMatch(/dos personas/);
    const { facts, issues } = read(two, { userNames: 'Patricia' });
    expect(issues).toEqual([]);
    expect(facts?.user).toMatchObject({ firstSurname: 'Díaz', secondSurname: 'Rojas', givenNames: 'Patricia' });
  });

  it('loses a part that was emptied', () => {
    const { facts } = read({ userFullName: 'Quispe Mamani Rosa' }, { userSecondSurname: '' });
    expect(facts?.user).toMatchObject({ firstSurname: 'Quispe', secondSurname: null, givenNames: 'Rosa' });
  });
});

describe('a document', () => {
  const number = (text: string) => {
    const { facts, issues } = read({ ...her, userDocument: text });
    return [facts?.user.document.number ?? null, issues[0]?.severity ?? null];
  };

  it.each([
    ['40007919', '40007919', null],
    ['4000 7919', '40007919', 'warning'],
    ['40.007.919', '40007919', null],
    ['4000-7919', '40007919', 'warning'],
    ['4OO07919', '40007919', 'warning'],
    ['DNI N° 40007919', '40007919', null],
    ['40007919.0', '40007919', null],
    ['10117410-2', '10117410', 'warning'],
    ['10117410-3', '10117410-3', 'ask'],
    ['987654321', '987654321', 'ask'],
    ['123456', '123456', 'warning'],
    ['4OO0791', '4OO0791', 'ask'],
    ['Rosa', null, 'error'],
    ['4.0E+07', null, 'error'],
    ['40007919 / 41234567', null, 'error'],
    ['no tiene', null, null],
  ] as const)('%s', (text, expected, severity) => {
    expect(number(text)).toEqual([expected, severity]);
  });
});

describe('how a file of bytes is read', () => {
  const cp850 = Uint8Array.from([...Buffer.from('MU'), 0xa5, ...Buffer.from('OZ;Mar'), 0xa1, ...Buffer.from('a')]);

  it('is CP850 when its letters say so', () => {
    expect(encodingOf(cp850)).toBe('cp850');
    expect(decodeText(cp850, 'cp850')).toBe('MUÑOZ;María');
  });

  it('is Windows when its letters say so', () => {
    expect(encodingOf(Buffer.from('N° Ficha;MUÑOZ;María', 'latin1'))).toBe('windows-1252');
  });

  it('is UTF-8 kept twice only when all of it is', () => {
    const twice = Buffer.from(Buffer.from('MUÑOZ;María;Ángela', 'utf8').toString('latin1'), 'utf8');
    expect(encodingOf(twice)).toBe('utf-8-twice');
    expect(decodeText(twice, 'utf-8-twice')).toBe('MUÑOZ;María;Ángela');
    expect(encodingOf(Buffer.from('MarÃ­a;MUÑOZ', 'utf8'))).toBe('utf-8');
    expect(undoTwice('María')).toBeNull();
  });
});

function tableOf(headers: readonly string[], rows: readonly (readonly (string | SourceCell)[])[]) {
  return {
    headers,
    rows: rows.map((cells, at) => ({
      line: at + 2,
      cells: cells.map((cell) => (typeof cell === 'string' ? textCell(cell) : cell)),
    })),
  };
}

describe('what a list says of itself', () => {
  const file = { encoding: 'utf-8', delimiter: ';', sheet: null, headerLine: 1 } as const;
  const proposed = (headers: readonly string[], rows: readonly (readonly (string | SourceCell)[])[]) => {
    const table = tableOf(headers, rows);
    const settings = proposeSettings(file, table);
    return { settings, view: profileOf(settings, table, lean) };
  };

  it.each(['F', 'H'])('never takes M for anything beside %s', (other) => {
    const { settings, view } = proposed(
      ['Fecha', 'Nombres', 'Sexo'],
      [
        ['15/03/2019', 'Rosa', 'M'],
        ['16/03/2019', 'Luz', other],
      ],
    );
    expect(settings.sexLetter).toBeNull();
    expect(view.pending).toContain('Diga qué significa la letra M en la columna del sexo.');
  });

  it('puts the zeros back by itself only where every short number is a number cell', () => {
    const cell = (text: string): SourceCell => ({ ...emptyCell, text, isNumber: true });
    const pads = (short: string | SourceCell) =>
      proposed(
        ['Fecha', 'Nombres', 'DNI'],
        [
          ['15/03/2019', 'Rosa', cell('40007919')],
          ['16/03/2019', 'Luz', short],
        ],
      ).settings.padsDocument;
    expect(pads(cell('123456'))).toBe(true);
    expect(pads('123456')).toBe(false);
    expect(pads(cell('40007920'))).toBe(false);
  });

  it('shows whole names parted, the doubtful ones first, and takes the order from the words', () => {
    const { settings, view } = proposed(
      ['Fecha', 'Agraviada'],
      [
        ['15/03/2019', 'Quispe Mamani Rosa'],
        ['16/03/2019', 'Flores Rojas Luz Marina'],
        ['17/03/2019', 'Torres Gregorio Sandra'],
        ['18/03/2019', 'Díaz Vega Ana'],
      ],
    );
    expect(settings.userNameOrder).toBe('surnamesFirst');
    expect(view.splits).toMatchObject([{ role: 'user', total: 4, doubtful: 1 }]);
    expect(view.splits[0]?.sample[0]).toMatchObject({ line: 4, text: 'Torres Gregorio Sandra' });
  });

  it('takes «Nombres» for whole names when they are, and no column holds the surnames', () => {
    const rows = [
      ['15/03/2019', 'Quispe Mamani Rosa'],
      ['16/03/2019', 'Flores Rojas Luz'],
    ];
    expect(proposed(['Fecha', 'Nombres'], rows).settings.columns).toEqual({ admittedOn: 0, userFullName: 1 });
    const apart = [
      ['15/03/2019', 'Rosa Elena'],
      ['16/03/2019', 'Luz Marina'],
    ];
    expect(proposed(['Fecha', 'Nombres'], apart).settings.columns).toEqual({ admittedOn: 0, userNames: 1 });
  });

  it('asks for the order that the words do not tell, and refuses a name in two ways', () => {
    const { view } = proposed(
      ['Fecha', 'Nombre completo', 'Apellido paterno'],
      [['15/03/2019', 'Xanqo Yopwe', 'Rojas']],
    );
    expect(view.pending.join(' ')).toMatch(/no las dos.*orden/);
  });
});

describe('the profile of a column', () => {
  const cells = (texts: readonly string[]) => texts.map((text, at) => ({ line: at + 2, cell: textCell(text) }));

  it('counts kinds and empties, and names what breaks the habit by its row', () => {
    const dates = Array.from({ length: 12 }, (_, at) => `${at + 10}/03/2019`);
    expect(profileColumn(cells([...dates, '', 'mediados de mayo']))).toEqual({
      kinds: [
        { kind: 'date', cells: 12 },
        { kind: 'words', cells: 1 },
      ],
      empty: 1,
      oddTotal: 1,
      odd: [{ line: 15, text: 'mediados de mayo', why: 'las demás son fechas' }],
    });
  });

  it('names signs whatever the column is, and no habit of a few cells', () => {
    const { odd } = profileColumn(cells(['Rosa', '=Rosa', 'MU¥OZ', 'TOTAL', '12/03/2019']));
    expect(odd.map(({ why }) => why)).toEqual(['signo de fórmula', 'otra codificación', 'fila de totales']);
  });
});
