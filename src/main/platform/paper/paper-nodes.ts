/** Blocks of a paper as nodes of the page maker. Text is always a plain string: nothing in it is ever interpreted. */
import type { Column, Content } from 'pdfmake/interfaces.js';
import type { PaperBlock, PaperRun } from '../../../shared/papers/blocks.ts';
import { bullet, missingWords } from '../../../shared/papers/text.ts';
import { cardsNode } from './card-nodes.ts';
import { checksNode, fillNode, marksNode, signaturesNode } from './form-nodes.ts';
import { bodySize, contentWidth } from './page.ts';
import { as } from './structure.ts';
import { tableNode, textNodes, type Line } from './table-node.ts';
import { pageEnd, withLastRows } from './tight-pages.ts';
import { tilesNode } from './tile-nodes.ts';

type BlockOf<Kind extends PaperBlock['kind']> = Extract<PaperBlock, { kind: Kind }>;

/** «Relató lo siguiente:» says nothing alone at the foot of a page: it goes with what it announces. Below every heading. */
const leadLevel = 9;
const mostLetters = 160;
const announced: readonly PaperBlock['kind'][] = ['quotation', 'list', 'pairs', 'table'];

function announces(block: PaperBlock): boolean {
  if (block.kind !== 'paragraph') return false;
  const text = block.runs.map((run) => run.text).join('');
  return text.length <= mostLetters && text.trimEnd().endsWith(':');
}

function leadsOf(blocks: readonly PaperBlock[]): ReadonlySet<PaperBlock> {
  return new Set(
    blocks.filter((block, at) => {
      const next = blocks[at + 1];
      return next !== undefined && announced.includes(next.kind) && announces(block);
    }),
  );
}

/** A run as it is printed; a gap has its brackets already. */
type PrintedRun = { readonly text: string; readonly bold: boolean; readonly isGap: boolean };

const printedRun = ({ text, bold, missing }: PaperRun): PrintedRun =>
  missing === true
    ? { text: missingWords(text), bold: true, isGap: true }
    : { text, bold: bold === true, isGap: false };

/**
 * Runs of one style as one text. What closes goes to the run before it, what opens to the run after it: justified lines
 * would set a space between them.
 */
function tidyRuns(runs: readonly PaperRun[]): PrintedRun[] {
  const tidy: PrintedRun[] = [];
  let opening = '';
  for (const run of runs.map(printedRun)) {
    const before = tidy.at(-1);
    const closing = before === undefined || opening !== '' ? '' : (/^[,.;:)»”?!]+/.exec(run.text)?.[0] ?? '');
    if (before !== undefined) tidy[tidy.length - 1] = { ...before, text: before.text + closing };
    const text = opening + run.text.slice(closing.length);
    opening = /(?<=^|\s)[(«“¿¡]+$/.exec(text)?.[0] ?? '';
    append(tidy, { ...run, text: text.slice(0, text.length - opening.length) });
  }
  if (opening !== '') append(tidy, { text: opening, bold: false, isGap: false });
  return tidy;
}

function append(tidy: PrintedRun[], run: PrintedRun): void {
  const last = tidy.at(-1);
  const sameStyle = last !== undefined && !run.isGap && !last.isGap && last.bold === run.bold;
  if (sameStyle) tidy[tidy.length - 1] = { ...last, text: last.text + run.text };
  else if (run.text !== '') tidy.push(run);
}

/** «[FALTA: …]» in bold so that a gap is never invisible. */
function runNodes(runs: readonly PaperRun[], line: Line): Content[] {
  return tidyRuns(runs).flatMap(({ text, bold, isGap }) =>
    isGap ? [{ text, bold: true, background: '#e6e6e6' }] : textNodes(text, line, bold ? { bold } : {}),
  );
}

function heading(block: BlockOf<'heading'>, mark: Bookmark): Content {
  const styles = {
    1: { fontSize: 14, alignment: 'center', margin: [0, 6, 0, 12] },
    2: { fontSize: 11.5, alignment: 'left', margin: [0, 12, 0, 6] },
    3: { fontSize: 11, alignment: 'left', margin: [0, 6, 0, 3] },
  } as const;
  const { fontSize, alignment, margin } = styles[block.level];
  return as(`H${block.level}`, {
    // In one piece: it is the title of its bookmark as well.
    text: block.text,
    bold: true,
    fontSize,
    alignment,
    margin: [...margin],
    headlineLevel: block.level,
    ...mark,
  });
}

/** The number of a file of the courts, «01234-2026-0-1001-JR-FT-02», in one line. */
const captionValue = 162;
const captionLabel = (label: string) => (label.length > 12 ? 106 : 84);

