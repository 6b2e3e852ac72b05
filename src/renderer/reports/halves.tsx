import type { ReactNode } from 'react';
import css from './reports.module.css';

/** A step of the month, with what will go out of it at the side; null where the reader sees none. */
export function Halves({ aside, children }: { readonly aside: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={css.halves} data-alone={aside === null || undefined}>
      <div className={css.column}>{children}</div>
      {aside}
    </div>
  );
}
