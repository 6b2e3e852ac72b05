import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useClient } from '../platform/client-context.tsx';

/** Asked again with every screen: a clock that asks by itself would keep an empty chair signed in. */
export function useAlertCount(path: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['alerts', 'count', path],
    queryFn: () => client.countMyAlerts({}),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchOnWindowFocus: true,
  });
}

export function useMyAlerts() {
  const client = useClient();
  return useQuery({ queryKey: ['alerts', 'mine'], queryFn: () => client.listMyAlerts({}), staleTime: 0 });
}

export function useCaseAlerts(caseId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['alerts', 'case', caseId],
    queryFn: async () => (await client.listCaseAlerts({ caseId })).alerts,
    staleTime: 0,
  });
}

export function useRefreshAlerts(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: ['alerts'] }), [queries]);
}
