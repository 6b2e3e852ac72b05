/** The copy that stays in the centre (D13): the frozen pages with a line of their own below, and a code to find them by. */
import { beginMarkedContent, endMarkedContent, PDFDocument } from '@cantoo/pdf-lib';
import type { Paper } from '../../../shared/papers/blocks.ts';
import { layPages, type PrintOptions } from './print-paper.ts';

export type OfficeStamp = {
  /** Small lines at the foot of every page: copy, receiver, initials, date, seal. */
  readonly lines: readonly string[];
  /** What the square code says: number and content hash, no personal data. */
  readonly code: string;
};

/** The square stands in the right margin, below the text; 1.4 cm is read by any telephone. */
const codeSize = 44;

function stampPages(pages: number, { lines, code }: OfficeStamp) {
  const words = lines.join('\n');
  return Array.from({ length: pages }, (_, at) => ({
    stack: [
      { text: words, fontSize: 7, lineHeight: 1, absolutePosition: { x: 71, y: 814 } },
      { qr: code, fit: codeSize, absolutePosition: { x: 595.28 - 24 - codeSize, y: 842 - 22 - codeSize } },
    ],
    ...(at === 0 ? {} : { pageBreak: 'before' as const }),
  }));
}

/** The same pages, in the same file properties, with the stamp below. Throws `invalid` when a line cannot be printed. */
export async function stampOffice(bytes: Uint8Array, stamp: OfficeStamp, options: PrintOptions): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = document.getPages();
  const words: Paper = {
    title: 'Copia de oficina',
    number: null,
    marks: [],
    letterhead: [],
    blocks: stamp.lines.map((text) => ({ kind: 'quotation' as const, text })),
  };
  const laid = layPages(words, stampPages(pages.length, stamp), options);
  const stamps = await document.embedPdf(
    await PDFDocument.load(laid, { updateMetadata: false }),
    pages.map((_, at) => at),
  );
  for (const [at, page] of pages.entries()) {
    const one = stamps[at];
    if (one === undefined) continue;
    // Beside what the paper says.
    page.pushOperators(beginMarkedContent('Artifact'));
    page.drawPage(one);
    page.pushOperators(endMarkedContent());
  }
  return document.save({ useObjectStreams: false });
}
