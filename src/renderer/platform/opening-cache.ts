import { QueryCache } from '@tanstack/react-query';

type Query = Parameters<QueryCache['add']>[0];

/**
 * Where what is read for one showing (`gcTime` 0) goes with the last who shows it. The library drops it at a timer: on a busy
 * computer the next key comes before that, and a form opened again would stand over what was read the time before.
 */
export function createOpeningCache(): QueryCache {
  const cache = new QueryCache();
  const gone = new WeakSet<Query>();
  cache.subscribe(({ type, query }) => {
    const isOver = query.gcTime === 0 && query.getObserversCount() === 0 && query.state.fetchStatus === 'idle';
    if (type !== 'observerRemoved' || !isOver) return;
    gone.add(query);
    cache.remove(query);
    // Only in the same drawing: what is emptied afterwards must not come back.
    queueMicrotask(() => gone.delete(query));
  });
  // A page that follows another in one drawing was drawn with what that one had read, and goes on with it.
  const given = new WeakMap<object, Query>();
  const build = cache.build.bind(cache);
  cache.build = (client, options, state) => {
    const before = given.get(options);
    if (before !== undefined && gone.delete(before)) cache.add(before);
    const query = build(client, options, state);
    given.set(options, query);
    return query;
  };
  return cache;
}
