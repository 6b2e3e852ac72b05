/** Cards that are carried: several on one sheet to cut out, or one on each page of its own size. */
import type { Column, Content } from 'pdfmake/interfaces.js';
import type { CardMonth, CardRow, PaperBlock, PaperCard } from '../../../shared/papers/blocks.ts';
import { weekdayLetters } from '../../../shared/papers/text.ts';
import { cardWidth, contentWidth, padded } from './page.ts';
import { as } from './structure.ts';

type BlockOf<Kind extends PaperBlock['kind']> = Extract<PaperBlock, { kind: Kind }>;
/** Where a card stands: how wide, and its letters in points. */
type Place = { readonly width: number; readonly size: number };
type Margin = [number, number, number, number];

const hair = 0.5;
const line = (width: number, y: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: y, x2: width, y2: y, lineWidth: hair }],
});

const rowGap = 4;
const margin: Margin = [0, 0, 0, rowGap];

function tickRow(text: string, { width, size }: Place): Content {
  const side = size - 1;
  const box: Column = { width: side, canvas: [{ type: 'rect', x: 0, y: 1.5, w: side, h: side, lineWidth: hair }] };
  return { columns: [box, { width: width - side - 6, text, fontSize: size }], columnGap: 6, margin };
}

function rowNode({ text, number, look }: CardRow, place: Place): Content {
  const { width, size } = place;
  if (look === 'title') return { text, bold: true, fontSize: size + 2, margin: [0, size, 0, size / 2] };
  if (look === 'tick') return tickRow(text, place);
  if (number === undefined) return { text, fontSize: size, margin };
  const numberWidth = size * 10;
  const words: Column = { width: width - numberWidth - 6, text, fontSize: size };
  const right: Column =
    number === ''
      ? { width: numberWidth, stack: [line(numberWidth, 10)] }
      : { width: numberWidth, text: number, fontSize: size + 1, bold: true, alignment: 'right' };
  return { columns: [words, right], margin };
}

/** A ring and no words. */
function dayCell(day: number | null, isCircled: boolean, { width, size }: Place): Content {
  const text = { text: day === null ? '' : String(day), fontSize: size, alignment: 'center' } as const;
  if (!isCircled) return as<Content>('TD', text);
  const ring = {
    type: 'ellipse',
    x: width / 2,
    y: size * 0.62,
    r1: size * 0.95,
    r2: size * 0.82,
    lineWidth: 0.9,
  } as const;
  return as<Content>('TD', { stack: [text, { canvas: [ring], relativePosition: { x: 0, y: -size * 1.16 } }] });
}

function monthNode({ weeks, circled }: CardMonth, { width, size }: Place): Content {
  const column = { width: width / 7, size };
  const head = (text: string) => as<Content>('TH', { text, fontSize: size - 1, alignment: 'center' });
  return as<Content>('Table', {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: Array.from({ length: 7 }, () => column.width),
      body: [
        weekdayLetters.map(head),
        ...weeks.map((week) => week.map((day) => dayCell(day, day !== null && day === circled, column))),
      ],
    },
    layout: {
      ...{ hLineWidth: (at: number) => (at === 1 ? hair : 0), vLineWidth: () => 0 },
      ...padded(0, size * 0.35),
    },
    margin,
  });
}

function cardStack({ title, month, rows, blanks = 0 }: PaperCard, place: Place): Content[] {
  const { width, size } = place;
  return [
    { text: title, bold: true, fontSize: size + 2, margin: [0, 0, 0, 5] },
    ...(month === undefined ? [] : [monthNode(month, place)]),
    ...rows.map((row) => rowNode(row, place)),
    ...Array.from({ length: blanks }, () => line(width, size * 2)),
  ];
}

/** Borders to cut along; each card is as high as the others, so that a pile lies flush. */
export function cardsNode({ columns, cards }: BlockOf<'cards'>): Content {
  const padding = 12;
  const width = contentWidth / columns - padding * 2;
  const cell = (card: PaperCard) => ({ stack: cardStack(card, { width, size: 9 }) });
  const body = [];
  for (let start = 0; start < cards.length; start += columns) {
    const row = cards.slice(start, start + columns).map(cell);
    body.push([...row, ...Array.from({ length: columns - row.length }, () => ({ text: '' }))]);
  }
  return {
    table: { dontBreakRows: true, widths: Array.from({ length: columns }, () => width), body },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      hLineStyle: () => ({ dash: { length: 3, space: 2 } }),
      vLineStyle: () => ({ dash: { length: 3, space: 2 } }),
      ...padded(padding, 10, 8),
    },
  };
}

/** Letters of a card on a page of its own, in points, the largest that fits. */
export const cardSizes = [11, 9.5, 8, 7] as const;

/** Each card on a page of its own. */
export function cardPages(blocks: readonly PaperBlock[], size: number): Content[] {
  const cards = blocks.flatMap((block) => (block.kind === 'cards' ? block.cards : []));
  return cards.map((card, at) => ({
    stack: cardStack(card, { width: cardWidth, size }),
    ...(at > 0 && { pageBreak: 'before' as const }),
  }));
}
