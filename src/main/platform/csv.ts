/** CSV that leaves: semicolons, BOM and Windows line ends, as Excel in Peru opens it. */
import Papa from 'papaparse';

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
