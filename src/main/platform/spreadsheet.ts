/** The one module that imports the spreadsheet library: sheets of typed cells in, the bytes of an XLSX out, and back. */
import { readXlsx, writeXlsx, type CellStyle, type CellValue, type WriteSheet } from 'hucre/xlsx';
import { withOwnName } from './spreadsheet-name.ts';

/** How a cell looks; `percent` shows one decimal, every other number is whole. */
export type SheetLook = 'plain' | 'title' | 'head' | 'text' | 'total' | 'percent' | 'wrapped';
/** Text stays text («=1+1» too), a number is a number, null is an empty cell. */
export type SheetCell = { readonly value: string | number | null; readonly look: SheetLook };
export type SheetContent = {
  readonly name: string;
  /** Width of each column in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly SheetCell[])[];
  readonly landscape: boolean;
};

/** No clock: the same sheets always give the same bytes, and a file tells nothing about when it was written. */
const fixedTime = new Date(Date.UTC(2000, 0, 1));

const thin = { style: 'thin', color: { rgb: '808080' } } as const;
const box = { top: thin, right: thin, bottom: thin, left: thin };
/** Named in every style: a bold style without it takes the face and size of whoever opens the file. */
const face = { name: 'Arial', size: 10 };
const looks: Readonly<Record<SheetLook, CellStyle>> = {
  plain: {},
  title: { font: { ...face, bold: true, size: 12 } },
  head: {
    font: { ...face, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E6E6E6' } },
    border: box,
    alignment: { wrapText: true, vertical: 'center', horizontal: 'center' },
  },
  text: { border: box },
  total: { font: { ...face, bold: true }, border: box },
  percent: { border: box, numFmt: '0.0' },
  wrapped: { alignment: { wrapText: true, vertical: 'top' } },
};

/** An object would be written as a formula or a link, whatever the types say (bad input 85). */
function refuseObjects(rows: SheetContent['rows']): void {
  const isPlain = (value: unknown) => value === null || typeof value === 'string' || Number.isFinite(value);
  if (!rows.flat().every(({ value }) => isPlain(value))) throw new Error('a cell holds text, a number or nothing');
}

function sheetOf(content: SheetContent): WriteSheet {
  refuseObjects(content.rows);
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  content.rows.forEach((row, r) =>
    row.forEach(({ value, look }, c) => {
      const type = value === null ? 'empty' : typeof value === 'number' ? 'number' : 'string';
      cells.set(`${r},${c}`, { value, type, style: looks[look] });
    }),
  );
  return {
    name: content.name,
    columns: content.widths.map((width) => ({ width })),
    rows: content.rows.map((row) => row.map((cell): CellValue => cell.value)),
    cells,
    pageSetup: {
      paperSize: 'a4',
      orientation: content.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  };
}

/** Bytes of a workbook without author, machine, comments, formulas or hidden sheets. `title` names kind and period only. */
export async function writeSpreadsheet(title: string, sheets: readonly SheetContent[]): Promise<Uint8Array> {
  const bytes = await writeXlsx({
    sheets: sheets.map(sheetOf),
    properties: { title, creator: 'Registro CEM', created: fixedTime, modified: fixedTime },
    defaultFont: face,
  });
  return withOwnName(bytes);
}

export type ReadSheet = { readonly name: string; readonly rows: readonly (readonly CellValue[])[] };

/** Sheets of a workbook as plain values; at most `maxRows` rows of each. Throws the library's error for a broken file. */
export async function readSpreadsheet(bytes: Uint8Array, maxRows: number): Promise<ReadSheet[]> {
  const workbook = await readXlsx(bytes, { maxRows });
  return workbook.sheets.map(({ name, rows }) => ({ name, rows }));
}

export type TableCell = { readonly value: CellValue; readonly kind: 'plain' | 'formula' | 'error' };
export type ReadTable = {
  /** Position in the workbook. */
  readonly index: number;
  readonly name: string;
  readonly rows: readonly (readonly TableCell[])[];
  /** Joined cells: only the first of each holds a value. Rows and columns from 0. */
  readonly merges: readonly { startRow: number; startCol: number; endRow: number; endCol: number }[];
};

/** Names of the sheets a person sees, by their position; the bodies are not read. */
export async function sheetNames(bytes: Uint8Array): Promise<{ index: number; name: string }[]> {
  const names: { index: number; name: string }[] = [];
  await readXlsx(bytes, {
    sheets: ({ name, index, hidden, veryHidden }) => {
      if (hidden !== true && veryHidden !== true) names.push({ index, name });
      return false;
    },
  });
  return names;
}

/** One sheet with what each cell is: formulas by their last result, errors as errors. Throws for a broken file. */
export async function readTable(bytes: Uint8Array, index: number, maxRows: number): Promise<ReadTable | null> {
  const workbook = await readXlsx(bytes, { sheets: [index], maxRows });
  const [sheet] = workbook.sheets;
  if (sheet === undefined) return null;
  const kinds = { formula: 'formula', error: 'error' } as const;
  const rows = sheet.rows.map((row, r) =>
    row.map((value, c): TableCell => {
      const type = sheet.cells?.get(`${r},${c}`)?.type;
      return { value, kind: type === 'formula' || type === 'error' ? kinds[type] : 'plain' };
    }),
  );
  return { index, name: sheet.name, rows, merges: sheet.merges ?? [] };
}
