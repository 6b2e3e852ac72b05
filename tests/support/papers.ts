/** Papers read back: what a reader, a screen reader or a copy of the page gets, against what was composed. */
import { execFileSync } from 'node:child_process';
import { expect } from 'vitest';
import type { Paper, PaperBlock } from '../../src/shared/papers/blocks.ts';
import { textOf } from '../../src/shared/papers/index.ts';

/** Points above and below the text of a page: its marks and its number stand there. */
const head = 50;
const foot = 46;
const pageHeight = 842;

function pagesOf(pdf: Uint8Array, top: number, height: number): string[] {
  const area = ['-x', '0', '-y', String(top), '-W', '596', '-H', String(height)];
  const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', ...area, '-', '-'], { input: pdf }).toString('utf8');
  return text.split('\f').slice(0, -1);
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

/**
 * The text of the PDF is the text of the paper: every letter, in reading order, and no two words run into each other.
 * Marks above and the number below are not part of it (`pageFeet`).
 */
export function expectPaperEquals(pdf: Uint8Array, paper: Paper): void {
  const pages = pageTexts(pdf);
  const expected = textOf(paper);
  const heads = repeatedHeads(paper.blocks);
  expect(readThrough(pages, tight(expected), heads)).toBe(tight(expected));
  if (pages.some((page, at) => at > 0 && heads.some((words) => tight(page).startsWith(words)))) return;
  const gaps = gapsOf(pages.join('\n'));
  expect([...gapsOf(expected)].filter((gap) => !gaps.has(gap))).toEqual([]);
}
