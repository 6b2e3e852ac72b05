/** The report on paper: the published figures. A4, readable in grey. */
import type { Paper, PaperBlock } from '../papers/blocks.ts';
import { bold, heading, marksOf, pairs, paragraph, signatures } from '../papers/text.ts';
import type { DisplayCell, DisplayTable } from './display-table.ts';
import { displayTables, type Published } from './display.ts';
import { formatPercent } from './figures.ts';
import { monthNames } from '../platform/typed-date.ts';
import { bandWords, notShown, periodWords, typeWords } from './labels.ts';
import { aboutUnit, publicationNumber } from './about-unit.ts';
import type { Imprint } from './schema.ts';
import { isYear } from './units.ts';

export type MonthPaperOptions = {
  /** Ministry, programme, centre: from the settings. */
  readonly letterhead: readonly string[];
  readonly centreName: string;
  /** Practice data carries its own mark on every page. */
  readonly practice: boolean;
};

function cellWords({ value, kind, words }: DisplayCell): string {
  if (words !== undefined) return words;
  if (value === null) return notShown;
  return kind === 'percent' ? formatPercent(value) : String(value);
}

/** Numbers at the right; a wide table gives its numbers less room so that it stays on a portrait page. */
export function tableBlocks(table: DisplayTable): PaperBlock[] {
  const columns = table.head.length - 1;
  const width = columns > 6 ? 46 : columns > 4 ? 56 : 72;
  return [
    heading(3, table.title),
    {
      kind: 'table',
      head: table.head,
      rows: table.rows.map((row) => [row.label, ...row.cells.map(cellWords)]),
      widths: ['*', ...Array.from({ length: columns }, () => width)],
      alignRight: Array.from({ length: columns }, (_, index) => index + 1),
      bold: table.rows.flatMap(({ total }, at) => (total ? [at] : [])),
    },
  ];
}

/** Two charts of published figures, which print in grey: the main types, and the months of the year so far. */
function chartBlocks(month: Published): PaperBlock[] {
  if (!('cells' in month) || month.margins === null) return [];
  const { margins, total, period, tables } = month;
  const months = (tables.find(({ id }) => id === 'T2')?.rows ?? []).filter(({ code }) => code !== 'total');
  const hasBand = months.some(({ values }) => values[0] === null);
  const bars = months.map(({ code, values: [cases = null] }) => ({
    label: `${shortPeriod(code)}${cases === null ? '*' : ''}`,
    value: cases ?? 0,
  }));
  const ofKinds = {
    ...{ title: 'Casos por tipo principal', figure: String(total ?? 0), words: `casos, ${periodWords(period)}` },
    bars: typeWords.map((words, at) => ({ label: words.split(' ')[0] ?? words, value: margins.type[at] ?? 0 })),
    isOfKinds: true,
  };
  const year = months.reduce((sum, { values: [cases = null] }) => sum + (cases ?? 0), 0);
  const ofMonths = {
    ...{ title: 'Casos publicados en el año', figure: String(year), bars },
    words: hasBand ? `casos acumulados; * ${bandWords} casos` : 'casos acumulados',
  };
  return [{ kind: 'tiles', columns: 2, tiles: [ofKinds, ofMonths] }];
}

/** «ene», or «T1» for what a quarter left. */
function shortPeriod(period: string): string {
  const [, rest = ''] = period.split('-');
  return rest.startsWith('Q') ? `T${rest.slice(1)}` : (monthNames[Number(rest) - 1] ?? rest).slice(0, 3);
}

/** So many rows of 0 are told one by one. */
const fewZeros = 3;

/** The long lists of a year on paper: answers that nobody gave stand together. Sheet and text file hold every row. */
export function withoutZeros(table: DisplayTable): DisplayTable {
  const isZero = ({ total, cells: [first] }: DisplayTable['rows'][number]) => !total && first?.value === 0;
  const zeros = table.rows.filter(isZero).length;
  if (zeros <= fewZeros) return table;
  const kept = table.rows.filter((row) => !isZero(row));
  const others = table.rows.find(isZero);
  const together = { label: `Otras ${zeros} respuestas, cada una`, total: false, cells: others?.cells ?? [] };
  return { ...table, rows: [...kept.filter(({ total }) => !total), together, ...kept.filter(({ total }) => total)] };
}

/** Stand under the head of the paper; what is read with care stands below the figures. */
const onHead = ['centre', 'place', 'period', 'product', 'cut-off', 'publication', 'revision', 'coverage'];

/**
 * The anonymised month, fit to be handed over. `imprint` null = draft: marked «Borrador», without number.
 *
 * The same start as the final is used for a draft, so the draft shows the figures that will be published.
 */
export function monthPaper(month: Published, imprint: Imprint | null, options: MonthPaperOptions): Paper {
  const about = aboutUnit(month, imprint);
  const factsOf = (isHead: boolean) =>
    pairs(about.filter(({ code }) => onHead.includes(code) === isHead).map(({ words, text }) => [words, text]));
  const figures: PaperBlock[] =
    month.view === 'band'
      ? [paragraph([bold(`Casos del periodo: ${bandWords}.`)])]
      : [
          ...chartBlocks(month),
          ...displayTables(month)
            .map((table) => (isYear(month.period) ? withoutZeros(table) : table))
            .flatMap(tableBlocks),
        ];
  return {
    title: [
      `Reporte ${isYear(month.period) ? 'anual' : 'mensual'} ${month.centre} ${month.period}`,
      ...(imprint === null ? [] : [publicationNumber(imprint)]),
    ].join(' '),
    number: imprint === null ? null : `${imprint.publication} · ${imprint.seal}`,
    marks: marksOf(options.practice, imprint === null && 'draft'),
    letterhead: options.letterhead,
    blocks: [
      heading(1, isYear(month.period) ? 'Reporte anual de casos atendidos' : 'Reporte de casos atendidos'),
      factsOf(true),
      ...figures,
      ...(imprint === null ? [] : [signatures(['Coordinación', 'Nombre, firma y sello'])]),
      { kind: 'rule' },
      factsOf(false),
    ],
  };
}
