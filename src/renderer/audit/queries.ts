import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Contract } from '../../shared/contract.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import { useClient } from '../platform/client-context.tsx';

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

export type WitnessState = OutputOf<Contract['getWitnessState']>;

const witnessKey = ['audit', 'witness'] as const;

/** Papers of the audit. */
export function useWitnessState(enabled: boolean) {
  const client = useClient();
  return useQuery({ queryKey: witnessKey, queryFn: () => client.getWitnessState({}), enabled });
}

export function useRefreshWitness() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: witnessKey });
}

const troublesKey = ['troubles'] as const;

/** What was found of the file; told again by an event of the host. */
export function useTroubles() {
  const client = useClient();
  return useQuery({ queryKey: troublesKey, queryFn: () => client.getTroubles({}) });
}

export type ReadOnlyFacts = OutputOf<Contract['getReadOnlyFacts']>;

/** The same with what the copy at hand has: it reads the folder of copies, for its own page. */
export function useReadOnlyFacts() {
  const client = useClient();
  return useQuery({ queryKey: [...troublesKey, 'facts'], queryFn: () => client.getReadOnlyFacts({}) });
}

export function useRefreshTroubles() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: troublesKey });
}
