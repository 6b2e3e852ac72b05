/** Spreadsheets of the month: published (figures and reading notes) and internal (one sheet a table). */
import {
  asDisplay,
  bandWords,
  displayTables,
  internalPeriodWords,
  internalUse,
  periodWords,
  type AuditMark,
  type DisplayTable,
  type InternalTable,
  type PublishedMonth,
} from '../../../shared/reports/index.ts';
import { writeSpreadsheet, type SheetCell, type SheetContent } from '../../platform/spreadsheet.ts';

const cell = (value: string | number | null, look: SheetCell['look']): SheetCell => ({ value, look });
const notShown = '–';

function tableRows(table: DisplayTable): SheetCell[][] {
  return [
    [cell(table.title, 'title')],
    table.head.map((text) => cell(text, 'head')),
    ...table.rows.map((row) => [
      cell(row.label, row.total ? 'total' : 'text'),
      ...row.cells.map(({ value, kind }) =>
        value === null
          ? cell(notShown, 'text')
          : cell(value, kind === 'percent' ? 'percent' : row.total ? 'total' : 'text'),
      ),
    ]),
  ];
}

function stacked(tables: readonly DisplayTable[]): SheetCell[][] {
  return tables.flatMap((table, index) => (index === 0 ? tableRows(table) : [[], ...tableRows(table)]));
}

function notesSheet(month: PublishedMonth, audit: AuditMark): SheetContent {
  const line = (label: string, value: string | number) => [cell(label, 'text'), cell(value, 'wrapped')];
  return {
    name: 'Notas de lectura',
    widths: [24, 90],
    landscape: false,
    rows: [
      line('Centro', month.centre),
      line('Periodo', periodWords(month.period)),
      line('Producto', 'Anonimizado'),
      line('Versión de las tablas', month.schemaVersion),
      line('Revisión', month.revision),
      line('Registro y sello', `${audit.seq} ${audit.seal}`),
      line('Nota de lectura', month.note),
    ],
  };
}

/** Anonymised XLSX: a sheet of figures and a sheet of reading notes (D23). Same input, same bytes. */
export function reportXlsx(month: PublishedMonth, audit: AuditMark): Promise<Uint8Array> {
  const band = [[cell('Casos del periodo', 'text'), cell(bandWords, 'text')]];
  const figures: SheetContent = {
    name: 'Cifras',
    widths: [44, 14, 14, 14, 14, 14, 14, 12],
    landscape: true,
    rows: month.view === 'band' ? band : stacked(displayTables(month)),
  };
  return writeSpreadsheet(`Reporte mensual ${month.centre} ${month.period}`, [figures, notesSheet(month, audit)]);
}

/** Exact tables, one sheet each, headed «Uso interno» with centre and period. */
export function internalXlsx(
  tables: readonly InternalTable[],
  { centreName, period }: { readonly centreName: string; readonly period: string },
): Promise<Uint8Array> {
  const head = [[cell(internalUse, 'title')], [cell(`${centreName} · ${internalPeriodWords(period)}`, 'wrapped')], []];
  const sheets = tables.map((table): SheetContent => ({
    name: table.key,
    widths: [44, ...table.columns.map(() => 14)],
    landscape: true,
    rows: [...head, ...tableRows(asDisplay(table)), ...table.notes.map((note) => [cell(note, 'wrapped')])],
  }));
  return writeSpreadsheet(`Tablas internas ${period}`, sheets);
}
