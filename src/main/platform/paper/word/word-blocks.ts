/** Blocks of a paper as paragraphs and tables of a Word file: the same words in the same order as the pages. */
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import type { PaperBlock, PaperRun } from '../../../../shared/papers/blocks.ts';
import {
  barTexts,
  bullet,
  marksHead,
  missingWords,
  monthTexts,
  rowsDown,
  tickedWord,
} from '../../../../shared/papers/text.ts';
import { contentWidth } from '../page.ts';

type BlockOf<Kind extends PaperBlock['kind']> = Extract<PaperBlock, { kind: Kind }>;
export type WordNode = Paragraph | Table;

/** Twentieths of a point, the unit of widths and gaps in Word. */
export const twips = (points: number): number => Math.round(points * 20);
/** Half points, the unit of letter sizes in Word. */
export const halfPoints = (points: number): number => Math.round(points * 2);

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const hair = { style: BorderStyle.SINGLE, size: 4, color: '555555' } as const;
const noBorders = { top: none, bottom: none, left: none, right: none } as const;
const noTableBorders = { ...noBorders, insideHorizontal: none, insideVertical: none } as const;

/** One line of text; a line feed inside it starts a new line of the same paragraph. */
export function textRuns(text: string, options: IRunOptions = {}): TextRun[] {
  return text.split('\n').map((line, at) => new TextRun({ ...options, text: line, ...(at === 0 ? {} : { break: 1 }) }));
}

function runNodes(runs: readonly PaperRun[], options: IRunOptions = {}): TextRun[] {
  return runs.flatMap((run) =>
    run.missing === true
      ? textRuns(missingWords(run.text), { ...options, bold: true, shading: { fill: 'E6E6E6' } })
      : textRuns(run.text, { ...options, ...(run.bold === true ? { bold: true } : {}) }),
  );
}

function paragraph(children: TextRun[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ spacing: { after: twips(3) }, ...options, children });
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const;

const headings = {
  1: { heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER, size: 14, before: 6, after: 12 },
  2: { heading: HeadingLevel.HEADING_2, alignment: AlignmentType.LEFT, size: 11.5, before: 12, after: 6 },
  3: { heading: HeadingLevel.HEADING_3, alignment: AlignmentType.LEFT, size: 11, before: 6, after: 3 },
} as const;

function heading({ level, text }: BlockOf<'heading'>): Paragraph {
  const { size, before, after, ...look } = headings[level];
  return paragraph(textRuns(text, { bold: true, size: halfPoints(size) }), {
    ...look,
    keepNext: true,
    spacing: { before: twips(before), after: twips(after) },
  });
}

type Cell = { readonly children: Paragraph[]; readonly borders?: typeof noBorders | { top: typeof hair } };

function tableOf(
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
  look: { lines: boolean; head: boolean },
) {
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map(twips),
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    ...(look.lines ? {} : { borders: noTableBorders }),
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          cantSplit: true,
          tableHeader: look.head && at === 0,
          children: cells.map(
            (cell, column) =>
              new TableCell({
                ...cell,
                width: { size: twips(widths[column] ?? 0), type: WidthType.DXA },
                margins: { left: twips(4), right: twips(4), top: twips(2), bottom: twips(2) },
              }),
          ),
        }),
    ),
  });
}

function cell(runs: TextRun[], options: IParagraphOptions = {}): Cell {
  return { children: [paragraph(runs, { spacing: {}, ...options })] };
}

const plainTable = { lines: false, head: false } as const;

function caption({ rows }: BlockOf<'caption'>): Table {
  const left = contentWidth - 240;
  const line = (label: string, value: string) => [
    cell([]),
    cell(textRuns(label, { bold: true })),
    cell(textRuns(value)),
  ];
  return tableOf(rows.map((row) => line(row.label, row.value)), [left, 86, 154], plainTable); // prettier-ignore
}

function pairs({ rows, labelWidth }: BlockOf<'pairs'>): Table {
  const label = labelWidth ?? 140;
  return tableOf(
    rows.map((row) => [cell(textRuns(row.label, { bold: true })), cell(runNodes(row.runs))]),
    [label, contentWidth - label],
    plainTable,
  );
}

