/** Tables of a paper, their head on every page. */
import type { Content, TableLayout } from 'pdfmake/interfaces.js';
import type { PaperBlock } from '../../../shared/papers/blocks.ts';
import { contentWidth, padded } from './page.ts';
import { as } from './structure.ts';
import { wholeParts } from './whole-words.ts';

const hairline: TableLayout = {
  hLineWidth: (index, node) => (index === 0 || index === node.table.body.length ? 0.75 : 0.4),
  vLineWidth: () => 0,
  hLineColor: () => '#555555',
  ...padded(4, 3),
};

/** Width of the line and size of its letters, in points. */
export type Line = { readonly room: number; readonly size: number };

export function textNodes(text: string, line: Line, style: object = {}): Content[] {
  return wholeParts(text, line).map((part) => ({
    ...style,
    text: part.text,
    ...(part.isWhole ? { noWrap: true } : {}),
  }));
}

/** Lines of the highest cell by wide letters: too careful rather than too late. */
function linesOf(row: readonly string[], widths: readonly number[]): number {
  const lines = (text: string, width: number) =>
    text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length * 6.5) / width) + 1, 0);
  return Math.max(0, ...row.map((text, column) => lines(text, widths[column] ?? contentWidth)));
}
const linesOfPage = 45;

export function tableNode(block: Extract<PaperBlock, { kind: 'table' }>): Content {
  const padding = block.widths.length * 8;
  const fixed = block.widths.reduce<number>((sum, width) => sum + (width === '*' ? 0 : width), 0);
  const stars = block.widths.filter((width) => width === '*').length;
  const star = Math.max(24, (contentWidth - padding - fixed) / Math.max(1, stars));
  const right = new Set(block.alignRight ?? []);
  const widths = block.widths.map((width) => (width === '*' ? star : width));
  const highest = Math.max(0, ...block.rows.map((row) => linesOf(row, widths)));
  const isWhole = linesOf(block.head, widths) + highest <= linesOfPage;
  const cell = (text: string, column: number, kind: 'TH' | 'TD', bold = kind === 'TH') =>
    as(kind, {
      text: textNodes(text, { room: widths[column] ?? star, size: 10 }),
      bold,
      fontSize: 10,
      alignment: right.has(column) ? ('right' as const) : ('left' as const),
    });
  return as<Content>('Table', {
    table: {
      // Repeated on each page only while it leaves room for rows.
      headerRows: linesOf(block.head, widths) > 12 ? 0 : 1,
      // A row that is higher than a page has to go on over the next one: kept whole, its end would be lost.
      ...(isWhole ? { dontBreakRows: true, keepWithHeaderRows: 1 } : {}),
      widths,
      body: [
        block.head.map((text, column) => cell(text, column, 'TH')),
        ...block.rows.map((row, at) =>
          block.head.map((_, column) => cell(row[column] ?? '', column, 'TD', block.bold?.includes(at) ?? false)),
        ),
      ],
    },
    layout: hairline,
    margin: [0, 2, 0, 10],
  });
}
