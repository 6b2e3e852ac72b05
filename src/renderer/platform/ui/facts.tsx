import type { ReactNode } from 'react';
import css from './patterns.module.css';

/** What each is, and what is said of it; one that does not apply is left out. */
export type Fact = readonly [label: ReactNode, value: ReactNode] | false | null;

/** Facts to read, one a line. */
export function Facts({ of }: { readonly of: readonly Fact[] }) {
  return (
    <dl className={css.facts}>
      {of.map(
        (fact, index) =>
          fact && (
            <div key={index} className={css.fact}>
              <dt>{fact[0]}</dt>
              <dd>{fact[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
