import type { ReactNode } from 'react';
import css from './day.module.css';

type Props = {
  readonly title: string;
  /** How much of it there is, in few words. */
  readonly said?: ReactNode;
  /** At the end of the line: a count, or the way to the whole of it. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
};

/** A part of the day under its title. */
export function Pane({ title, said, end, children }: Props) {
  return (
    <section className={css.pane} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {said !== undefined && <span className={css.quiet}>{said}</span>}
        {end !== undefined && <span className={css.end}>{end}</span>}
      </header>
      {children}
    </section>
  );
}

type LinesProps = {
  /** Said instead while there are no lines. */
  readonly none: string;
  /** By the hour, or by whose turn it is. */
  readonly isOrdered?: boolean;
  readonly children: readonly ReactNode[];
};

export function PaneLines({ none, isOrdered = false, children }: LinesProps) {
  const List = isOrdered ? 'ol' : 'ul';
  return children.length === 0 ? <p className={css.none}>{none}</p> : <List className={css.lines}>{children}</List>;
}
