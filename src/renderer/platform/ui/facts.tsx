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

/** Sentences, a paragraph each. */
export function Sentences({ of }: { readonly of: readonly string[] }) {
  return of.map((words) => <p key={words}>{words}</p>);
}

/** Sentences, one a line; nothing where there are none. */
export function Lines({ of, className }: { readonly of: readonly string[]; readonly className?: string | undefined }) {
  if (of.length === 0) return null;
  return (
    <ul className={className}>
      {of.map((words, at) => (
        // Two may say the same.
        <li key={at}>{words}</li>
      ))}
    </ul>
  );
}

type TwoProps = {
  readonly first: string | null;
  /** Null where nothing explains it. */
  readonly second: string | null;
  /** The first line is never broken: a number. */
  readonly isWhole?: boolean;
};

/** A fact, and below it what explains it. */
export function TwoLines({ first, second, isWhole = false }: TwoProps) {
  return (
    <>
      <span className={isWhole ? css.nowrap : undefined}>{first}</span>
      {second !== null && <span className={css.below}>{second}</span>}
    </>
  );
}
