import { type ReactNode, useEffect, useState } from 'react';
import { failureOf, wordsOf } from '../failure-words.ts';
import { es } from '../es.ts';
import { Notice } from './parts.tsx';
import css from './states.module.css';

type Asked<Data> = {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
};

/** What was asked for: words while it comes, its failure with «Reintentar», or what it draws. */
export function QueryState<Data>({
  query,
  children,
}: {
  readonly query: Asked<Data>;
  readonly children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) {
    const failure = failureOf(query.error);
    return (
      <Notice tone="error" action={{ label: es.state.retry, onClick: () => void query.refetch() }}>
        <p role="alert">{wordsOf(failure)}</p>
        {failure.issues.map(({ path, message }) => (
          <p key={path}>{message}</p>
        ))}
      </Notice>
    );
  }
  return <Loading />;
}

/** What stands while something comes: nothing at first, then bones of the same height, then words, then for how long. */

/** In ms: sooner nobody sees that anything was waited for, and bones would only flicker. */
const bonesAfter = 300;
const wordsAfter = 1000;
const countAfter = 5000;

/** Milliseconds since it began, at those moments and then each second. */
function useElapsed(): number {
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    const next = [bonesAfter, wordsAfter, countAfter].find((at) => at > elapsed) ?? elapsed + 1000;
    const timer = setTimeout(() => setElapsed(next), next - elapsed);
    return () => clearTimeout(timer);
  }, [elapsed]);
  return elapsed;
}

function Loading() {
  const elapsed = useElapsed();
  return (
    <div className={css.loading} data-loading>
      {elapsed >= bonesAfter && (
        <div className={css.bones} aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      )}
      <p>
        <span role="status">{elapsed >= wordsAfter ? es.state.loading : ''}</span>
        {/* Said once: a clock read aloud every second is noise. */}
        {elapsed >= countAfter && <span aria-hidden="true">{` ${es.state.since(Math.floor(elapsed / 1000))}`}</span>}
      </p>
    </div>
  );
}