/** A table cannot be aligned to the right: an empty column pushes it. */
function caption(block: BlockOf<'caption'>): Content {
  // «CARPETA FISCAL» in one line, too.
  const width = Math.max(...block.rows.map(({ label }) => captionLabel(label)));
  const stack = block.rows.map((row) =>
    as<Content>('P', {
      columns: [
        { width, text: `${row.label} `, bold: true, fontSize: 10.5 },
        { width: captionValue, text: textNodes(row.value, { room: captionValue, size: 10.5 }), fontSize: 10.5 },
      ],
      columnGap: 6,
      margin: [0, 0, 0, 2],
    }),
  );
  return {
    columns: [
      { width: '*', text: '' },
      { width: width + 6 + captionValue, stack },
    ],
    margin: [0, 0, 0, 14],
  };
}

/** Columns, not a table: a 60-letter word breaks inside its column and nothing is clipped. */
function pairs(block: BlockOf<'pairs'>, goesOn = false): Content {
  const label = block.labelWidth ?? 140;
  const room = contentWidth - 10 - label;
  return {
    stack: block.rows.map((row) =>
      as<Content>('P', {
        columns: [
          { width: label, text: `${row.label} `, bold: true, fontSize: 10.5 },
          { width: room, text: runNodes(row.runs, { room, size: 10.5 }), fontSize: 10.5 },
        ],
        columnGap: 10,
        // A short answer is not torn in two.
        unbreakable: JSON.stringify(row.runs).length < shortParagraph,
        margin: [0, 0, 0, 3],
      }),
    ),
    margin: [0, 0, 0, goesOn ? 0 : 6],
  };
}

/**
 * Numbers and bullets are text in a column of their own: the page maker writes its markers after the first line of an
 * item, so that whoever listens to the page or copies it would get them in the middle of a sentence.
 */
function list(block: BlockOf<'list'>): Content {
  const marker = block.ordered ? 20 : 12;
  const room = contentWidth - 12 - marker;
  return as<Content>('L', {
    stack: block.items.map((runs, at) =>
      as<Content>('LI', {
        columns: [
          as<Column>('Lbl', { width: marker, text: block.ordered ? `${at + 1}.` : bullet }),
          as<Column>('LBody', {
            width: room,
            text: runNodes(runs, { room, size: bodySize }),
            alignment: 'justify',
          }),
        ],
        columnGap: 0,
        margin: [12, 0, 0, 4],
      }),
    ),
    margin: [0, 0, 0, 6],
  });
}

function quotation({ text }: BlockOf<'quotation'>): Content {
  // One node per line of the account: line breaks are kept and pages fill evenly.
  return as<Content>('BlockQuote', {
    stack: text.split('\n').map((line): Content => ({
      text: line === '' ? ' ' : textNodes(line, { room: contentWidth - 48, size: bodySize }),
      alignment: 'justify',
      lineHeight: 1.25,
    })),
    margin: [24, 2, 24, 8],
    italics: true,
  });
}

function paragraph(block: BlockOf<'paragraph'>): Content {
  return {
    text: runNodes(block.runs, { room: contentWidth, size: bodySize }),
    alignment: block.align ?? 'justify',
    lineHeight: 1.25,
    // A short paragraph leaves no single line behind.
    unbreakable: lengthOf(block) < shortParagraph,
    margin: [0, 0, 0, 8],
  };
}

/** Made anew each time: the page maker moves it to its place. */
function rule(): Content {
  const line = { type: 'line', x1: 0, y1: 0, x2: contentWidth, y2: 0, lineWidth: 0.5, lineColor: '#555555' } as const;
  return { canvas: [line], margin: [0, 6, 0, 8] };
}

const nodesOf: { readonly [Kind in PaperBlock['kind']]: (block: BlockOf<Kind>, marks: Bookmarks) => Content } = {
  heading: (block, marks) => heading(block, marks.get(block) ?? {}),
  paragraph,
  caption,
  pairs: (block) => pairs(block),
  list,
  quotation,
  table: tableNode,
  checks: checksNode,
  fill: fillNode,
  marks: marksNode,
  cards: cardsNode,
  tiles: tilesNode,
  signatures: signaturesNode,
  rule,
  space: ({ points }) => ({ text: '', margin: [0, points, 0, 0] }),
  pageBreak: () => ({ ...pageEnd(), pageBreak: 'after' }),
};

const blockNode = (block: PaperBlock, marks: Bookmarks) =>
  (nodesOf[block.kind] as (block: PaperBlock, marks: Bookmarks) => Content)(block, marks);

