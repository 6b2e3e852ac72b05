import type { Paper } from '../../../shared/papers/blocks.ts';

export { makeBundle, type BundleMaker, type BundlePiece } from './bundle-pages.ts';
export { joinPapers } from './join-papers.ts';
export { forgetWords, wordsKept } from './shared-fonts.ts';
export { printPaper, type PrintOptions } from './print-paper.ts';
export { stampOffice, type OfficeStamp } from './stamp-office.ts';
export { writeWord } from './word/write-word.ts';

/**
 * A printer of papers with its fonts chosen: what services are given.
 *
 * `input` is what was typed for this paper: a character that cannot be printed is refused at its field.
 */
export type PaperPrinter = (
  paper: Paper,
  input?: unknown,
) => Promise<{ bytes: Uint8Array; pages: number; paper: Paper }>;
