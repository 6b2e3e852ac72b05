/** The national tables as files: a spreadsheet, a text file to count with, and a paper to hand over. */
import { join } from 'node:path';
import { csvBytes, stackedTables } from '../../../src/main/reports/files/index.ts';
import { printPaper } from '../../../src/main/platform/paper/index.ts';
import { writeSpreadsheet, type SheetCell, type SheetContent } from '../../../src/main/platform/spreadsheet.ts';
import { tableBlocks } from '../../../src/shared/reports/index.ts';
import type { Fact } from './coverage.ts';
import { counted } from '../told.ts';
import { refusalWords, type Refusal } from './read.ts';
import { asDisplayed, lineHead, linesOf, type NationalTable } from './tables.ts';

export type Whole = {
  readonly year: string;
  readonly facts: readonly Fact[];
  readonly tables: readonly NationalTable[];
  readonly centres: NationalTable;
  readonly refusals: readonly Refusal[];
};

const fontFolder = join(import.meta.dirname, '../../../resources/fonts');
const cell = (value: string | number | null, look: SheetCell['look'] = 'plain'): SheetCell => ({ value, look });
const titleOf = ({ year }: Whole) => `Casos atendidos en los CEM, ${year}: suma de los archivos publicados`;

const refusalHead = ['archivo', 'centro', 'periodo', 'motivo', 'explicacion'];
const refusalRows = ({ refusals }: Whole) =>
  refusals.map(({ file, centre, period, kind }) => [file, centre, period, kind, refusalWords[kind]]);

/** In the spreadsheet the sheet of the centres holds them already, a row each: there only `tables` are told line by line. */
const dataRows = ({ year }: Whole, tables: readonly NationalTable[]) => tables.flatMap((table) => linesOf(year, table));

function sheet(name: string, widths: readonly number[], rows: SheetContent['rows']): SheetContent {
  return { name, widths, rows, landscape: true };
}

const plainRows = (head: readonly string[], rows: readonly (readonly (string | number | null)[])[]) => [
  head.map((words) => cell(words, 'head')),
  ...rows.map((row) => row.map((value) => cell(value))),
];

export function nationalXlsx(whole: Whole): Promise<Uint8Array> {
  const { facts, tables, centres, year } = whole;
  return writeSpreadsheet(`Suma nacional ${year}`, [
    sheet(
      'Nacional',
      [44, ...Array.from({ length: 9 }, () => 15)],
      [
        [cell(titleOf(whole), 'title')],
        [],
        ...facts.map(({ words, text }) => [cell(words, 'text'), cell(text)]),
        [],
        ...stackedTables(tables.map((table) => asDisplayed(table))),
      ],
    ),
    sheet('Centros', [12, 30, 18, ...centres.columns.slice(2).map(() => 13)], stackedTables([asDisplayed(centres)])),
    sheet('Datos', [7, 16, 24, 36, 20, 36, 12, 30], plainRows(lineHead, dataRows(whole, tables))),
    sheet('Revisión', [60, 12, 20, 16, 70], plainRows(refusalHead, refusalRows(whole))),
  ]);
}

export function nationalCsv(whole: Whole): Uint8Array {
  const facts = whole.facts.map(({ code, words, text }) => [
    Number(whole.year),
    'NOTA',
    code,
    words,
    null,
    null,
    null,
    text,
  ]);
  return csvBytes([lineHead, ...dataRows(whole, [...whole.tables, whole.centres]), ...facts]);
}

export function refusalsCsv(whole: Whole): Uint8Array {
  return csvBytes([refusalHead, ...refusalRows(whole)]);
}

export async function nationalPdf(whole: Whole): Promise<Uint8Array> {
  const { bytes } = await printPaper(
    {
      title: `Suma nacional ${whole.year}`,
      ...{ number: null, marks: [], letterhead: [] },
      blocks: [
        { kind: 'heading', level: 1, text: titleOf(whole) },
        { kind: 'pairs', rows: whole.facts.map(({ words, text }) => ({ label: words, runs: [{ text }] })) },
        ...whole.tables.flatMap((table) => tableBlocks(asDisplayed(table, counted))),
      ],
    },
    { fontFolder },
  );
  return bytes;
}
