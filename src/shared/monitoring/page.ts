/** The nine tiles and their numbers on one page, in grey, for the centre alone. */
import type { Paper } from '../papers/index.ts';
import { heading, marksOf, paragraph } from '../papers/text.ts';
import type { CivilDate } from '../platform/dates.ts';
import { formatCivilDate } from '../platform/typed-date.ts';
import type { IndicatorView, Monitoring } from './contract.ts';
import { indicatorOf, leftOut } from './indicators.ts';
import { monthWord, spanWords } from './words.ts';

export type PageHead = {
  readonly letterhead: readonly string[];
  readonly isPractice: boolean;
  readonly today: CivilDate;
};

/** First letter of a month, as the columns are called. */
const letterOf = (month: Monitoring['months'][number]) => monthWord(month).charAt(0);

/** The words of a tile: what the month says, its figure and what stands beside it. */
export function tileWords({ id, kinds, tallies }: IndicatorView) {
  const { finding, beside } = indicatorOf(id);
  const last = tallies.at(-1);
  const labelOf = (code: string) => kinds.find((one) => one.code === code)?.label ?? code;
  if (last === undefined) return { title: '', figure: '', words: '' };
  return {
    title: finding(last, labelOf),
    figure: last.figure === null ? '–' : String(last.figure),
    words: beside(last, labelOf),
  };
}

export function monitoringPage(read: Monitoring, { letterhead, isPractice, today }: PageHead): Paper {
  const letters = read.months.map(letterOf);
  const numbers = (one: IndicatorView) => one.tallies.map(({ figure }) => (figure === null ? '–' : String(figure)));
  return {
    title: `Monitoreo ${read.months[0] ?? ''} ${read.months.at(-1) ?? ''}`,
    number: null,
    marks: marksOf(isPractice, 'internal'),
    letterhead,
    format: 'form',
    signedOn: today,
    blocks: [
      heading(2, `Monitoreo · ${spanWords(read.months)} · al ${formatCivilDate(today)}`),
      {
        kind: 'tiles',
        columns: 3,
        tiles: read.indicators.map((one) => ({
          ...tileWords(one),
          bars: one.tallies.map(({ figure }, at) => ({ label: letters[at] ?? '', value: figure ?? 0 })),
        })),
      },
      {
        kind: 'table',
        head: ['Cifra de cada mes', ...letters],
        rows: read.indicators.map((one) => [titleOf(one), ...numbers(one)]),
        widths: ['*', ...letters.map(() => 15)],
        alignRight: letters.map((_, at) => at + 1),
      },
      paragraph(leftOut.replace('para usted', 'para quien imprime')),
    ],
  };
}

function titleOf({ id }: IndicatorView): string {
  const { title, unit } = indicatorOf(id);
  return unit === null || indicatorOf(id).measure.of === 'count' ? title : `${title} (${unit})`;
}
