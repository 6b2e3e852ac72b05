/** CSV as it comes (RFC 4180, UTF-8), row by row: memory does not grow with the file. */
import { Readable } from 'node:stream';
import Papa from 'papaparse';

/** Why a file is no CSV that can be read; `row` counts the heading as 1, null when the whole file is meant. */
export class CsvError extends Error {
  readonly row: number | null;

  constructor(message: string, row: number | null = null) {
    super(message);
    this.row = row;
  }
}

/** More without the end of a row comes from a quote that was never closed. */
const longestRow = 200_000;
const mostColumns = 2000;

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

/** Takes rows as they are read; what is wrong with one is thrown with its number. */
class Rows {
  /** Letters since the last row ended. */
  open = 0;
  #count = 0;
  #columns = 0;

  /** The row, unless it is blank. `row` is its number as a spreadsheet counts. */
  next({ data, errors }: Papa.ParseStepResult<string[]>): CsvRow | null {
    this.open = 0;
    this.#count += 1;
    if (errors.some(({ type }) => type === 'Quotes')) throw new CsvError('Hay comillas sin cerrar.', this.#count);
    const cells = [...data.slice(0, -1), (data.at(-1) ?? '').replace(/\r$/, '')];
    if (cells.length === 1 && cells[0] === '') return null;
    if (this.#columns === 0) this.#columns = cells.length;
    if (cells.length > mostColumns) throw new CsvError('Hay demasiadas columnas.', this.#count);
    if (cells.length !== this.#columns) {
      throw new CsvError(`Tiene ${cells.length} columnas y el encabezado, ${this.#columns}.`, this.#count);
    }
    return { row: this.#count, cells };
  }

  read(text: string): string {
    this.open += text.length;
    if (this.open <= longestRow) return text;
    throw new CsvError('Una celda es demasiado larga: quizá falta cerrar comillas.', this.#count + 1);
  }
}

/**
 * Every row that is not blank, the heading first.
 *
 * @throws CsvError not UTF-8, a quote never closed, a row of another length than the heading; what `take` throws
 */
export async function readCsv(pieces: AsyncIterable<Uint8Array>, take: (row: CsvRow) => void): Promise<void> {
  const rows = new Rows();
  const texts = decoded(pieces);
  let head = await texts.next();
  while (head.done !== true && head.value === '') head = await texts.next();
  if (head.done === true) return;
  const first = head.value;
  async function* whole() {
    yield rows.read(first);
    for await (const text of texts) yield rows.read(text);
  }
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(Readable.from(whole()), {
      delimiter: delimiterOf(first),
      newline: '\n',
      step: (result) => {
        const row = rows.next(result);
        if (row !== null) take(row);
      },
      complete: () => {
        resolve();
      },
      error: reject,
    });
  });
}
