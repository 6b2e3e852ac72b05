import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useClient } from '../platform/client-context.tsx';

export function useRuleTables() {
  const client = useClient();
  return useQuery({
    queryKey: ['rulebook', 'tables'],
    queryFn: async () => (await client.listRuleTables({})).tables,
  });
}

/** Every version of every row of one table. */
export function useRules(tableId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['rulebook', 'rules', tableId],
    queryFn: async () => (await client.listRules({ tableId })).versions,
  });
}

export function useRefreshRules(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries(), [queries]);
}
