import type { Paper } from '../../../shared/papers/blocks.ts';
import type { makeBundle as bundler } from './bundle-pages.ts';
import type { joinPapers as joiner } from './join-papers.ts';
import type { printPaper as printer } from './print-paper.ts';
import type { stampOffice as stamper } from './stamp-office.ts';
import type { writeWord as writer } from './word/write-word.ts';

export type { BundleMaker, BundlePiece } from './bundle-pages.ts';
export { forgetWords, wordsKept } from './kept-words.ts';
export type { PrintOptions } from './print-paper.ts';
export type { OfficeStamp } from './stamp-office.ts';

/**
 * A printer of papers with its fonts chosen: what services are given.
 *
 * `input` is what was typed for this paper: a character that cannot be printed is refused at its field.
 */
export type PaperPrinter = (
  paper: Paper,
  input?: unknown,
) => Promise<{ bytes: Uint8Array; pages: number; paper: Paper }>;

// What makes pages and Word files is loaded with the first of them: its libraries are half of what the program loads, and
// who signs in waits for that.
export const printPaper: typeof printer = async (...all) => (await import('./print-paper.ts')).printPaper(...all);
export const makeBundle: typeof bundler = async (...all) => (await import('./bundle-pages.ts')).makeBundle(...all);
export const joinPapers: typeof joiner = async (...all) => (await import('./join-papers.ts')).joinPapers(...all);
export const stampOffice: typeof stamper = async (...all) => (await import('./stamp-office.ts')).stampOffice(...all);
export const writeWord: typeof writer = async (...all) => (await import('./word/write-word.ts')).writeWord(...all);
