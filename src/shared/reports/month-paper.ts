/** The report on paper: the published figures. A4, readable in grey. */
import type { Paper, PaperBlock, PaperMark } from '../papers/blocks.ts';
import { displayTables, type DisplayTable } from './display.ts';
import { formatPercent } from './figures.ts';
import { bandWords, notShown, periodWords } from './labels.ts';
import type { AuditMark, PublishedMonth } from './schema.ts';

export type MonthPaperOptions = {
  /** Ministry, programme, centre: from the settings. */
  readonly letterhead: readonly string[];
  /** Name of the centre as printed. */
  readonly centreName: string;
  /** Practice data carries its own mark on every page. */
  readonly practice: boolean;
};

function cellWords(value: number | null, kind: 'count' | 'percent'): string {
  if (kind === 'percent') return formatPercent(value);
  return value === null ? notShown : String(value);
}

/** Numbers at the right; a wide table gives its numbers less room so that it stays on a portrait page. */
export function tableBlocks(table: DisplayTable): PaperBlock[] {
  const columns = table.head.length - 1;
  const width = columns > 6 ? 46 : columns > 4 ? 56 : 72;
  return [
    { kind: 'heading', level: 3, text: table.title },
    {
      kind: 'table',
      head: table.head,
      rows: table.rows.map((row) => [row.label, ...row.cells.map((cell) => cellWords(cell.value, cell.kind))]),
      widths: ['*', ...Array.from({ length: columns }, () => width)],
      alignRight: Array.from({ length: columns }, (_, index) => index + 1),
    },
  ];
}

export function paragraph(text: string, bold = false): PaperBlock {
  return { kind: 'paragraph', align: 'justify', runs: [bold ? { text, bold: true } : { text }] };
}

export function marksOf(practice: boolean, mark: PaperMark | null): PaperMark[] {
  const marks: PaperMark[] = practice ? ['practice'] : [];
  return mark === null ? marks : [...marks, mark];
}

/**
 * The anonymised month. `audit` null = draft: marked «Borrador», without number.
 *
 * The same start as the final is used for a draft, so the draft shows the figures that will be published.
 */
export function monthPaper(month: PublishedMonth, audit: AuditMark | null, options: MonthPaperOptions): Paper {
  const figures: PaperBlock[] =
    month.view === 'band'
      ? [paragraph(`Casos del periodo: ${bandWords}.`, true)]
      : displayTables(month).flatMap(tableBlocks);
  return {
    title: `Reporte mensual ${month.centre} ${month.period}`,
    number: audit === null ? null : `${audit.seq} · ${audit.seal}`,
    marks: marksOf(options.practice, audit === null ? 'draft' : null),
    letterhead: options.letterhead,
    blocks: [
      { kind: 'heading', level: 1, text: 'Reporte de casos atendidos' },
      {
        kind: 'pairs',
        rows: [
          { label: 'Centro', runs: [{ text: options.centreName }] },
          { label: 'Periodo', runs: [{ text: periodWords(month.period) }] },
          { label: 'Producto', runs: [{ text: 'Anonimizado, para publicación' }] },
          ...(month.revision > 1 ? [{ label: 'Revisión', runs: [{ text: String(month.revision) }] }] : []),
        ],
      },
      ...figures,
      { kind: 'rule' },
      paragraph(month.note),
    ],
  };
}
