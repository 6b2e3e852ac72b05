import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useClient } from '../platform/client-context.tsx';

export function useDataIncidents() {
  const client = useClient();
  return useQuery({
    queryKey: ['privacy', 'incidents'],
    queryFn: async () => (await client.listDataIncidents({})).incidents,
    staleTime: 0,
  });
}

export function useAccessReviews() {
  const client = useClient();
  return useQuery({ queryKey: ['privacy', 'reviews'], queryFn: () => client.getAccessReviews({}), staleTime: 0 });
}

/** Reads again these duties, and the terms they start. */
export function useRefreshPrivacy(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['privacy'] }),
      queries.invalidateQueries({ queryKey: ['proceedings'] }),
    ]);
  }, [queries]);
}
