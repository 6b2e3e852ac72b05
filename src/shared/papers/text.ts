/** Short ways to write the blocks of a paper, and its words in reading order: what PDF, Word file and tests have in common. */
import type { CardMonth, MissingFact, Paper, PaperBlock, PaperMark, PaperRun, PaperTile } from './blocks.ts';

type BlockOf<Kind extends PaperBlock['kind']> = Extract<PaperBlock, { kind: Kind }>;

/** Plain words, or runs. */
type Words = string | readonly PaperRun[];

const runsOf = (words: Words): readonly PaperRun[] => (typeof words === 'string' ? [{ text: words }] : words);
export const bold = (text: string): PaperRun => ({ text, bold: true });

export const heading = (level: 1 | 2 | 3, text: string): PaperBlock => ({ kind: 'heading', level, text });

export const paragraph = (words: Words, align?: BlockOf<'paragraph'>['align']): PaperBlock => ({
  kind: 'paragraph',
  runs: runsOf(words),
  ...(align !== undefined && { align }),
});

/** What is done one after the other. */
export const steps = (...texts: readonly string[]): PaperBlock => ({
  kind: 'list',
  ordered: true,
  items: texts.map(runsOf),
});

export const bullets = (...texts: readonly string[]): PaperBlock => ({
  kind: 'list',
  ordered: false,
  items: texts.map(runsOf),
});

export type PairRow = BlockOf<'pairs'>['rows'][number];
export const row = (label: string, words: Words): PairRow => ({ label, runs: runsOf(words) });

export const pairs = (rows: readonly (readonly [label: string, words: Words])[], labelWidth?: number): PaperBlock => ({
  kind: 'pairs',
  rows: rows.map(([label, words]) => row(label, words)),
  ...(labelWidth !== undefined && { labelWidth }),
});

/** The lines below each signature. */
export const signatures = (...signers: readonly (readonly string[])[]): PaperBlock => ({
  kind: 'signatures',
  signers: signers.map((lines) => ({ lines })),
});

export function marksOf(isPractice: boolean, ...others: readonly (PaperMark | false)[]): PaperMark[] {
  return [...(isPractice ? (['practice'] as const) : []), ...others.filter((mark) => mark !== false)];
}

/** What the settings say of the centre. */
export type SheetHead = {
  readonly name: string;
  readonly isPractice: boolean;
  readonly ministry: string;
  readonly programme: string;
};

/** A sheet of the centre itself, without a number. */
export function sheetHead({ ministry, programme, name, isPractice }: SheetHead, ...others: PaperMark[]) {
  const letterhead = [ministry, programme, `Centro Emergencia Mujer ${name}`];
  return { number: null, marks: marksOf(isPractice, ...others), letterhead } satisfies Partial<Paper>;
}

/** A text of a paper and the last heading above it; null before the first. */
export type PaperPart = { readonly text: string; readonly under: string | null };

/** A gap is never invisible. */
export const missingWords = (what: string): string => `[FALTA: ${what}]`;
/** What stands in a box that is ticked. */
export const tickedWord = 'X';
/** What stands before an item of a list without numbers. */
export const bullet = '•';

export function runsText(runs: readonly PaperRun[]): string {
  return runs.map((run) => (run.missing === true ? missingWords(run.text) : run.text)).join('');
}

/** Options down each column, as the eye reads a list, given row by row; a hole is left out. */
export function rowsDown<Item>(items: readonly Item[], columns: number): Item[][] {
  const height = Math.ceil(items.length / Math.max(1, columns));
  return Array.from({ length: height }, (_, row) => items.filter((_item, at) => at % height === row));
}

function tableTexts({ head, rows }: BlockOf<'table'>): string[] {
  return [...head, ...rows.flatMap((row) => head.map((_, column) => row[column] ?? ''))];
}

export function marksHead({ heads }: Pick<BlockOf<'marks'>, 'heads'>): string[] {
  return ['N.º', 'Pregunta', ...heads];
}

