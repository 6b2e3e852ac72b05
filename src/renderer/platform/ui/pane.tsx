import type { ReactNode } from 'react';
import look from './patterns.module.css';

type Props = {
  readonly title: string;
  /** Its name as a region, where that is not its title. */
  readonly label?: string;
  /** The ground of its page: `pane` of the patterns, and what that page adds. */
  readonly className: string | undefined;
  /** How much of it there is, in few words. */
  readonly said?: ReactNode;
  /** At the end of the line: a count, or the way to the whole of it. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
};

/** A part of a page on its own ground, under its title. */
export function Pane({ title, label = title, className, said, end, children }: Props) {
  return (
    <section className={className} aria-label={label}>
      <header>
        <h2>{title}</h2>
        {said !== undefined && <span className={look.quiet}>{said}</span>}
        {end !== undefined && <span className={look.end}>{end}</span>}
      </header>
      {children}
    </section>
  );
}
