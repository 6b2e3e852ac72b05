/** CSV and XLSX (bad inputs 28, 72, 74, 77, 78, 86–89): each file as data, with what must happen. */
import { deflateRawSync } from 'node:zlib';
import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import {
  decodeText,
  delimiterOf,
  encodingOf,
  formatOf,
  isTooWide,
  proposeFileSettings,
  readSource,
  sheetsOf,
} from '../../../src/main/imports/list-file.ts';
import { listLimits } from '../../../src/shared/imports/index.ts';
import { ExpectedFailure } from '../../../src/shared/platform/failures.ts';

const text = (words: string, encoding: BufferEncoding = 'utf8') => Buffer.from(words, encoding);
const simple = 'Nombres;Fecha de ingreso;DNI\nRosa;05/03/2019;01234567\n';

async function outcome(bytes: Uint8Array, fileName: string): Promise<string> {
  try {
    const format = formatOf(bytes, fileName);
    const { rows } = await readSource(bytes, format, await proposeFileSettings(bytes, format));
    return `${rows.length} rows`;
  } catch (error) {
    if (error instanceof ExpectedFailure) return error.failure.reason ?? error.failure.code;
    throw error;
  }
}

function workbook(sheet: Partial<WriteSheet> & Pick<WriteSheet, 'rows'>, more: WriteSheet[] = []): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: 'Lista', ...sheet }, ...more] });
}

type ZipEntry = { readonly name: string; readonly bytes: Buffer; readonly declared?: number };

/** A ZIP by hand, so that it may lie. */
function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, declared = bytes.length } of entries) {
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(declared, 22);
    head.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(declared, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    locals.push(head, Buffer.from(name), packed);
    centrals.push(central, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const size = centrals.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...centrals, end]);
}

