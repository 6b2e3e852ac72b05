/** Spreadsheets of the month: published (figures and reading notes) and internal (one sheet a table). */
import {
  aboutUnit,
  asDisplay,
  bandWords,
  displayTables,
  internalPeriodWords,
  internalUse,
  isYear,
  notCountedInFile,
  periodWords,
  type DisplayTable,
  type Imprint,
  type InternalTable,
  type Published,
} from '../../../shared/reports/index.ts';
import { dataHead, dataRows } from './csv.ts';
import { writeSpreadsheet, type SheetCell, type SheetContent } from '../../platform/spreadsheet.ts';

const cell = (value: string | number | null, look: SheetCell['look']): SheetCell => ({ value, look });
const notShown = '–';

function tableRows(table: DisplayTable): SheetCell[][] {
  return [
    [cell(table.title, 'title')],
    table.head.map((text) => cell(text, 'head')),
    ...table.rows.map((row) => [
      cell(row.label, row.total ? 'total' : 'text'),
      ...row.cells.map(({ value, kind, words }) =>
        value === null
          ? cell(words ?? notShown, 'text')
          : cell(value, kind === 'percent' ? 'percent' : row.total ? 'total' : 'text'),
      ),
    ]),
  ];
}

/** One table below the other on a sheet, an empty row between. */
export function stackedTables(tables: readonly DisplayTable[]): SheetCell[][] {
  return tables.flatMap((table, index) => (index === 0 ? tableRows(table) : [[], ...tableRows(table)]));
}

const factsOf = (month: Published, imprint: Imprint, codes: readonly string[] | null) =>
  aboutUnit(month, imprint)
    .filter(({ code }) => codes?.includes(code) ?? true)
    .map(({ words, text }) => [cell(words, 'text'), cell(text, codes === null ? 'wrapped' : 'text')]);

/** Whoever opens the first sheet alone knows what it is and that it is rounded. */
const onFigures = ['centre', 'place', 'period', 'cut-off', 'publication', 'revision', 'coverage'];

/**
 * Anonymised XLSX: a sheet to read and print, one tidy sheet to filter and to count with, and the reading notes (D23).
 * Same input, same bytes.
 */
export function reportXlsx(month: Published, imprint: Imprint): Promise<Uint8Array> {
  const band = [[cell('T1. Casos del periodo', 'text'), cell(bandWords, 'text')]];
  const figures: SheetContent = {
    name: 'Cifras',
    widths: [isYear(month.period) ? 64 : 44, 14, 14, 14, 14, 14, 14, 12],
    landscape: true,
    rows: [
      [cell(`Reporte de casos atendidos, ${periodWords(month.period)}`, 'title')],
      ...factsOf(month, imprint, onFigures),
      [cell('Cifras redondeadas a múltiplos de 3; un 0 significa de 0 a 2. Vea «Notas de lectura».', 'plain')],
      [],
      ...(month.view === 'band' ? band : stackedTables(displayTables(month))),
    ],
  };
  const data: SheetContent = {
    name: 'Datos',
    widths: [12, 9, 16, 18, 14, 18, 30, 18, 26, 10, 14, 40],
    landscape: true,
    rows: [
      dataHead.map((words) => cell(words, 'head')),
      ...dataRows(month, imprint).map((row) => row.map((value) => cell(value, 'plain'))),
    ],
  };
  const notes: SheetContent = {
    ...{ name: 'Notas de lectura', widths: [30, 90], landscape: false },
    rows: factsOf(month, imprint, null),
  };
  return writeSpreadsheet(`Reporte mensual ${month.centre} ${month.period}`, [figures, data, notes]);
}

type OfPeriod = { readonly centreName: string; readonly period: string; readonly scope?: string };

function sheetsOf(tables: readonly InternalTable[], title: string, of: OfPeriod): SheetContent[] {
  const { centreName, period, scope } = of;
  const said = [`${centreName} · ${internalPeriodWords(period)}`, ...(scope === undefined ? [] : [scope])];
  const head = [[cell(title, 'title')], ...said.map((words) => [cell(words, 'wrapped')]), []];
  return tables.map((table) => ({
    name: table.key,
    widths: [44, ...table.columns.map(() => 14)],
    landscape: true,
    rows: [...head, ...tableRows(asDisplay(table)), ...table.notes.map((note) => [cell(note, 'wrapped')])],
  }));
}

/** Exact tables, one sheet each, headed «Uso interno» with centre and period. */
export function internalXlsx(tables: readonly InternalTable[], of: OfPeriod): Promise<Uint8Array> {
  const sheets = sheetsOf(tables, internalUse, { ...of, scope: notCountedInFile });
  return writeSpreadsheet(`Tablas internas ${of.period}`, sheets);
}

/** The same tables for one recipient: what it is and what may not be done with it first, and again on each sheet. */
export function reservedXlsx(
  tables: readonly InternalTable[],
  notes: readonly (readonly [label: string, words: string])[],
  of: OfPeriod,
): Promise<Uint8Array> {
  const about: SheetContent = {
    ...{ name: 'Reservado', widths: [26, 90], landscape: false },
    rows: [
      [cell('Cifras exactas, de carácter reservado', 'title')],
      ...notes.map(([label, words]) => [cell(label, 'text'), cell(words, 'wrapped')]),
    ],
  };
  return writeSpreadsheet(`Tablas reservadas ${of.period}`, [about, ...sheetsOf(tables, reservedUse, of)]);
}
const reservedUse = 'Reservado: prohibido publicar, también totales y márgenes';
