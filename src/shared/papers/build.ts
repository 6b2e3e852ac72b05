/** Short ways to write the blocks of a paper. */
import type { Paper, PaperBlock, PaperMark, PaperRun } from './blocks.ts';

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
