/**
 * The one printer: a paper as data becomes a PDF 1.7 in the subset PDF/A-2b with its fonts inside.
 *
 * Conformance was not checked with a PDF/A validator: the program never claims more than the subset it asks for.
 */
import { resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Content, Node, NodeQueries } from 'pdfmake/interfaces.js';
import type { Paper, PaperMark } from '../../../shared/papers/blocks.ts';
import { printingIssues } from '../../../shared/papers/printable.ts';
import { instantAt } from '../../../shared/platform/clock.ts';
import { fail } from '../../../shared/platform/failures.ts';
import { cardPages, cardSizes } from './card-nodes.ts';
import { bodySize, cardMargins, contentWidth, formMargins, markWords, pageMargins } from './page.ts';
import { PageMaker, type PageSet } from './page-maker.ts';
import { blockNodes } from './paper-nodes.ts';
import { sharedFonts } from './shared-fonts.ts';
import { endsOf, isNearlyEmpty, pageEnd, tight, tightSteps, type TightStep } from './tight-pages.ts';

export type PrintOptions = {
  /** Folder of the four Tinos files; nothing outside it is ever read. */
  readonly fontFolder: string;
  /** What was typed for this paper, to name the field of a character that cannot be printed. */
  readonly input?: unknown;
};

/** No clock: the file says the day that its pages say, or a fixed one that says nothing (bad input 94). */
const neutralInstant = '2000-01-01T00:00:00.000Z';
const dayOf = ({ signedOn }: Paper): Date =>
  new Date(signedOn === undefined ? neutralInstant : instantAt(signedOn, '00:00'));

function marksNode(marks: readonly PaperMark[]): Content {
  if (marks.length === 0) return { text: '' };
  return {
    margin: [pageMargins[0], 24, pageMargins[2], 0],
    table: {
      widths: [contentWidth - 10],
      body: [
        [{ text: marks.map((mark) => markWords[mark]).join('  ·  '), bold: true, alignment: 'center', fontSize: 11 }],
      ],
    },
    layout: { hLineWidth: () => 1, vLineWidth: () => 1, paddingTop: () => 3, paddingBottom: () => 3 },
  };
}

/** Court copy: the number and page x of y, nothing else (D13). */
function footerNode(number: string | null, page: number, pages: number, above: number): Content {
  const place = `Página ${page} de ${pages}`;
  return {
    text: number === null ? place : `N.º ${number} · ${place}`,
    alignment: 'center',
    fontSize: 9,
    margin: [pageMargins[0], above, pageMargins[2], 0],
  };
}

function letterheadNodes(lines: readonly string[]): Content[] {
  if (lines.length === 0) return [];
  return [
    ...lines.map((text, index): Content => ({
      text,
      alignment: 'center',
      fontSize: index === 0 ? 10.5 : 9.5,
      bold: index === 0,
    })),
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: contentWidth, y2: 0, lineWidth: 0.75 }],
      margin: [0, 6, 0, 14],
    },
  ];
}

function pagesOf(paper: Paper, step: TightStep): PageSet & { readonly content: Content[] } {
  return {
    pageMargins: paper.format === 'form' || step.isWide ? formMargins : pageMargins,
    defaultStyle: { font: 'Tinos', fontSize: bodySize * step.size },
    header: () => marksNode(paper.marks),
    // A tight page goes on for longer: its foot stands where that of the others stands.
    footer: (page, pages) =>
      footerNode(paper.number, page, pages, step.isWide ? 22 - (pageMargins[3] - formMargins[3]) : 22),
    content: tight([...letterheadNodes(paper.letterhead), ...blockNodes(paper.blocks), pageEnd()], step),
    pageBreakBefore: breaksBefore,
  };
}

/** Room in points that a heading wants below it: its own line, the head of a table and a row, or two lines of text. */
const roomBelowHeading = 78;

/**
 * A heading never stays alone at the foot of a page. Of headings one below the other only the first is moved: two breaks
 * would leave a page with one line.
 */
