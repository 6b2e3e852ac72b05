import {
  hashKey,
  QueryClient,
  useQuery,
  useQueryClient,
  type QueryKey,
  type UseQueryOptions,
} from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useEffectEvent } from 'react';
import type { Transport } from '../../shared/platform/contract.ts';
import { useClient, type ReadClient } from './client.ts';
import { createOpeningCache } from './opening-cache.ts';

/** `always`: the application is on this computer, whatever Windows says about the network. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: createOpeningCache(),
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Always as stored now, and never shown again as it was. */
export const asOfNow = { gcTime: 0, staleTime: 0 } as const;

/** As stored when it opens, so that nothing of an earlier visit is kept; what is typed over it is not read again. */
export const readOnce = { gcTime: 0, staleTime: Infinity } as const;

/** The same for a form that takes in by itself what somebody else stored, as long as nothing was typed over it. */
export const readOnceByForm = { ...readOnce, meta: { followsRecord: true } } as const;

type More<Read, Shown> = Omit<UseQueryOptions<Read, Error, Shown>, 'queryKey' | 'queryFn'>;

/** What the record says under a key, asked with a client that stores nothing. */
export function useRead<Read, Shown = Read>(
  queryKey: QueryKey,
  read: (client: ReadClient) => Promise<Read>,
  more?: More<Read, Shown>,
) {
  const client = useClient();
  return useQuery({ queryKey, queryFn: () => read(client), ...more });
}

/** Milliseconds for which a count beside the navigation is taken as it was read, where nothing was stored since. */
const countedFor = 60_000;

/**
 * What stands on every screen. The next screen asks again when something was stored since, or a minute has passed; a clock
 * that asks by itself would keep an empty chair signed in.
 */
export function useScreenRead<Read>(queryKey: QueryKey, read: (client: ReadClient) => Promise<Read>, enabled = true) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const query = useRead(queryKey, read, {
    ...{ enabled, staleTime: countedFor, refetchOnWindowFocus: true },
    meta: { isOnEveryScreen: true },
  });
  const askAgain = useEffectEvent(() => {
    if (enabled && query.isStale) void query.refetch({ cancelRefetch: false });
  });
  useEffect(() => askAgain(), [path]);
  return query;
}

/** After whatever may have stored something, what stands on every screen is old. */
export function watchStores(
  transport: Transport,
  stores: (procedure: string) => boolean,
  queries: QueryClient,
): Transport {
  return {
    ...transport,
    invoke: async (call) => {
      try {
        return await transport.invoke(call);
      } finally {
        if (stores(call.procedure)) {
          void queries.invalidateQueries({
            predicate: ({ meta }) => meta?.['isOnEveryScreen'] === true,
            refetchType: 'none',
          });
        }
      }
    },
  };
}

/** Reads again what stands under these keys, or everything without one. */
export function useRefresh(...keys: readonly QueryKey[]): () => Promise<void> {
  const queries = useQueryClient();
  // Keys are written anew at each drawing: the function must stay the same.
  const hash = hashKey(keys);
  return useCallback(async () => {
    const all = JSON.parse(hash) as QueryKey[];
    if (all.length === 0) await queries.invalidateQueries();
    await Promise.all(all.map((queryKey) => queries.invalidateQueries({ queryKey })));
  }, [hash, queries]);
}
