/** The bytes of a list become a table of cells. Everything a file may do wrong ends here, each with its sentence. */
import Papa from 'papaparse';
import {
  decodeCp850,
  delimiters,
  emptyCell,
  headerKey,
  isBlankRow,
  listFields,
  listLimits,
  spanishScore,
  textCell,
  undoTwice,
  type Delimiter,
  type Encoding,
  type ListFormat,
  type ListSettings,
  type SourceCell,
  type SourceRow,
  isBlank,
} from '../../shared/imports/index.ts';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import { readTable, sheetNames, type ReadTable, type TableCell } from '../platform/spreadsheet.ts';
import { zipProblem } from '../platform/zip-check.ts';

export type SourceTable = {
  readonly headers: readonly string[];
  /** Rows below the headers that hold anything. */
  readonly rows: readonly SourceRow[];
};

export type FileSettings = Pick<ListSettings, 'encoding' | 'delimiter' | 'sheet' | 'headerLine'>;

const signatures = { zip: [0x50, 0x4b, 0x03, 0x04], oldExcel: [0xd0, 0xcf, 0x11, 0xe0] } as const;
/** Rows above the headers may hold titles: they are read beside the limit. */
const spareRows = 60;

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/**
 * Kind of a file by its bytes; a name that says otherwise is refused.
 *
 * @throws rule-broken `list-empty`, `list-old-excel`, `list-kind`, `list-macros`, `list-damaged`, `list-unpacked`,
 * `list-entities`
 */
export function formatOf(bytes: Uint8Array, fileName: string): ListFormat {
  if (bytes.byteLength === 0) throw fail('rule-broken', 'list-empty');
  if (startsWith(bytes, signatures.oldExcel)) throw fail('rule-broken', 'list-old-excel');
  const isZip = startsWith(bytes, signatures.zip);
  if (/\.xlsm$/i.test(fileName)) throw fail('rule-broken', 'list-macros');
  if (isZip !== /\.xlsx$/i.test(fileName)) throw fail('rule-broken', 'list-kind');
  if (!isZip) return 'csv';
  const problem = zipProblem(bytes, { unpacked: listLimits.unpacked, entries: 2000, ratio: 100 });
  if (problem === 'macros') throw fail('rule-broken', 'list-macros');
  if (problem === 'too-large') throw fail('rule-broken', 'list-unpacked');
  if (problem === 'entities') throw fail('rule-broken', 'list-entities');
  if (problem !== null) throw fail('rule-broken', 'list-damaged');
  return 'xlsx';
}

/** Bytes that tell a code page; the rest of a long list is written by the same program. */
const sampleSize = 512 * 1024;

/** Encoding by its mark or by what the bytes allow; the person sees and may change it. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return undoTwice(text) === null ? 'utf-8' : 'utf-8-twice';
  } catch {
    const some = bytes.subarray(0, sampleSize);
    const asWindows = spanishScore(new TextDecoder('windows-1252').decode(some));
    return spanishScore(decodeCp850(some)) > asWindows ? 'cp850' : 'windows-1252';
  }
}

function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  if (encoding === 'cp850') return decodeCp850(bytes);
  const text = new TextDecoder(encoding === 'utf-8-twice' ? 'utf-8' : encoding, { fatal: true }).decode(bytes);
  return encoding === 'utf-8-twice' ? undoTwice(text) : text;
}

/** @throws rule-broken `list-encoding`, `list-not-text` */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  let text: string | null = null;
  try {
    text = decoded(bytes, encoding);
  } catch {
    // Told below, as a text that is not of that encoding.
  }
  if (text === null) throw fail('rule-broken', 'list-encoding');
  if (text.includes('\0')) throw fail('rule-broken', 'list-not-text');
  // One line end for a whole file: some programs mix them.
  return text.replace(/\r\n?/g, '\n');
}

/** The sign that parts the first lines into the most, and equally many, cells. */
export function delimiterOf(text: string): Delimiter {
  let best: { delimiter: Delimiter; cells: number } = { delimiter: ';', cells: 1 };
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: 20 });
    const widths = data.filter((row) => row.some((cell) => cell.trim() !== '')).map((row) => row.length);
    const usual = widths.toSorted((one, other) => one - other)[Math.floor(widths.length / 2)] ?? 1;
    if (usual > best.cells) best = { delimiter, cells: usual };
  }
  return best.delimiter;
}

function textRows(text: string, delimiter: Delimiter): SourceRow[] {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    preview: listLimits.rows + spareRows + 1,
  });
  if (errors.some((error) => error.type === 'Quotes')) throw fail('rule-broken', 'list-quotes');
  return data.map((cells, at) => ({ line: at + 1, cells: cells.map(textCell) }));
}

function sheetText({ value }: TableCell): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10).split('-').reverse().join('/');
  if (typeof value === 'boolean') return value ? 'VERDADERO' : 'FALSO';
  return String(value);
}

function sheetCell(cell: TableCell): SourceCell {
  const { value, kind } = cell;
  const text = textCell(sheetText(cell));
  return {
    ...text,
    date: value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : null,
    isFormula: kind === 'formula',
    isNumber: typeof value === 'number',
    problem: kind === 'error' ? 'excelError' : text.problem,
  };
}

