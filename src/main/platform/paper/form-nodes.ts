/** Nodes of blank forms: boxes to tick, lines to write on. Black lines only: they are photocopied. */
import type { Column, Content, TableLayout } from 'pdfmake/interfaces.js';
import type { FillSpace, PaperBlock } from '../../../shared/papers/blocks.ts';
import { marksHead, rowsDown, tickedWord } from '../../../shared/papers/text.ts';
import { contentWidth, padded } from './page.ts';
import { as } from './structure.ts';
import { penRoom } from './tight-pages.ts';

type BlockOf<Kind extends PaperBlock['kind']> = Extract<PaperBlock, { kind: Kind }>;

const labelSize = 9.5;
const optionSize = 9;
const hintSize = 8.5;
/** Height of a line to write on by hand. */
const lineHeight = 19;
const partGap = 10;
/** Mean width of a letter of small text. */
const letterWidth = 4.5;
/** Width of the boxes that stand beside a question. */
const inlineWidth = 132;

/** A box drawn as lines; what ticks it is a letter, so that the text of the page says it too. */
function box(ticked: boolean): Column {
  const square: Content = { canvas: [{ type: 'rect', x: 0, y: 2, w: 9, h: 9, lineWidth: 0.7 }] };
  if (!ticked) return { width: 14, stack: [square] };
  return {
    width: 14,
    stack: [square, { text: tickedWord, bold: true, fontSize: 9, relativePosition: { x: 1.3, y: -10 } }],
  };
}

export function checksNode(block: BlockOf<'checks'>): Content {
  const columns = Math.max(1, block.columns);
  const width = contentWidth / columns;
  const rows: Content[] = [];
  for (let start = 0; start < block.items.length; start += columns) {
    rows.push({
      columns: block.items.slice(start, start + columns).map((item) =>
        as<Column>('LI', {
          width,
          columns: [
            as('Lbl', box(item.ticked)),
            as<Column>('LBody', { width: width - 24, text: item.text, fontSize: 10.5 }),
          ],
        }),
      ),
      margin: [0, 0, 0, 3],
    });
  }
  return as<Content>('L', { stack: rows, margin: [0, 0, 0, 6] });
}

/** A box of the height of small text, with its words. */
function option(text: string, width: number): Column {
  const square: Column = { width: 13, canvas: [{ type: 'rect', x: 0, y: 1, w: 8, h: 8, lineWidth: 0.8 }] };
  return { width, columns: [square, { width: width - 15, text: `${text} `, fontSize: optionSize }], columnGap: 0 };
}

function ruled(width: number): Content {
  return { canvas: [{ type: 'line', x1: 0, y1: lineHeight - 3, x2: width, y2: lineHeight - 3, lineWidth: 0.5 }] };
}

function labelNode({ item, label, hint }: BlockOf<'fill'>): Content {
  const words: Content = item === '' ? `${label} ` : [{ text: `${item}  `, bold: true }, { text: `${label} ` }];
  const lines: Content[] = item === '' && label === '' ? [] : [{ text: words, fontSize: labelSize }];
  if (hint !== null) lines.push({ text: `${hint} `, fontSize: hintSize, italics: true, margin: [0, 1, 0, 0] });
  return { stack: lines };
}

function boxRows(options: readonly string[], columns: number): Content[] {
  const width = contentWidth / columns;
  return rowsDown(options, columns).map((row): Content => ({
    columns: row.map((text) => option(text, width)),
    margin: [0, 2, 0, 0],
  }));
}

type Part = Extract<FillSpace, { kind: 'parts' }>['parts'][number];

/** A word and the blank behind it. The word takes what it needs, the blank the rest. */
function partColumn({ label }: Part, width: number): Column {
  const words = label === '' ? 0 : label.length * letterWidth + 5;
  const blank: Column = { width: width - words, stack: [ruled(width - words)] };
  if (label === '') return { width, columns: [blank] };
  const before: Column = { width: words, text: `${label} `, fontSize: optionSize, margin: [0, 7, 0, 0] };
  // The gap of the row is not taken over: the blank begins where its word ends.
  return { width, columns: [before, blank], columnGap: 0 };
}

