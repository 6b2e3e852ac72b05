/** The exact tables on paper, «Uso interno» on each page; they leave through the print register alone. */
import type { Paper } from '../../papers/blocks.ts';
import { bold, heading, marksOf, pairs, paragraph } from '../../papers/text.ts';
import type { DisplayTable } from '../display-table.ts';
import { tableBlocks, type MonthPaperOptions } from '../month-paper.ts';
import type { InternalTable } from './contract.ts';
import { asDisplay, internalPeriodWords } from './made.ts';
import { notCountedInFile } from './rule.ts';

export const internalUse = 'Uso interno: cifras exactas, no salen del centro';

/** Columns of figures that fit on a page beside their rows. */
const mostColumns = 5;

/** A wide table goes on below itself, with its rows named again. */
function partsOf(table: DisplayTable): DisplayTable[] {
  const [corner = '', ...columns] = table.head;
  const count = Math.max(1, Math.ceil(columns.length / mostColumns));
  return Array.from({ length: count }, (_, part) => {
    const [from, to] = [part * mostColumns, (part + 1) * mostColumns];
    return {
      title: part === 0 ? table.title : `${table.title}, sigue`,
      head: [corner, ...columns.slice(from, to)],
      rows: table.rows.map((row) => ({ ...row, cells: row.cells.slice(from, to) })),
    };
  });
}

/** The number is given when it is issued. */
export function internalPaper(tables: readonly InternalTable[], period: string, options: MonthPaperOptions): Paper {
  return {
    title: `Tablas internas ${period}`,
    number: null,
    marks: marksOf(options.practice, 'internal'),
    letterhead: options.letterhead,
    blocks: [
      heading(1, 'Tablas internas de casos atendidos'),
      pairs([
        ['Centro', options.centreName],
        ['Periodo', internalPeriodWords(period)],
        ['Producto', [bold(internalUse)]],
        ['Alcance', notCountedInFile],
      ]),
      ...tables.flatMap((table) => [
        ...partsOf(asDisplay(table)).flatMap(tableBlocks),
        ...(table.notes.length === 0 ? [] : [paragraph(table.notes.join(' '))]),
      ]),
      { kind: 'rule' },
      paragraph('Cada porcentaje se redondea por separado a un decimal; la suma puede no dar 100.0.'),
    ],
  };
}