/** Numbers are text, as on the pages: numbering of Word would renumber a writ that is cut and pasted. */
function list({ ordered, items }: BlockOf<'list'>): Paragraph[] {
  return items.map((runs, at) =>
    paragraph([new TextRun({ text: `${ordered ? `${at + 1}.` : bullet}\t` }), ...runNodes(runs)], {
      alignment: AlignmentType.JUSTIFIED,
      indent: { left: twips(32), hanging: twips(20) },
      tabStops: [{ type: 'left', position: twips(32) }],
    }),
  );
}

function table(block: BlockOf<'table'>): Table {
  const fixed = block.widths.reduce<number>((sum, width) => sum + (width === '*' ? 0 : width + 8), 0);
  const stars = block.widths.filter((width) => width === '*').length;
  const star = Math.max(32, (contentWidth - fixed) / Math.max(1, stars));
  const right = new Set(block.alignRight ?? []);
  const line = (texts: readonly string[], bold: boolean) =>
    block.head.map((_, column) =>
      cell(textRuns(texts[column] ?? '', { bold, size: halfPoints(10) }), {
        alignment: right.has(column) ? AlignmentType.RIGHT : AlignmentType.LEFT,
      }),
    );
  return tableOf(
    [line(block.head, true), ...block.rows.map((row, at) => line(row, block.bold?.includes(at) ?? false))],
    block.widths.map((width) => (width === '*' ? star : width + 8)),
    { lines: true, head: true },
  );
}

/** A box is a letter with a border, or room with one. */
function box(ticked: boolean): TextRun {
  return new TextRun({ text: ticked ? tickedWord : '\u00a0\u00a0', border: { ...hair, space: 1 } });
}

function checks({ items }: BlockOf<'checks'>): Paragraph[] {
  return items.map((item) => paragraph([box(item.ticked), new TextRun({ text: ' ' }), ...textRuns(item.text)]));
}

const lineToWriteOn = () => paragraph([], { border: { bottom: hair }, spacing: { before: twips(12) } });

function fill({ item, label, hint, space }: BlockOf<'fill'>): Paragraph[] {
  const words = [...(item === '' ? [] : textRuns(`${item} `, { bold: true })), ...textRuns(label)];
  const boxes = (options: readonly string[]) =>
    options.flatMap((text) => [box(false), new TextRun({ text: ` ${text}   ` })]);
  const below: Paragraph[] = hint === null ? [] : [paragraph(textRuns(hint, { italics: true }), { keepNext: true })];
  if (space.kind === 'inline') return [paragraph(words, { keepNext: true }), ...below, paragraph(boxes(space.options))];
  if (space.kind === 'boxes') {
    const rows = rowsDown(space.options, space.columns).map((row) => paragraph(boxes(row)));
    return [paragraph(words, { keepNext: true }), ...below, ...rows];
  }
  if (space.kind === 'lines') {
    return [paragraph(words, { keepNext: true }), ...below, ...Array.from({ length: space.count }, lineToWriteOn)];
  }
  const blanks = space.parts.flatMap((part) => [
    new TextRun({ text: `${part.label} ` }),
    new TextRun({ text: '\u00a0'.repeat(Math.max(4, Math.round(part.width / 3))), underline: {} }),
    new TextRun({ text: ' ' }),
  ]);
  return [paragraph(words, { keepNext: true }), ...below, paragraph(blanks)];
}

function marks(block: BlockOf<'marks'>): Table {
  const markWidth = 50;
  const itemWidth = 30;
  const head = marksHead(block).map((text) => cell(textRuns(text, { bold: true })));
  const rows = block.rows.map((row) => [
    cell(textRuns(row.item)),
    cell(textRuns(row.text)),
    ...block.heads.map((_, at) => {
      const words = row.marks[at] ?? null;
      return words === null ? cell([]) : cell([box(false), new TextRun({ text: ` ${words}` })]);
    }),
  ]);
  const text = contentWidth - itemWidth - block.heads.length * markWidth;
  const widths = [itemWidth, text, ...block.heads.map(() => markWidth)];
  return tableOf([head, ...rows], widths, { lines: true, head: true });
}