describe('files that are no list', () => {
  const files: readonly (readonly [what: string, name: string, bytes: () => Uint8Array, expected: string])[] = [
    ['no bytes', 'lista.csv', () => Buffer.alloc(0), 'list-empty'],
    ['only headers', 'lista.csv', () => text('Nombres;Fecha\n'), 'list-empty'],
    ['only white space', 'lista.csv', () => text(' \n\u00a0;\n'), 'list-empty'],
    ['NUL bytes', 'lista.csv', () => text('Nombres;Fecha\nRo\0sa;1\n'), 'list-not-text'],
    ['quotes not closed', 'lista.csv', () => text('Nombres;Fecha\n"Rosa;05/03/2019\n'), 'list-quotes'],
    ['an old workbook', 'lista.xls', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'list-old-excel'],
    ['a workbook named as text', 'lista.csv', () => zip([{ name: 'a', bytes: text('x') }]), 'list-kind'],
    ['text named as a workbook', 'lista.xlsx', () => text(simple), 'list-kind'],
    ['a workbook with macros by its name', 'lista.xlsm', () => zip([{ name: 'a', bytes: text('x') }]), 'list-macros'],
    ['a ZIP cut short', 'lista.xlsx', () => zip([{ name: 'a', bytes: text('x') }]).subarray(0, 40), 'list-damaged'],
    ['a ZIP that is no workbook', 'lista.xlsx', () => zip([{ name: 'a.txt', bytes: text('x') }]), 'list-damaged'],
    ['macros inside', 'lista.xlsx', () => zip([{ name: 'xl/vbaProject.bin', bytes: text('x') }]), 'list-macros'],
    [
      'links to other files',
      'lista.xlsx',
      () => zip([{ name: 'xl/externalLinks/externalLink1.xml', bytes: text('x') }]),
      'list-macros',
    ],
    ['a name that climbs out', 'lista.xlsx', () => zip([{ name: '../../x', bytes: text('x') }]), 'list-damaged'],
    [
      'two entries of one name',
      'lista.xlsx',
      () =>
        zip([
          { name: 'a', bytes: text('x') },
          { name: 'a', bytes: text('y') },
        ]),
      'list-damaged',
    ],
    [
      'a bomb of zeros',
      'lista.xlsx',
      () => zip([{ name: 'xl/sheet.xml', bytes: Buffer.alloc(8_000_000) }]),
      'list-unpacked',
    ],
    [
      'a bomb that declares little',
      'lista.xlsx',
      () => zip([{ name: 'xl/sheet.xml', bytes: Buffer.alloc(8_000_000), declared: 9000 }]),
      'list-damaged',
    ],
    [
      'too many entries',
      'lista.xlsx',
      () => zip(Array.from({ length: 2001 }, (_, at) => ({ name: `e${at}`, bytes: text('x') }))),
      'list-damaged',
    ],
    ['a million rows', 'lista.csv', () => text(`Nombres;Fecha\n${'Rosa;1\n'.repeat(1_000_000)}`), 'list-too-many-rows'],
    [
      'one row too many',
      'lista.csv',
      () => text(`Nombres;Fecha\n${'Rosa;1\n'.repeat(listLimits.rows + 1)}`),
      'list-too-many-rows',
    ],
    [
      'too many columns',
      'lista.csv',
      () => text(`${Array.from({ length: 300 }, (_, at) => `c${at}`).join(';')}\n${'1;'.repeat(300)}\n`),
      'list-too-many-columns',
    ],
  ];
  it.each(files)('are refused with a sentence: %s', async (_what, name, bytes, expected) => {
    const made = bytes();
    const before = process.memoryUsage().rss;
    const started = performance.now();
    expect(await outcome(made, name)).toBe(expected);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  it('take exactly as many rows as promised', async () => {
    const bytes = text(`Nombres;Fecha\n${'Rosa;1\n'.repeat(listLimits.rows)}`);
    expect(await outcome(bytes, 'lista.csv')).toBe(`${listLimits.rows} rows`);
  });
});

describe('text', () => {
  const letters = 'Nombres;Fecha\nÑusta Muñoz;1\n';
  const utf16be = () => {
    const bytes = Buffer.from(`\ufeff${letters}`, 'utf16le');
    return bytes.swap16();
  };
  const encoded: readonly (readonly [string, Uint8Array, string])[] = [
    ['UTF-8', text(letters), 'utf-8'],
    ['UTF-8 with its mark', text(`\ufeff${letters}`), 'utf-8'],
    ['Windows', text(letters, 'latin1'), 'windows-1252'],
    ['UTF-16', text(`\ufeff${letters}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 the other way', utf16be(), 'utf-16be'],
  ];
  it.each(encoded)('in %s is recognised and read the same', async (_what, bytes, encoding) => {
    expect(encodingOf(bytes)).toBe(encoding);
    const settings = await proposeFileSettings(bytes, 'csv');
    const { headers, rows } = await readSource(bytes, 'csv', settings);
    expect(headers).toEqual(['Nombres', 'Fecha']);
    expect(rows[0]?.cells[0]?.text).toBe('Ñusta Muñoz');
  });

  it('that an encoding cannot hold is refused, not read with signs in place of letters', () => {
    expect(() => decodeText(text(letters, 'latin1'), 'utf-8')).toThrow('list-encoding');
  });

  it.each([';', ',', '\t', '|'] as const)('parted by %j is recognised, also with the others inside cells', (sign) => {
    const rows = Array.from({ length: 5 }, (_, at) => ['Rosa', `"a${sign}b, c; d"`, String(at)].join(sign));
    expect(delimiterOf(['uno', 'dos', 'tres'].join(sign) + '\n' + rows.join('\n'))).toBe(sign);
  });

  it('with mixed line ends, blank lines and cells over several lines keeps the numbers of its rows', async () => {
    const bytes = text('Nombres;Nota\r\nRosa;"dos\r\nlíneas"\r\n\r\nAna;b\rTeo;c\n');
    const { rows } = await readSource(bytes, 'csv', await proposeFileSettings(bytes, 'csv'));
    expect(rows.map(({ line, cells }) => [line, cells[0]?.text])).toEqual([
      [2, 'Rosa'],
      [4, 'Ana'],
      [5, 'Teo'],
    ]);
  });

  it('under titles starts where the headers are', async () => {
    const bytes = text('CEM Villa Inventada\n\nNombres;Fecha de ingreso;DNI\nRosa;05/03/2019;01234567\n');
    expect((await proposeFileSettings(bytes, 'csv')).headerLine).toBe(3);
  });

  it('with more cells than headers is told: a separator inside a text shifts what follows', async () => {
    const bytes = text('Nombres;Fecha\nRosa;05/03/2019;sobra\nAna;06/03/2019;\n');
    const { headers, rows } = await readSource(bytes, 'csv', { ...(await proposeFileSettings(bytes, 'csv')) });
    expect(rows.map((row) => isTooWide(row, headers))).toEqual([true, false]);
  });

  it('that would be a formula elsewhere is text here', async () => {
    const bytes = text('Nombres;Fecha\n=HYPERLINK("http://x");1\n', 'utf8');
    const settings = await proposeFileSettings(bytes, 'csv');
    const { rows } = await readSource(bytes, 'csv', { ...settings, delimiter: ';' });
    expect(rows[0]?.cells[0]).toMatchObject({ text: '=HYPERLINK("http://x")', isFormula: false });
  });
});

describe('workbooks', () => {
  const read = async (bytes: Uint8Array) => {
    expect(formatOf(bytes, 'lista.xlsx')).toBe('xlsx');
    return readSource(bytes, 'xlsx', await proposeFileSettings(bytes, 'xlsx'));
  };

  it('give dates as dates, numbers as numbers, blank cells as blank', async () => {
    const day = new Date(Date.UTC(2019, 2, 5));
    const { rows } = await read(
      await workbook({
        rows: [
          ['Nombres', 'Fecha', 'DNI', 'Sí'],
          ['Rosa', day, 1234567, ' '],
        ],
      }),
    );
    expect(rows[0]?.cells.map(({ text: shown, date, isNumber }) => [shown, date, isNumber])).toEqual([
      ['Rosa', null, false],
      ['05/03/2019', '2019-03-05', false],
      ['1234567', null, true],
      [' ', null, false],
    ]);
  });

  it('say which cells were formulas and which are errors', async () => {
    const cells: NonNullable<WriteSheet['cells']> = new Map();
    cells.set('1,1', { value: 34, type: 'formula', formula: '30+4', formulaResult: 34 });
    cells.set('1,2', { value: '#N/A', type: 'error' });
    const { rows } = await read(
      await workbook({
        rows: [
          ['Nombres', 'Edad', 'DNI'],
          ['Rosa', 34, '#N/A'],
        ],
        cells,
      }),
    );
    expect(rows[0]?.cells.map(({ isFormula, problem }) => [isFormula, problem])).toEqual([
      [false, null],
      [true, null],
      [false, 'excelError'],
    ]);
  });

  it('say which cells are joined over several rows: of which row would they be?', async () => {
    const { rows } = await read(
      await workbook({
        rows: [
          ['Nombres', 'Fecha'],
          ['Rosa', 'a'],
          [null, 'b'],
        ],
        merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
      }),
    );
    expect(rows.map(({ cells }) => cells[0]?.problem)).toEqual(['merged', 'merged']);
  });

  it('hide what is hidden, and open at the first sheet that holds anything', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Oculta', hidden: true, rows: [['Nombres'], ['Nadie']] },
        { name: 'Portada', rows: [['Casos']] },
        {
          name: 'Lista',
          rows: [
            ['Nombres', 'Fecha de ingreso'],
            ['Rosa', 'x'],
          ],
        },
      ],
    });
    expect((await sheetsOf(bytes, 'xlsx')).map(({ name }) => name)).toEqual(['Portada', 'Lista']);
    expect((await proposeFileSettings(bytes, 'xlsx')).sheet).toBe(2);
  });

  it('may carry sheets and cells named like parts of the language', async () => {
    const { headers } = await read(
      await workbook({
        name: '__proto__',
        rows: [
          ['constructor', 'toString'],
          ['a', 'b'],
        ],
      }),
    );
    expect(headers).toEqual(['constructor', 'toString']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