/** Blanks side by side, as many in a row as fit; the last of a row takes what is left over. */
function partRows(all: readonly Part[]): Content[] {
  const rows: Part[][] = [];
  let left = 0;
  for (const part of all) {
    const row = rows.at(-1);
    if (row !== undefined && part.width + partGap <= left) row.push(part);
    else rows.push([part]);
    left = (rows.at(-1) === row ? left - partGap : contentWidth) - part.width;
  }
  return rows.map((row) => ({
    columns: row.map((part) => partColumn(part, Math.min(part.width, contentWidth))),
    columnGap: partGap,
  }));
}

function spaceNodes(space: Exclude<FillSpace, { kind: 'inline' }>): Content[] {
  switch (space.kind) {
    case 'boxes':
      return boxRows(space.options, space.columns);
    case 'lines':
      return Array.from({ length: space.count }, () => ruled(contentWidth));
    case 'parts':
      return partRows(space.parts);
  }
}

/** A question and its answers are one paragraph for whoever listens: a ficha has a thousand answers. */
export function fillNode(block: BlockOf<'fill'>): Content {
  const margin: [number, number, number, number] = [0, 0, 0, 7];
  const { space } = block;
  if (space.kind === 'inline') {
    const width = inlineWidth / space.options.length;
    return as<Content>('P', {
      unbreakable: true,
      columns: [
        { width: contentWidth - inlineWidth - 8, stack: [labelNode(block)] },
        ...space.options.map((text) => option(text, width)),
      ],
      margin,
    });
  }
  return as<Content>('P', { unbreakable: true, stack: [labelNode(block), ...spaceNodes(space)], margin });
}

const grid: TableLayout = { hLineWidth: () => 0.5, vLineWidth: () => 0.5, ...padded(4, 2.5) };

export function marksNode({ heads, rows }: BlockOf<'marks'>): Content {
  const markWidth = 42;
  const itemWidth = 22;
  const padding = (heads.length + 2) * 8 + 2;
  const textWidth = contentWidth - padding - itemWidth - heads.length * markWidth;
  const head = (text: string) => ({ text, bold: true, fontSize: labelSize, alignment: 'center' as const });
  return as<Content>('Table', {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [itemWidth, textWidth, ...heads.map(() => markWidth)],
      body: [
        marksHead({ heads }).map((text, at) =>
          as<Content>('TH', { ...head(text), ...(at === 1 ? { alignment: 'left' as const } : {}) }),
        ),
        ...rows.map((row) =>
          [
            { text: row.item, fontSize: labelSize, bold: true, alignment: 'center' as const },
            { text: row.text, fontSize: labelSize },
            ...heads.map((_, at) => markCell(row.marks[at] ?? null, markWidth)),
          ].map((cell) => as<Content>('TD', cell)),
        ),
      ],
    },
    layout: grid,
    margin: [0, 2, 0, 8],
  });
}

function markCell(words: string | null, width: number): Content {
  return words === null ? { text: '' } : { columns: [option(words, width)] };
}

/** Room for the pen above each line; never broken between pages. */
export function signaturesNode(block: BlockOf<'signatures'>): Content {
  const width = Math.min(215, contentWidth / Math.max(1, block.signers.length) - 16);
  const signer = (lines: readonly string[]): Column => ({
    width,
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.7 }] },
      { text: ' ', fontSize: 3 },
      ...lines.map((text, index): Content => ({ text, alignment: 'center', fontSize: 10, bold: index === 0 })),
    ],
  });
  return {
    unbreakable: true,
    // Room as a node: a margin is dropped at the top of a page.
    stack: [
      { text: ' ', fontSize: penRoom },
      {
        columns: [
          { width: '*', text: '' },
          ...block.signers.map((each) => signer(each.lines)),
          { width: '*', text: '' },
        ],
        columnGap: 16,
      },
    ],
    margin: [0, 0, 0, 8],
  };
}