function marksTexts(block: BlockOf<'marks'>): string[] {
  const rowTexts = ({ item, text, marks }: BlockOf<'marks'>['rows'][number]) => [
    item,
    text,
    ...block.heads.map((_, at) => marks[at] ?? ''),
  ];
  return [...marksHead(block), ...block.rows.flatMap(rowTexts)];
}

function fillTexts({ item, label, hint, space }: BlockOf<'fill'>): string[] {
  const words = [item, label, hint ?? ''];
  switch (space.kind) {
    case 'inline':
      return [...words, ...space.options];
    case 'boxes':
      return [...words, ...rowsDown(space.options, space.columns).flat()];
    case 'parts':
      return [...words, ...space.parts.map((part) => part.label)];
    case 'lines':
      return words;
  }
}

/** The last column and the highest carry their number. */
export function saysNumber(bars: PaperTile['bars'], at: number): boolean {
  const most = Math.max(...bars.map(({ value }) => value));
  return at === bars.length - 1 || (most > 0 && at === bars.findIndex(({ value }) => value === most));
}

/** Numbers over the columns, then what is written below them. */
export function barTexts({ bars }: Pick<PaperTile, 'bars'>): string[] {
  return [
    ...bars.filter((_bar, at) => saysNumber(bars, at)).map(({ value }) => String(value)),
    ...bars.map(({ label }) => label),
  ];
}

export const weekdayLetters = ['L', 'M', 'M', 'J', 'V', 'S', 'D'] as const;

/** Every sign of a month, in reading order. */
export const monthTexts = ({ weeks }: CardMonth): string[] => [
  ...weekdayLetters,
  ...weeks.flat().flatMap((day) => (day === null ? [] : [String(day)])),
];

// oxlint-disable-next-line complexity -- one case per kind of block, nothing nested
function blockTexts(block: PaperBlock): string[] {
  switch (block.kind) {
    case 'heading':
    case 'quotation':
      return [block.text];
    case 'paragraph':
      return [runsText(block.runs)];
    case 'caption':
      return block.rows.flatMap((row) => [row.label, row.value]);
    case 'pairs':
      return block.rows.flatMap((row) => [row.label, runsText(row.runs)]);
    case 'list':
      return block.items.flatMap((runs, at) => [block.ordered ? `${at + 1}.` : bullet, runsText(runs)]);
    case 'table':
      return tableTexts(block);
    case 'checks':
      return block.items.flatMap((item) => [item.ticked ? tickedWord : '', item.text]);
    case 'fill':
      return fillTexts(block);
    case 'marks':
      return marksTexts(block);
    case 'tiles':
      return block.tiles.flatMap((tile) => [tile.title, tile.figure, tile.words, ...barTexts(tile)]);
    case 'cards':
      return block.cards.flatMap(({ title, month, rows }) => [
        title,
        ...(month === undefined ? [] : monthTexts(month)),
        ...rows.flatMap((row) => [row.text, row.number ?? '']),
      ]);
    case 'signatures':
      return block.signers.flatMap((signer) => signer.lines);
    case 'rule':
    case 'space':
    case 'pageBreak':
      return [];
  }
}

type Read = Pick<Paper, 'letterhead' | 'blocks'>;

/** Every text of the paper in reading order; without the heads and feet of its pages. */
export function partsOf(paper: Read): PaperPart[] {
  const parts: PaperPart[] = paper.letterhead.map((text) => ({ text, under: null }));
  let under: string | null = null;
  for (const block of paper.blocks) {
    if (block.kind === 'heading') under = block.text;
    for (const text of blockTexts(block)) if (text !== '') parts.push({ text, under });
  }
  return parts;
}

/** The words of the paper in reading order, a line a part. White space inside a part is as it was written. */
export function textOf(paper: Read): string {
  return partsOf(paper)
    .map((part) => part.text)
    .join('\n');
}

/** Whether the paper says at its place that the fact is missing: one in a part that is left out leaves no gap. */
export function isMarked({ label }: Pick<MissingFact, 'label'>, blocks: readonly PaperBlock[]): boolean {
  return textOf({ letterhead: [], blocks }).includes(missingWords(label));
}
