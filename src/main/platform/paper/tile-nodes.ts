/** Tiles in rows: a sentence, a figure, and columns from zero in greys that differ. */
import type { CanvasElement, Content, Table } from 'pdfmake/interfaces.js';
import type { PaperBlock, PaperTile } from '../../../shared/papers/blocks.ts';
import { saysNumber } from '../../../shared/papers/text.ts';
import { contentWidth, padded } from './page.ts';

const padding = 6;
const high = 50;
const fontSize = 7;
const [light, edge, dark] = ['#c4c4c4', '#555555', '#404040'];

/** Height of a column: something is seen of whatever is more than nothing. */
const heightOf = (value: number, most: number) => (value === 0 ? 0 : Math.max(1, (value / most) * high));

function chart({ bars, isOfKinds = false }: PaperTile, width: number): Content[] {
  const step = width / Math.max(1, bars.length);
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const columns = bars.map(({ value }, at): CanvasElement => {
    const tall = heightOf(value, most);
    const isLast = !isOfKinds && at === bars.length - 1;
    return {
      ...{ type: 'rect', x: at * step + step * 0.15, y: high - tall, w: step * 0.7, h: tall },
      ...{ color: isLast ? dark : light, lineColor: isLast ? dark : edge, lineWidth: 0.4 },
    };
  });
  const base: CanvasElement = { type: 'line', x1: 0, y1: high, x2: width, y2: high, lineWidth: 0.5, lineColor: edge };
  const labels: Content = {
    columns: bars.map(({ label }) => ({ width: step, text: label, alignment: 'center', fontSize, noWrap: true })),
    columnGap: 0,
  };
  // Laid over the chart: a number stands on its own column.
  const numbers = bars.flatMap(({ value }, at): Content[] => {
    if (!isOfKinds && !saysNumber(bars, at)) return [];
    const text = String(value);
    const x = at * step + step / 2 - (text.length * fontSize) / 4;
    return [
      { text, fontSize, noWrap: true, relativePosition: { x, y: high - heightOf(value, most) - fontSize - 1.5 } },
    ];
  });
  return [{ text: ' ', fontSize: fontSize - 1 }, ...numbers, { canvas: [...columns, base] }, labels];
}

function tileNode(tile: PaperTile, width: number): Content {
  const { title, figure, words } = tile;
  return {
    stack: [
      { text: title, bold: true, fontSize: 9.5 },
      {
        columns: [
          { width: 'auto', text: figure, bold: true, fontSize: 16 },
          { width: '*', text: words, fontSize: 8.5, margin: [0, 1, 0, 0] },
        ],
        columnGap: 5,
      },
      ...chart(tile, width),
    ],
  };
}

export function tilesNode({ columns, tiles }: Extract<PaperBlock, { kind: 'tiles' }>): Content {
  const width = contentWidth / columns - padding * 2;
  const body: Table['body'] = [];
  for (let start = 0; start < tiles.length; start += columns) {
    const row = tiles.slice(start, start + columns).map((one) => tileNode(one, width));
    body.push([...row, ...Array.from({ length: columns - row.length }, () => ({ text: '' }))]);
  }
  return {
    table: { dontBreakRows: true, widths: Array.from({ length: columns }, () => width), body },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: (index: number) => (index === 0 || index === columns ? 0 : 0.5),
      ...{ hLineColor: () => edge, vLineColor: () => edge },
      ...padded(padding, 4, 3),
    },
    margin: [0, 0, 0, 8],
  };
}
