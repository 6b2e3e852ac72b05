import type { ReactNode } from 'react';
import css from './patterns.module.css';

/** What each is, and what is said of it; one that does not apply is left out. */
export type Fact = readonly [label: ReactNode, value: ReactNode] | false | null;

/** Facts to read, one a line; in a pane beside a list each stands below its name. */
export function Facts({ of, isNarrow = false }: { readonly of: readonly Fact[]; readonly isNarrow?: boolean }) {
  return (
    <dl className={isNarrow ? css.narrow : css.facts}>
      {of.map(
        (fact, index) =>
          fact && (
            <div key={index}>
              <dt>{fact[0]}</dt>
              <dd>{fact[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
