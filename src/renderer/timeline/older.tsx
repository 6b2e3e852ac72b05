import { PlainButton, QueryState } from '../platform/ui/index.ts';
import type { Timeline } from './queries.ts';

/** Below the newest of the history: the way to the rest, or how far asking for it came. */
export function Older({ count, query, ask }: NonNullable<Timeline['older']>) {
  if (query !== null) return <QueryState query={query}>{() => null}</QueryState>;
  return (
    <div>
      <PlainButton onClick={ask}>{count === 1 ? 'Ver la anterior' : `Ver las ${count} anteriores`}</PlainButton>
    </div>
  );
}
