/** Papers read back: what a reader, a screen reader or a copy of the page gets, against what was composed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Paper, PaperBlock } from '../../src/shared/papers/blocks.ts';
import { textOf, type RegisterLine, type SavedFileLine } from '../../src/shared/papers/index.ts';
import { readPdf } from './paper-text.ts';

/** Points above and below the text of a page: its marks and its number stand there. */
const head = 50;
const foot = 46;
const pageHeight = 842;

function pagesOf(pdf: Uint8Array, top: number, height: number): string[] {
  const area = ['-x', '0', '-y', String(top), '-W', '596', '-H', String(height)];
  return readPdf(pdf, '-raw', ...area)
    .split('\f')
    .slice(0, -1);
}

/** The text of each page in the order of the file, without what is repeated above and below. */
export function pageTexts(pdf: Uint8Array): string[] {
  return pagesOf(pdf, head, pageHeight - head - foot);
}

/** What stands below each page: number and «Página x de y». */
export function pageFeet(pdf: Uint8Array): string[] {
  return pagesOf(pdf, pageHeight - foot, foot).map((text) => text.replace(/\s+/g, ' ').trim());
}

const tight = (text: string): string => text.replace(/\s+/g, '');

/** Heads of tables, which stand again on every page that a table goes on to. */
function repeatedHeads(blocks: readonly PaperBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return [tight(block.head.join(''))];
    return block.kind === 'marks' ? [tight(['N.º', 'Pregunta', ...block.heads].join(''))] : [];
  });
}

/** The pages as one text: a head that a table repeats is said once. */
function readThrough(pages: readonly string[], expected: string, heads: readonly string[]): string {
  let at = 0;
  return pages
    .map((page) => {
      const text = tight(page);
      const repeated = heads.find(
        (words) => text.startsWith(words) && expected.startsWith(text.slice(words.length), at),
      );
      const isPlain = expected.startsWith(text, at) || repeated === undefined;
      const kept = isPlain ? text : text.slice(repeated.length);
      at += kept.length;
      return kept;
    })
    .join('');
}

/** Places between letters where the text has white space, counted without it. */
function gapsOf(text: string): Set<number> {
  const gaps = new Set<number>();
  let letters = 0;
  for (const piece of text.trim().split(/\s+/)) gaps.add((letters += piece.length));
  return gaps;
}

/** A longer word has to be broken somewhere. */
const longestWhole = 40;

/** Words of the paper that the page has torn: by a space inside its line, or by the end of a line. */
export function tornWords(pages: readonly string[], expected: string): string[] {
  const words = new Map<number, { readonly word: string; readonly at: number }>();
  let letters = 0;
  for (const word of expected.trim().split(/\s+/)) {
    for (let at = 1; at < word.length; at += 1) words.set(letters + at, { word, at });
    letters += word.length;
  }
  letters = 0;
  const torn: string[] = [];
  for (const piece of pages.join('\n').trim().split(/(\s+)/)) {
    const inside = /^\s/.test(piece) ? words.get(letters) : undefined;
    const isLong = inside !== undefined && inside.word.length > longestWhole && piece.includes('\n');
    if (inside !== undefined && !isLong)
      torn.push(`${inside.word.slice(0, inside.at)} ${inside.word.slice(inside.at)}`);
    letters += /^\s/.test(piece) ? 0 : piece.length;
  }
  return torn;
}

/**
 * The text of the PDF is the text of the paper: every letter, in reading order, no two words run into each other. Marks
 * above and the number below are not part of it (`pageFeet`).
 *
 * @returns the pages, or none when the head of a table stands again on one
 */
export function expectPaperReads(pdf: Uint8Array, paper: Paper): readonly string[] {
  const pages = pageTexts(pdf);
  const expected = textOf(paper);
  const heads = repeatedHeads(paper.blocks);
  expect(readThrough(pages, tight(expected), heads)).toBe(tight(expected));
  if (pages.some((page, at) => at > 0 && heads.some((words) => tight(page).startsWith(words)))) return [];
  const gaps = gapsOf(pages.join('\n'));
  expect([...gapsOf(expected)].filter((gap) => !gaps.has(gap))).toEqual([]);
  return pages;
}

