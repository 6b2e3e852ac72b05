import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useClient } from '../platform/client-context.tsx';

export function useCaseSeal(caseId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['reserve', 'seal', caseId],
    queryFn: () => client.getCaseSeal({ caseId }),
    staleTime: 0,
  });
}

/** Asked again with every screen: a clock that asks by itself would keep an empty chair signed in. */
export function useExceptional(path: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['reserve', 'open', path],
    queryFn: async () => ({ ...(await client.getExceptionalAccess({})), askedAt: performance.now() }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
}

export function useReviewCount(path: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['reserve', 'count', path],
    queryFn: () => client.countExceptionalReviews({}),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

export function useAccesses() {
  const client = useClient();
  return useQuery({
    queryKey: ['reserve', 'accesses'],
    queryFn: async () => (await client.listExceptionalAccesses({})).accesses,
    staleTime: 0,
  });
}

/** A seal or an access changes what is listed, found and open: everything read before is asked again. */
export function useRefreshReserve(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries(), [queries]);
}
