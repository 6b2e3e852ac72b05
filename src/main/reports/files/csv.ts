/** The CSV of the published month: semicolons, BOM and Windows line ends, as Excel in Peru opens it. */
import Papa from 'papaparse';
import { aboutUnit, figureLines, figureStates, type Imprint, type Published } from '../../../shared/reports/index.ts';

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

/** Of every line, before its figure. */
export const dataHead = [
  ...['centro', 'ubigeo', 'departamento', 'periodo', 'tabla', 'codigo_fila', 'fila', 'codigo_columna', 'columna'],
  ...['valor', 'estado', 'texto'],
];

/**
 * Every published figure, one a row, with codes and words: `valor` is a number or empty, `estado` says why it is empty.
 * What is to be read with them stands last, in `texto`.
 */
export function dataRows(month: Published, imprint: Imprint): (string | number | null)[][] {
  const unit = [month.centre, imprint.ubigeo, imprint.department, month.period];
  return [
    ...figureLines(month).map(({ table, rowCode, rowWords, columnCode, columnWords, value, state }) => [
      ...unit,
      ...[table, rowCode, rowWords, columnCode, columnWords, value, figureStates[state], null],
    ]),
    ...aboutUnit(month, imprint).map(({ code, words, text }) => [
      ...unit,
      ...['NOTA', code, words, null, null, null, null, text],
    ]),
  ];
}

export function reportCsv(month: Published, imprint: Imprint): Uint8Array {
  return csvBytes([dataHead, ...dataRows(month, imprint)]);
}
