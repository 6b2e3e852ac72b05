/** What others changed is asked for again: only what is on the screen, and at most once a second for the same thing. */
import type { Query, QueryClient } from '@tanstack/react-query';
import { isTyping } from './typing.ts';

/** Milliseconds between two readings of the same thing, and between two looks whether something is still being typed. */
export const pace = 1000;

export type Asked = {
  /** Which queries; what is not on the screen is only marked as old. */
  readonly fits: (query: Query) => boolean;
  /** Waits until nothing is being typed: a form takes what it began with from what was read. */
  readonly waits?: boolean;
};

/**
 * Answers the function that asks: at once the first time, then once more at the end of each second in which it was called.
 * `stop` forgets what still waits.
 */
export function createAsking(queries: QueryClient) {
  const due = new Map<string, Asked>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const look = (key: string) => {
    timers.delete(key);
    const asked = due.get(key);
    if (asked === undefined) return;
    timers.set(
      key,
      setTimeout(() => look(key), pace),
    );
    if (asked.waits === true && isTyping()) return;
    // Its first reading is still under way, and may have begun before the change: once more when it is over.
    const begun = ({ state }: Query) => state.fetchStatus === 'fetching' && state.data === undefined;
    const isBegun = queries.getQueryCache().findAll({ predicate: asked.fits }).some(begun);
    if (!isBegun) due.delete(key);
    void queries.invalidateQueries({ predicate: asked.fits });
  };

  return {
    ask(key: string, asked: Asked): void {
      due.set(key, asked);
      if (!timers.has(key)) look(key);
    },
    stop(): void {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      due.clear();
    },
  };
}

/** Typed over by a form that keeps what it began with: reading it again would only part the two. */
export function isTypedOver(query: Query): boolean {
  if (query.meta?.['followsRecord'] === true) return false;
  return query.observers.some(({ options }) => options.staleTime === Infinity);
}
