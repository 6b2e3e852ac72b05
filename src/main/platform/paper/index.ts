import type { Paper } from '../../../shared/papers/blocks.ts';

export { joinPapers } from './join-papers.ts';
export { printPaper, type PrintOptions } from './print-paper.ts';

/** A printer of papers with its fonts chosen: what services are given. */
export type PaperPrinter = (paper: Paper) => Promise<{ bytes: Uint8Array; pages: number }>;
