import type { ComponentProps, ReactNode } from 'react';
import { Pane as Part } from '../platform/ui/index.ts';
import css from './day.module.css';

export const Pane = (part: Omit<ComponentProps<typeof Part>, 'className'>) => <Part {...part} className={css.pane} />;

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