function breaksBefore(node: Node, nodes: NodeQueries): boolean {
  if (node.headlineLevel === undefined) return false;
  const before = nodes.getPreviousNodesOnPage().at(-1);
  if (before?.headlineLevel !== undefined) return false;
  const below = nodes.getFollowingNodesOnPage();
  const isAlone = !below.some((one) => one.headlineLevel === undefined && one.text !== undefined);
  if (isAlone) return nodes.getNodesOnNextPage().length > 0;
  const headings = below.findIndex((one) => one.headlineLevel === undefined);
  const { top, pageInnerHeight } = node.startPosition;
  const bottom = pageMargins[1] + pageInnerHeight;
  return bottom - top < roomBelowHeading + 26 * Math.max(0, headings);
}

/** Refuses what the fonts lack; the pages are made with our fonts and nothing else of this computer. */
function makerFor(paper: Paper, options: PrintOptions, isTagged: boolean): PageMaker {
  const issues = printingIssues(paper, options.input);
  if (issues.length > 0) throw fail('invalid', 'not-printable', issues);
  const fonts = sharedFonts(resolve(options.fontFolder));
  const maker = paper.isCarried === true ? 'PDF' : 'Registro CEM';
  return new PageMaker({ title: paper.title, createdOn: dayOf(paper), fonts, isTagged, maker });
}

/** Each card on its own page, and on no other. Nothing stands beside it: a page that counts itself belongs to something. */
function layCards({ blocks }: Paper, maker: PageMaker): ReturnType<PageMaker['lay']> {
  const lay = (size: number) => {
    const content = cardPages(blocks, size);
    const defaultStyle = { font: 'Tinos', fontSize: size };
    return { laid: maker.lay({ size: 'A6', pageMargins: cardMargins, defaultStyle, content }), cards: content.length };
  };
  const [largest, ...smaller] = cardSizes;
  let last = lay(largest);
  for (const size of smaller) {
    if (last.laid.pages.length <= last.cards) break;
    last = lay(size);
  }
  return last.laid;
}

/**
 * As it is set, or tighter where the last page of a part would hold a few lines or a signature alone; as it was where even
 * that does not bring it to fewer pages.
 */
function layTight(paper: Paper, maker: PageMaker): ReturnType<PageMaker['lay']> {
  if (paper.format === 'a6') return layCards(paper, maker);
  const [asSet, ...tighter] = tightSteps;
  const lay = (step: TightStep) => {
    const set = pagesOf(paper, step);
    return { laid: maker.lay(set), isFull: !isNearlyEmpty(endsOf(set.content)) };
  };
  const first = lay(asSet);
  // A form to fill by hand keeps its room to write.
  if (first.isFull || paper.format !== undefined) return first.laid;
  for (const step of tighter) {
    const { laid, isFull } = lay(step);
    if (isFull) return laid;
  }
  return first.laid;
}

/** Pages with content of our own and neither head nor foot, to lay over others; `paper` holds the words of it. */
export function layPages(paper: Paper, content: Content[], options: PrintOptions): Uint8Array {
  const maker = makerFor(paper, options, false);
  // Without margins: a line below the text of a page would be moved to the next one.
  const defaultStyle = { font: 'Tinos', fontSize: bodySize };
  return maker.draw(maker.lay({ pageMargins: 0, defaultStyle, content })).bytes;
}

/**
 * Prints a paper into memory: no file is written, nothing but the fonts is read.
 *
 * `pages` is the count of pages, `paper` what was printed. Throws when a font file is not in `fontFolder`, and `invalid`
 * when a character has no sign in the fonts: a box in a writ would be found by the judge.
 */
export async function printPaper(
  paper: Paper,
  options: PrintOptions,
): Promise<{ readonly bytes: Uint8Array; readonly pages: number; readonly paper: Paper }> {
  // Of a pile, the next one waits for what else came in.
  await nextTurn();
  const maker = makerFor(paper, options, true);
  return { ...maker.draw(layTight(paper, maker)), paper };
}