const keptWithSignatures = 1800;
const shortParagraph = 480;
/** Rows of a table or list that still fit below their heading on one page. */
const keptWithHeading = 16;

function isShortBody(block: PaperBlock): boolean {
  if (block.kind === 'fill' || block.kind === 'caption' || block.kind === 'signatures') return true;
  if (block.kind === 'paragraph') return lengthOf(block) < shortParagraph;
  if (block.kind === 'table' || block.kind === 'pairs') {
    return block.rows.length <= keptWithHeading && JSON.stringify(block.rows).length < keptWithSignatures;
  }
  if (block.kind !== 'list' && block.kind !== 'checks') return false;
  return block.items.length <= keptWithHeading && JSON.stringify(block.items).length < keptWithSignatures;
}

/** Headings and the short table, list or question under them stay together: alone at the foot of a page they say nothing. */
function withHeadings(blocks: readonly PaperBlock[]): (PaperBlock | readonly PaperBlock[])[] {
  const grouped: (PaperBlock | readonly PaperBlock[])[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const headings = headingsFrom(blocks, at);
    const body = blocks[at + headings.length];
    if (headings.length > 0 && body !== undefined && isShortBody(body)) {
      grouped.push([...headings, body]);
      at += headings.length;
    } else grouped.push(...blocks.slice(at, at + 1));
  }
  return grouped;
}

function headingsFrom(blocks: readonly PaperBlock[], from: number): PaperBlock[] {
  const end = blocks.findIndex((block, at) => at >= from && block.kind !== 'heading');
  return blocks.slice(from, end === -1 ? blocks.length : end);
}

/** What a heading needs to become a bookmark of the file, and to be found when pages are broken. */
type Bookmark = {
  readonly id?: string;
  readonly outline?: true;
  readonly outlineExpanded?: true;
  readonly outlineParentId?: string;
};
type Bookmarks = ReadonlyMap<PaperBlock, Bookmark>;

/** A bookmark a heading, below the last one of a higher level. */
function bookmarksOf(blocks: readonly PaperBlock[]): Bookmarks {
  const marks = new Map<PaperBlock, Bookmark>();
  const above: { level: number; id: string }[] = [];
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    while ((above.at(-1)?.level ?? 0) >= block.level) above.pop();
    const parent = above.at(-1);
    const id = `heading-${marks.size}`;
    const under = parent === undefined ? {} : { outlineParentId: parent.id };
    marks.set(block, { id, outline: true, outlineExpanded: true, ...under });
    above.push({ level: block.level, id });
  }
  return marks;
}

/** Nodes of all blocks; the date, the last short paragraph and the last rows stay on the page of the signatures. */
export function blockNodes(given: readonly PaperBlock[]): Content[] {
  const { blocks, tails, goOn } = withLastRows(given);
  const marks = bookmarksOf(blocks);
  const leads = leadsOf(blocks);
  const nodeOf = (block: PaperBlock): Content => {
    const node = block.kind === 'pairs' ? pairs(block, goOn.has(block)) : blockNode(block, marks);
    return leads.has(block) ? Object.assign({}, node, { headlineLevel: leadLevel }) : node;
  };
  const nodes: Content[] = [];
  let waiting: PaperBlock[] = [];
  const flush = () => {
    nodes.push(...waiting.map(nodeOf));
    waiting = [];
  };
  for (const block of withHeadings(blocks)) {
    if (!('kind' in block)) {
      flush();
      // Inside a group nothing is broken: its headings are not offered to the rule of page breaks.
      nodes.push({
        unbreakable: true,
        stack: block.map((one) => Object.assign({}, nodeOf(one), { headlineLevel: undefined })),
      });
    } else if (block.kind === 'signatures') {
      nodes.push({ unbreakable: true, stack: [...waiting, block].map(nodeOf) });
      waiting = [];
    } else if (tails.has(block) || (block.kind === 'paragraph' && lengthOf(block) <= keptWithSignatures)) {
      waiting.push(block);
      // Only the last two may wait: an unbreakable group must fit on one page.
      const first = waiting.length > 2 ? waiting.shift() : undefined;
      if (first !== undefined) nodes.push(nodeOf(first));
    } else {
      flush();
      nodes.push(nodeOf(block));
    }
  }
  flush();
  return nodes;
}

function lengthOf(block: BlockOf<'paragraph'>): number {
  return block.runs.reduce((sum, run) => sum + run.text.length + 40 * (run.text.split('\n').length - 1), 0);
}