/** Its columns are numbers and letters alone. */
function tileCard(tile: BlockOf<'tiles'>['tiles'][number]) {
  const rows = [`${tile.figure} ${tile.words}`, barTexts(tile).join(' ')];
  return { title: tile.title, rows: rows.map((text) => ({ text })) };
}

function cards({ columns, cards: all }: BlockOf<'cards'>): Table {
  const width = contentWidth / columns;
  const cells = all.map((card): Cell => ({
    children: [
      paragraph(textRuns(card.title, { bold: true })),
      ...(card.month === undefined ? [] : [paragraph(textRuns(monthTexts(card.month).join(' ')))]),
      ...card.rows.map((row) => paragraph(textRuns(`${row.text} ${row.number ?? ''}`.trim()))),
    ],
  }));
  const rows = Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) => cells[row * columns + column] ?? cell([])),
  );
  return tableOf(rows, Array.from({ length: columns }, () => width), { lines: true, head: false }); // prettier-ignore
}

/** Room for the pen, then a line above each name; kept with the paragraph before it. */
function signatures({ signers }: BlockOf<'signatures'>): WordNode[] {
  const width = contentWidth / Math.max(1, signers.length);
  const room = paragraph([], { spacing: { before: twips(46) }, keepNext: true });
  const signed = signers.map(({ lines }): Cell => ({
    borders: { ...noBorders, top: hair },
    children: lines.map((text, at) =>
      paragraph(textRuns(text, { bold: at === 0, size: halfPoints(10) }), {
        alignment: AlignmentType.CENTER,
        spacing: {},
      }),
    ),
  }));
  if (signed.length === 0) return [];
  return [room, tableOf([signed], signers.map(() => width), plainTable)]; // prettier-ignore
}

function quotation({ text }: BlockOf<'quotation'>): Paragraph[] {
  return text.split('\n').map((line) =>
    paragraph(textRuns(line, { italics: true }), {
      alignment: AlignmentType.JUSTIFIED,
      indent: { left: twips(24), right: twips(24) },
    }),
  );
}

function paragraphOf({ runs, align }: BlockOf<'paragraph'>, keepNext: boolean): Paragraph {
  const alignment = alignments[align ?? 'justify'];
  return paragraph(runNodes(runs), { alignment, spacing: { after: twips(8), line: 300 }, keepNext });
}

type Nodes = WordNode | WordNode[];

const nodesOf: { readonly [Kind in PaperBlock['kind']]: (block: BlockOf<Kind>, staysWithNext: boolean) => Nodes } = {
  heading,
  paragraph: paragraphOf,
  caption,
  pairs,
  list,
  quotation,
  table,
  checks,
  fill,
  marks,
  cards,
  signatures,
  tiles: ({ columns, tiles }) => cards({ kind: 'cards', columns, cards: tiles.map(tileCard) }),
  rule: () => paragraph([], { border: { bottom: hair } }),
  space: ({ points }) => paragraph([], { spacing: { before: twips(points) } }),
  pageBreak: () => new Paragraph({ children: [new PageBreak()] }),
};

const wordOf = (block: PaperBlock, staysWithNext: boolean) =>
  (nodesOf[block.kind] as (block: PaperBlock, staysWithNext: boolean) => Nodes)(block, staysWithNext);

/** Nodes of all blocks; a table is followed by a line of its own, so that two never grow together. */
export function wordNodes(blocks: readonly PaperBlock[]): WordNode[] {
  return blocks.flatMap((block, at) => {
    // As on the pages of the PDF: the date and the paragraph before it stay with the signatures.
    const isKept = blocks.slice(at + 1, at + 3).some(({ kind }) => kind === 'signatures');
    const nodes = [wordOf(block, isKept)].flat();
    const isTable = nodes.at(-1) instanceof Table;
    return isTable ? [...nodes, paragraph([], { spacing: { after: 0, line: 120 } })] : nodes;
  });
}
