/** Setting a paper tighter where its last page would be nearly empty. */
import type { Content } from 'pdfmake/interfaces.js';
import type { PaperBlock } from '../../../shared/papers/blocks.ts';

/** How much of the space between blocks and lines is kept. */
export type TightStep = {
  readonly space: number;
  /** Most space between the lines of a paragraph. */
  readonly line: number;
  /** More of the page to write on, above and below. */
  readonly isWide: boolean;
  /** Size of the letters. */
  readonly size: number;
};

export const tightSteps = [
  { space: 1, line: 1.25, isWide: false, size: 1 },
  { space: 0.6, line: 1.15, isWide: false, size: 1 },
  { space: 0.35, line: 1.05, isWide: true, size: 1 },
  { space: 0.35, line: 1.05, isWide: true, size: 0.93 },
] as const satisfies readonly TightStep[];

/** Room for the pen above a signature is letters as well, and never less than two thirds of it. */
const leastRoom = 0.66;

/** The nodes with less between them; a step that keeps everything changes nothing. */
export function tight(content: Content[], { space, line, size }: TightStep): Content[] {
  if (space === 1) return content;
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => {
        if (key === 'margin' && Array.isArray(part)) {
          const [left, top, right, bottom] = part as [number, number, number, number];
          return [key, [left, top * space, right, bottom * space]];
        }
        if (key === 'lineHeight' && typeof part === 'number') return [key, Math.min(part, line)];
        if (key === 'fontSize' && part === penRoom) return [key, penRoom * Math.max(space, leastRoom)];
        if (key === 'fontSize' && typeof part === 'number') return [key, part * size];
        return [key, walk(part)];
      }),
    );
  };
  return walk(content) as Content[];
}

/** Room for the pen above the line of a signature, in points. */
export const penRoom = 50;

/** Where a part of the paper ends: the last page of the paper, or the one before a break. */
export type PageEnd = {
  readonly page: number;
  /** Share of the page that is written on, from its top. */
  readonly filled: number;
};

type Laid = {
  readonly isPageEnd?: true;
  readonly positions?: readonly { readonly pageNumber: number; readonly verticalRatio: number }[];
};

/** Nothing to see: where the page maker puts it, a part of the paper ends. */
export const pageEnd = () => ({ text: '', isPageEnd: true });

/** Read off once the pages are made. */
export function endsOf(content: readonly Content[]): PageEnd[] {
  return (content as readonly Laid[]).flatMap(({ isPageEnd, positions }) => {
    const at = isPageEnd === true ? positions?.at(-1) : undefined;
    return at === undefined ? [] : [{ page: at.pageNumber, filled: at.verticalRatio }];
  });
}

const nearlyEmpty = 0.4;
/** Of a longer part nobody minds a short last page, and printing it again takes its time. */
const mostPages = 3;

/** Whether a short part of more than one page ends on one that holds next to nothing. */
export function isNearlyEmpty(ends: readonly PageEnd[]): boolean {
  return ends.some(({ page, filled }, at) => {
    const pages = page - (ends[at - 1]?.page ?? 0);
    return pages > 1 && pages <= mostPages && filled < nearlyEmpty;
  });
}

/** Rows of a table that stay with the signatures below it. */
const rowsWithSignatures = 3;

type LastRows = {
  readonly blocks: readonly PaperBlock[];
  /** Stay with the signatures. */
  readonly tails: ReadonlySet<PaperBlock>;
  /** Are gone on with by a tail, without a space between. */
  readonly goOn: ReadonlySet<PaperBlock>;
};

/** The last rows before signatures, apart from those above them: a signature never stands alone on a page. */
export function withLastRows(blocks: readonly PaperBlock[]): LastRows {
  const [all, tails, goOn] = [[] as PaperBlock[], new Set<PaperBlock>(), new Set<PaperBlock>()];
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'pairs' || blocks[at + 1]?.kind !== 'signatures' || block.rows.length <= rowsWithSignatures) {
      all.push(block);
      continue;
    }
    const above = { ...block, rows: block.rows.slice(0, -rowsWithSignatures) };
    const tail = { ...block, rows: block.rows.slice(-rowsWithSignatures) };
    all.push(above, tail);
    goOn.add(above);
    tails.add(tail);
  }
  return { blocks: all, tails, goOn };
}
