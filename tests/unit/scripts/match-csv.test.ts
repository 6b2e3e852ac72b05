import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { CsvError, readCsv } from '../../../scripts/match/csv.ts';

async function rowsOf(bytes: Uint8Array, size = 7): Promise<(readonly string[])[]> {
  async function* pieces() {
    // The file comes in pieces that end anywhere, inside a letter too.
    for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
  }
  const rows: (readonly string[])[] = [];
  await readCsv(pieces(), ({ cells }) => rows.push(cells));
  return rows;
}
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('readCsv', () => {
  it.each([
    [
      'a comma',
      'a,b\r\nñ,2\r\n',
      [
        ['a', 'b'],
        ['ñ', '2'],
      ],
    ],
    [
      'a semicolon, and commas inside',
      'a;b\n"1,5";2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'a tab',
      'a\tb\n1\t2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a BOM',
      '\ufeffa,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'quotes, line ends and delimiters inside quotes',
      'a,b\n"x ""y""\r\nz",","\n',
      [
        ['a', 'b'],
        ['x "y"\r\nz', ','],
      ],
    ],
    [
      'a quote inside a cell without quotes',
      'a,b\n5" tubo,2\n',
      [
        ['a', 'b'],
        ['5" tubo', '2'],
      ],
    ],
    [
      'blank lines',
      '\r\na,b\r\n\r\n1,\r\n\r\n',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['nothing', '', []],
  ])('reads %s', async (_what, text, rows) => {
    expect(await rowsOf(utf8(text))).toEqual(rows);
  });

  it.each([
    ['Latin-1', Uint8Array.from([0x61, 0x0a, 0xf1, 0x0a]), null],
    ['a quote never closed', utf8('a,b\n1,"2\n3,4\n'), 2],
    ['a cell without end', utf8(`a,b\n1,"${'x'.repeat(200_001)}`), 2],
    ['a row that is too short', utf8('a,b\n1,2\n3\n'), 3],
    ['a row that is too long', utf8('a,b\n1,2,3\n'), 2],
  ])('refuses %s and says where', async (_what, bytes, row) => {
    const failed = await rowsOf(bytes).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(CsvError);
    expect(failed).toMatchObject({ row });
  });

  it('reads back what another program wrote, in pieces of any size', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ñ', '"', ',', '\n', ' ', '😀'), maxLength: 6 });
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (rows, size) => {
        const all = [['uno', 'dos', 'tres'], ...rows];
        expect(await rowsOf(utf8(Papa.unparse(all, { newline: '\r\n' })), size)).toEqual(all);
      }),
    );
  });
});
