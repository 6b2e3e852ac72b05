import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient, type Output } from '../platform/client.ts';
import { useRead, useRefresh } from '../platform/query.ts';

export type Reach = 'own' | 'all';

/** Lines asked for at once; a shorter page is the last one. */
const pageSize = 100;

/** The audit, newest first, page by page. */
export function useAuditLines(reach: Reach) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: ['audit', reach],
    initialPageParam: null as number | null,
    queryFn: async ({ pageParam: before }) =>
      (reach === 'own' ? await client.listOwnAudit({ before }) : await client.listAudit({ before })).lines,
    getNextPageParam: (last) => (last.length < pageSize ? null : (last.at(-1)?.seq ?? null)),
    staleTime: 0,
  });
}

export type WitnessState = Output<'getWitnessState'>;

const witnessKey = ['audit', 'witness'] as const;

export const useWitnessState = (enabled: boolean) =>
  useRead(witnessKey, (client) => client.getWitnessState({}), { enabled });

export const useRefreshWitness = () => useRefresh(witnessKey);

const troublesKey = ['troubles'] as const;

/** What was found of the file; told again by an event of the host. */
export const useTroubles = () => useRead(troublesKey, (client) => client.getTroubles({}));

export type ReadOnlyFacts = Output<'getReadOnlyFacts'>;

/** The same with what the copy at hand has: it reads the folder of copies, for its own page. */
export const useReadOnlyFacts = () => useRead([...troublesKey, 'facts'], (client) => client.getReadOnlyFacts({}));

export const useRefreshTroubles = () => useRefresh(troublesKey);