function sheetRows(table: ReadTable): SourceRow[] {
  const rows = table.rows.map((row, at) => ({ line: at + 1, cells: row.map(sheetCell) }));
  for (const { startRow, startCol, endRow, endCol } of table.merges) {
    for (let r = startRow; r <= Math.min(endRow, rows.length - 1); r += 1) {
      const cells = rows[r]?.cells;
      if (cells === undefined) continue;
      for (let c = startCol; c <= Math.min(endCol, listLimits.columns); c += 1) {
        // The first cell of a merge over several rows is no surer than the others: of which row is it?
        if (r > startRow || c > startCol || endRow > startRow)
          cells[c] = { ...(cells[c] ?? emptyCell), problem: 'merged' };
      }
    }
  }
  return rows;
}

async function allRows(bytes: Uint8Array, format: ListFormat, settings: FileSettings): Promise<SourceRow[]> {
  if (format === 'csv') {
    return textRows(decodeText(bytes, settings.encoding ?? 'utf-8'), settings.delimiter ?? ';');
  }
  const table = await readSheet(() => readTable(bytes, settings.sheet ?? 0, listLimits.rows + spareRows + 1));
  if (table === null) throw fail('rule-broken', 'list-empty');
  return sheetRows(table);
}

/** The library's own words never leave: they may quote the file. */
async function readSheet<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ExpectedFailure) throw error;
    throw fail('rule-broken', 'list-damaged');
  }
}

/** Sheets of a workbook that are not hidden; none for a text file. */
export async function sheetsOf(bytes: Uint8Array, format: ListFormat): Promise<{ index: number; name: string }[]> {
  return format === 'csv' ? [] : readSheet(() => sheetNames(bytes));
}

/** The row that looks like headers: the first with two known ones, else the first that holds anything. */
function headerLineOf(rows: readonly SourceRow[]): number {
  const known = new Set<string>(Object.values(listFields).flatMap((field) => field.headers));
  const first = rows.slice(0, 30);
  const named = first.find((row) => row.cells.filter((cell) => known.has(headerKey(cell.text))).length >= 2);
  return (named ?? first.find((row) => !isBlankRow(row)))?.line ?? 1;
}

/** The first visible sheet that holds more than one row: a title page is no list. */
async function firstFilledSheet(bytes: Uint8Array): Promise<number> {
  const sheets = await sheetsOf(bytes, 'xlsx');
  for (const { index } of sheets) {
    const table = await readSheet(() => readTable(bytes, index, 5));
    const filled = table?.rows.filter((row) => row.some((cell) => cell.value !== null)) ?? [];
    if (filled.length > 1) return index;
  }
  return sheets[0]?.index ?? 0;
}

/** How a file is read unless the person says otherwise. */
export async function proposeFileSettings(bytes: Uint8Array, format: ListFormat): Promise<FileSettings> {
  const encoding = format === 'csv' ? encodingOf(bytes) : null;
  const delimiter = encoding === null ? null : delimiterOf(decodeText(bytes, encoding).slice(0, 64 * 1024));
  const sheet = format === 'csv' ? null : await firstFilledSheet(bytes);
  const settings = { encoding, delimiter, sheet, headerLine: 1 };
  return { ...settings, headerLine: headerLineOf(await allRows(bytes, format, settings)) };
}

function width(row: SourceRow): number {
  return row.cells.findLastIndex((cell) => cell.text.trim() !== '') + 1;
}

/**
 * The table below the headers.
 *
 * @throws rule-broken with the sentence of what is wrong: `list-empty`, `list-too-many-rows`, `list-too-many-columns` …
 */
export async function readSource(bytes: Uint8Array, format: ListFormat, settings: FileSettings): Promise<SourceTable> {
  const all = await allRows(bytes, format, settings);
  const head = all.find((row) => row.line === settings.headerLine);
  const rows = all.filter((row) => row.line > settings.headerLine && !isBlankRow(row));
  if (head === undefined || rows.length === 0) throw fail('rule-broken', 'list-empty');
  if (rows.length > listLimits.rows) throw fail('rule-broken', 'list-too-many-rows');
  if (width(head) > listLimits.columns) throw fail('rule-broken', 'list-too-many-columns');
  return { headers: head.cells.slice(0, width(head)).map((cell) => cell.text.trim().slice(0, 120)), rows };
}

/** True when a row holds more cells than there are headers: a separator inside a text shifts everything after it. */
export function isTooWide(row: SourceRow, headers: readonly string[]): boolean {
  return width(row) > headers.length;
}

export type FilledCell = { readonly line: number; readonly cell: SourceCell };

export function filledOf(table: SourceTable, at: number | undefined): FilledCell[] {
  if (at === undefined) return [];
  return table.rows.flatMap(({ line, cells }) => {
    const cell = cells[at];
    return cell === undefined || isBlank(cell) ? [] : [{ line, cell }];
  });
}

export function textsOf(table: SourceTable, at: number | undefined): string[] {
  return filledOf(table, at).map(({ cell }) => cell.text.trim());
}
