import { useEffect, useRef } from 'react';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import { hrefOf } from '../../platform/routes.ts';
import { QueryState } from '../../platform/ui/index.ts';
import css from '../reports.module.css';
import { useFigure, type FigureAsk } from './queries.ts';

/** The fichas behind a figure, or the acts. Of whom she may not read the answer she sees that it is there. */
export function FigureList({ ask, title }: { readonly ask: FigureAsk; readonly title: string }) {
  const read = useFigure(ask);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [ask.row, ask.column, ask.table]);
  return (
    <section className={css.pane} aria-label={`Lista: ${title}`}>
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {read.data !== undefined && <span className={css.quiet}>{read.data.length}</span>}
      </header>
      <QueryState query={read}>
        {(things) => {
          const open = things.filter(({ number }) => number !== null);
          const others = things.length - open.length;
          return (
            <ul className={css.listed} data-acts={open.some(({ on }) => on !== null) || undefined}>
              {open.map(({ caseId, number, on }, at) => (
                <li key={at}>
                  <a href={hrefOf('/casos/$caseId', { caseId: caseId ?? '' })}>{number}</a>
                  {on !== null && <span className={css.quiet}>{formatCivilDate(on)}</span>}
                </li>
              ))}
              {others > 0 && <li>{others === 1 ? '1 que usted no abre.' : `${others} que usted no abre.`}</li>}
            </ul>
          );
        }}
      </QueryState>
    </section>
  );
}