/** As `expectPaperReads`, and no word is torn. */
export function expectPaperEquals(pdf: Uint8Array, paper: Paper): void {
  const pages = expectPaperReads(pdf, paper);
  expect(pages.length === 0 ? [] : tornWords(pages, textOf(paper))).toEqual([]);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The words of the body of a Word file; a paragraph, a line and a tab each count as white space. */
function wordText(docx: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'word-'));
  try {
    const file = join(folder, 'read.docx');
    writeFileSync(file, docx);
    return execFileSync('unzip', ['-p', file, 'word/document.xml'])
      .toString('utf8')
      .replace(/<\/w:p>|<w:br[ /][^>]*>|<w:tab\/>/g, ' ')
      .replace(/<[^>]*>/g, '')
      .replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => entities[name] ?? '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The body of the Word file says the same as the paper: every letter, in order, no two words run into each other. */
export function expectWordEquals(docx: Uint8Array, paper: Paper): void {
  const text = wordText(docx);
  const expected = textOf(paper);
  expect(tight(text)).toBe(tight(expected));
  const gaps = gapsOf(text);
  expect([...gapsOf(expected)].filter((gap) => !gaps.has(gap))).toEqual([]);
}

/** A word as it stands on a page, in points from the left and from above. */
export type PlacedWord = {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Every word of the file with its place, as a reader of the PDF finds it. */
export function placedWords(pdf: Uint8Array): PlacedWord[] {
  const xml = readPdf(pdf, '-bbox');
  const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;
  return xml.split('<page ').flatMap((page, number) =>
    Array.from(page.matchAll(word), ([, left, top, right, bottom, text = '']) => ({
      page: number,
      text,
      left: Number(left),
      right: Number(right),
      top: Number(top),
      bottom: Number(bottom),
    })),
  );
}

/** A4 with the margins of a writ; the marks and the number of a page stand above and below. */
const textArea = { left: 71, right: 595.28 - 71, top: 24, bottom: 842 - 20 } as const;
/** Two lines may touch with the room above and below their letters, never with the letters. */
const lineRoom = 0.3;

function overlap(one: PlacedWord, other: PlacedWord): boolean {
  const room = lineRoom * Math.min(one.bottom - one.top, other.bottom - other.top);
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 0.5 && down > room;
}

/** No word stands outside the margins of its page, and no two stand on each other. */
export function expectWellLaid(pdf: Uint8Array): void {
  const words = placedWords(pdf);
  const { left, right, top, bottom } = textArea;
  const outside = words.filter(
    (word) => word.left < left - 1 || word.right > right + 1 || word.top < top || word.bottom > bottom,
  );
  expect(outside).toEqual([]);
  const overlapping: string[] = [];
  for (const page of Map.groupBy(words, (word) => word.page).values()) {
    const sorted = page.toSorted((one, other) => one.top - other.top);
    for (const [at, one] of sorted.entries()) {
      for (let next = at + 1; next < sorted.length; next += 1) {
        const other = sorted[next];
        if (other === undefined || other.top > one.bottom) break;
        if (overlap(one, other)) overlapping.push(`page ${one.page}: ${one.text} | ${other.text}`);
      }
    }
  }
  expect(overlapping).toEqual([]);
}

/**
 * Our own gate of PDF/A-2b for what can be read without a validator: kept fonts, colour intent, marks, and nothing that
 * acts. Not a proof of conformance: no validator is in Debian.
 */
export function expectArchivable(pdf: Uint8Array): void {
  const raw = Buffer.from(pdf).toString('latin1');
  for (const part of ['%PDF-1.7', '/OutputIntent', '<pdfaid:part>2', '<pdfaid:conformance>B', '/Lang (es-PE)', '/ID '])
    expect(raw).toContain(part);
  expect(raw).not.toMatch(/\/Encrypt|\/UserUnit|\/JavaScript|\/JS |\/OpenAction|\/AA |\/Launch|\/EmbeddedFile|\/URI /);
  expect(raw).toMatch(/DisplayDocTitle true/);
  const fonts = execFileSync('pdffonts', ['-'], { input: pdf }).toString('utf8').trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(0);
  // Name, type, encoding, then: embedded, a subset, with a table of its letters (ToUnicode).
  for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Tinos.* yes yes yes /);
  const folder = mkdtempSync(join(tmpdir(), 'pdfa-'));
  try {
    const file = join(folder, 'read.pdf');
    writeFileSync(file, pdf);
    expect(execFileSync('qpdf', ['--check', file]).toString()).toContain('No syntax or stream encoding errors');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Of the lines of the print register, the copies of papers. */
export function copyLines(lines: readonly (RegisterLine | SavedFileLine)[]): RegisterLine[] {
  return lines.filter((line) => line.sort === 'copy');
}
