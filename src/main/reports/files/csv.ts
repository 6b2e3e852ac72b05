/** The CSV of the published month: semicolons, BOM and Windows line ends, as Excel in Peru opens it. */
import Papa from 'papaparse';
import { figureLines, periodWords, type AuditMark, type PublishedMonth } from '../../../shared/reports/index.ts';

/**
 * Makes text harmless in a spreadsheet: an apostrophe before anything that could start a formula, full-width signs
 * included (the library's own option does not know those). Only for text: a negative number is no formula.
 */
export function escapeFormula(text: string): string {
  return /^\s*[=+\-@\t\r\n|＝＋－＠]/u.test(text) ? `'${text}` : text;
}

/** UTF-8 with BOM. Numbers are written with a point; null is an empty cell. */
export function csvBytes(rows: readonly (readonly (string | number | null)[])[]): Uint8Array {
  const safe = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? escapeFormula(cell) : cell)));
  return new TextEncoder().encode(`\ufeff${Papa.unparse(safe, { delimiter: ';', newline: '\r\n' })}\r\n`);
}

const head = ['centro', 'periodo', 'tabla', 'codigo_fila', 'fila', 'codigo_columna', 'columna', 'valor'];

/** Every published figure, one a row, with codes and words; the reading note stands last. */
export function reportCsv(month: PublishedMonth, audit: AuditMark): Uint8Array {
  const unit = [month.centre, month.period];
  const about = (code: string, words: string, value: string | number) => [...unit, 'NOTA', code, words, '', '', value];
  return csvBytes([
    head,
    ...figureLines(month).map((line) => [
      ...unit,
      line.table,
      line.rowCode,
      line.rowWords,
      line.columnCode,
      line.columnWords,
      line.value,
    ]),
    about('period', 'Periodo', periodWords(month.period)),
    about('version', 'Versión de las tablas', month.schemaVersion),
    about('revision', 'Revisión', month.revision),
    about('view', 'Vista', month.view),
    about('audit', 'Registro y sello', `${audit.seq} ${audit.seal}`),
    about('note', 'Nota de lectura', month.note),
  ]);
}
