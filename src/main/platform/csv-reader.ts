/** CSV as it comes (RFC 4180, UTF-8), row by row: memory does not grow with the file. */

/** Why a file is no CSV that can be read; `row` counts the heading as 1, null when the whole file is meant. */
export class CsvError extends Error {
  readonly row: number | null;

  constructor(message: string, row: number | null = null) {
    super(message);
    this.row = row;
  }
}

/** Longer cells come from a quote that was never closed. */
const longestCell = 100_000;
const mostColumns = 2000;

/** Takes text in pieces and gives whole rows; a quoted cell may hold line ends. */
class RowReader {
  readonly #delimiter: string;
  #cells: string[] = [];
  #cell = '';
  #isQuoted = false;
  /** The last character was a quote inside a quoted cell: the end of it, or one half of a doubled quote. */
  #hasClosed = false;
  #rows = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  *push(text: string): Generator<string[]> {
    for (const letter of text) {
      const row = this.#isQuoted ? this.#inside(letter) : this.#outside(letter);
      if (row !== null) yield row;
    }
  }

  /** @throws CsvError when a quote is still open */
  end(): string[] | null {
    if (this.#isQuoted && !this.#hasClosed) throw new CsvError('Hay comillas sin cerrar.', this.#rows + 1);
    return this.#cell === '' && this.#cells.length === 0 ? null : this.#endRow();
  }

  #inside(letter: string): string[] | null {
    if (letter === '"') {
      if (this.#hasClosed) this.#add('"');
      this.#hasClosed = !this.#hasClosed;
      return null;
    }
    if (!this.#hasClosed) {
      this.#add(letter);
      return null;
    }
    this.#isQuoted = false;
    this.#hasClosed = false;
    return this.#outside(letter);
  }

  #outside(letter: string): string[] | null {
    if (letter === '\n') return this.#endRow();
    if (letter === this.#delimiter) this.#endCell();
    else if (letter === '"' && this.#cell === '') this.#isQuoted = true;
    else this.#add(letter);
    return null;
  }

  #add(letter: string): void {
    this.#cell += letter;
    if (this.#cell.length > longestCell) {
      throw new CsvError('Una celda es demasiado larga: quizá falta cerrar comillas.', this.#rows + 1);
    }
  }

  #endCell(): void {
    this.#cells.push(this.#cell);
    this.#cell = '';
    if (this.#cells.length > mostColumns) throw new CsvError('Hay demasiadas columnas.', this.#rows + 1);
  }

  #endRow(): string[] {
    if (this.#cell.endsWith('\r')) this.#cell = this.#cell.slice(0, -1);
    this.#isQuoted = false;
    this.#hasClosed = false;
    this.#endCell();
    this.#rows += 1;
    const row = this.#cells;
    this.#cells = [];
    return row;
  }
}

/** Comma, semicolon or tab: whichever parts the heading most. */
function delimiterOf(head: string): string {
  const heading = head.slice(0, head.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '');
  const count = (sign: string) => heading.split(sign).length;
  return [',', ';', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}

async function* decoded(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new CsvError('El archivo no está en UTF-8. Guárdelo como «CSV UTF-8».');
  }
}

export type CsvRow = { readonly row: number; readonly cells: readonly string[] };

/**
 * Every row that is not blank, the heading first; `row` is its number as a spreadsheet counts.
 *
 * @throws CsvError not UTF-8, a quote never closed, a row of another length than the heading
 */
export async function* csvRows(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow> {
  let reader: RowReader | null = null;
  let count = 0;
  let columns = 0;
  const numbered = (cells: readonly string[]): CsvRow | null => {
    count += 1;
    if (cells.length === 1 && cells[0] === '') return null;
    if (columns === 0) columns = cells.length;
    if (cells.length !== columns) {
      throw new CsvError(`Tiene ${cells.length} columnas y el encabezado, ${columns}.`, count);
    }
    return { row: count, cells };
  };
  for await (const text of decoded(pieces)) {
    if (text === '') continue;
    reader ??= new RowReader(delimiterOf(text));
    for (const cells of reader.push(text)) {
      const row = numbered(cells);
      if (row !== null) yield row;
    }
  }
  const last = reader?.end() ?? null;
  const row = last === null ? null : numbered(last);
  if (row !== null) yield row;
}
