import type { ReactNode } from 'react';
import { failureOf, wordsOf } from '../failure-words.ts';
import { es } from '../es.ts';
import { Loading } from './loading.tsx';
import { Notice } from './parts.tsx';

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
