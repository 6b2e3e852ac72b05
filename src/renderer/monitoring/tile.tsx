import { useId } from 'react';
import {
  indicatorOf,
  monthLong,
  monthWord,
  tileWords,
  type IndicatorId,
  type IndicatorView,
} from '../../shared/monitoring/index.ts';
import { MonthColumns } from '../platform/ui/index.ts';
import type { Open } from './behind.tsx';
import css from './monitoring.module.css';

type Props = {
  readonly view: IndicatorView;
  readonly open: Open | null;
  readonly onOpen: (open: Open) => void;
};

function firstTable(id: IndicatorId): { words: string; shows: Open['shows'] } {
  const { table, breakdown } = indicatorOf(id);
  return breakdown?.isFirst === true ? { words: breakdown.table, shows: 'parts' } : { words: table, shows: 'table' };
}

/** What the month says, the figure with its words, twelve months, and what opens behind it. */
export function Tile({ view, open, onOpen }: Props) {
  const id = useId();
  const { links } = indicatorOf(view.id);
  const table = firstTable(view.id);
  const { title, figure, words } = tileWords(view);
  const last = view.tallies.at(-1);
  if (last === undefined) return null;
  const isOpen = open?.view.id === view.id;
  const shown = links.filter(
    ({ kind, isRare }) => isRare !== true || view.whole.cells.some((one) => one.kind === kind),
  );
  const list = (kind: string | null): Open => ({ view, shows: 'list', month: last.month, kind, part: null });
  const points = view.tallies.map(({ month, figure: value }) => ({
    ...{ label: monthWord(month).charAt(0), long: monthLong(month), value: value ?? 0 },
    ...(value === null ? { words: '–' } : {}),
  }));
  return (
    <figure className={css.tile} data-open={isOpen || undefined} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p className={css.figure}>
        <span className={css.big}>{figure}</span>
        <span>{words}</span>
      </p>
      <MonthColumns label="Doce meses" points={points} />
      <figcaption>
        <button
          type="button"
          aria-label={`${table.words}: ${title}`}
          aria-expanded={isOpen && open.shows !== 'list'}
          onClick={() => onOpen({ ...list(null), shows: table.shows })}
        >
          {table.words}
        </button>
        {shown.map(({ label, kind }) => (
          <button
            key={label}
            type="button"
            aria-label={`${label}: ${title}`}
            aria-expanded={isOpen && open.shows === 'list' && open.kind === kind}
            onClick={() => onOpen(list(kind))}
          >
            {label}
          </button>
        ))}
      </figcaption>
    </figure>
  );
}
