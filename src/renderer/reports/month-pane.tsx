import type { ReactNode } from 'react';
import { Pane } from '../platform/ui/index.ts';
import css from './reports.module.css';

type PaneProps = {
  readonly title: string;
  readonly said: string;
  /** To the whole list. */
  readonly to: string;
  /** What is left out. */
  readonly foot?: string;
  readonly children: ReactNode;
};

/** What a domain above says of a month, in the look of its page. */
export function MonthPane({ title, said, to, foot, children }: PaneProps) {
  return (
    <Pane className={css.pane} {...{ title, said }} end={<a href={to}>Ver la lista</a>}>
      <ul className={css.rows}>{children}</ul>
      {foot !== undefined && <p className={css.foot}>{foot}</p>}
    </Pane>
  );
}

type RowProps = {
  readonly below?: string;
  readonly act?: { readonly label: string; readonly of: string; readonly href: string };
  readonly children: ReactNode;
};

export function MonthRow({ below, act, children }: RowProps) {
  return (
    <li>
      <span>
        {children}
        {below !== undefined && <small>{below}</small>}
      </span>
      {act !== undefined && (
        <a href={act.href} aria-label={`${act.label}: ${act.of}`}>
          {act.label}
        </a>
      )}
    </li>
  );
}
