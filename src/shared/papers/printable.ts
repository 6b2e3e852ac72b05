/** Which characters the fonts of our papers can print, and where in a paper one stands that they cannot. */
import type { FieldIssue } from '../platform/failures.ts';
import type { Paper } from './blocks.ts';
import { partsOf } from './text.ts';

/**
 * Code points that all four faces of Tinos have, in hexadecimal; without controls, invisible signs, private ones, the
 * sign for a lost character, and Hebrew, which runs from right to left and would be printed backwards.
 * `tests/unit/paper/printable.test.ts` compares it with the font files.
 */
export const printableRanges = `
  20-7e a0-ac ae-377 37a-37f 384-38a 38c 38e-3a1 3a3-52f 1ab0-1abe 1c80-1c88 1d00-1df5 1dfb-1f15 1f18-1f1d
  1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef
  1ff2-1ff4 1ff6-1ffe 2000-200a 2010-2027 202f-205f 2070-2071 2074-208e 2090-209c 20a0-20be 20f0 2100-214f
  2153-2154 215b-215e 2184 2190-2195 21a8 2202 2206 220f 2211-2212 2215 2219-221a 221e-221f 2229 222b 2248
  2260-2261 2264-2265 2302 2310 2320-2321 2500 2502 250c 2510 2514 2518 251c 2524 252c 2534 253c 2550-256c 2580
  2584 2588 258c 2590-2593 25a0-25a1 25aa-25ac 25b2 25ba 25bc 25c4 25ca-25cc 25cf 25d8-25d9 25e6 263a-263c 2640
  2642 2660 2663 2665-2666 266a-266b 266f 2c60-2c7f 2de0-2e42 a640-a69f a717-a7ae a7b0-a7b7 a7f7-a7ff ab30-ab65
  fb01-fb04 fe20-fe2f
`;

const ranges = printableRanges
  .trim()
  .split(/\s+/)
  .map((range) => range.split('-').map((end) => Number.parseInt(end, 16)))
  .map(([first = 0, last = first]) => [first, last] as const);

function isPrintable(codePoint: number): boolean {
  // Line feeds and tabs are room, not signs.
  if (codePoint === 0x0a || codePoint === 0x09) return true;
  return ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

const graphemes = new Intl.Segmenter('es', { granularity: 'grapheme' });
const plain = /^[\n\t\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ff]*$/;

function lacksGlyph(grapheme: string): boolean {
  return Array.from(grapheme).some((sign) => !isPrintable(sign.codePointAt(0) ?? 0));
}

/** Characters of a text, as a person counts them, that would print as a box or not at all; each once. */
export function unprintableIn(text: string): string[] {
  if (plain.test(text)) return [];
  return [...new Set([...graphemes.segment(text)].map(({ segment }) => segment).filter(lacksGlyph))];
}

/** «👩» (U+1F469); what cannot be seen is said by its code alone. */
function nameOf(character: string): string {
  const code = Array.from(character, (sign) => sign.codePointAt(0) ?? 0).find((point) => !isPrintable(point)) ?? 0;
  const words = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  if (/^[\p{C}\p{Z}\ufffd]+$/u.test(character)) return `El carácter invisible ${words}`;
  return `El carácter «${character}» (${words})`;
}

/** Dotted paths of the texts of an input in which a character stands. */
function pathsWith(value: unknown, character: string, path: string): string[] {
  if (typeof value === 'string') return value.includes(character) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    pathsWith(part, character, path === '' ? key : `${path}.${key}`),
  );
}

/** Path of an issue that comes from the record and not from what was typed for this paper. */
const recordPath = 'paper';

/**
 * One issue a place for every character of the paper that the fonts lack; empty when all of it can be printed.
 *
 * @param input what was typed for this paper: a character that stands in it is shown at its field, any other under the
 *   heading of the paper that quotes it
 */
export function printingIssues(paper: Paper, input: unknown = null): FieldIssue[] {
  const issues = new Map<string, FieldIssue>();
  for (const { text, under } of partsOf(paper)) {
    for (const character of unprintableIn(text)) {
      const paths = pathsWith(input, character, '');
      const words = `${nameOf(character)} no se puede imprimir.`;
      for (const path of paths) issues.set(path, { path, message: `${words} Quítelo o escríbalo con palabras.` });
      if (paths.length > 0) continue;
      const where = under === null ? 'al comienzo del documento' : `en «${under}»`;
      const message = `${words} Está ${where}: corríjalo en la ficha.`;
      issues.set(message, { path: recordPath, message });
    }
  }
  return [...issues.values()];
}
