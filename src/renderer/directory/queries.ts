import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useClient } from '../platform/client-context.tsx';

/** Every entry, those no longer used too: lists and fields choose from it. */
export function useAuthorities() {
  const client = useClient();
  return useQuery({
    queryKey: ['directory', 'authorities'],
    queryFn: async () => (await client.listAuthorities({ kinds: null })).authorities,
  });
}

export function useAuthorityChanges(authorityId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['directory', 'changes', authorityId],
    queryFn: async () => (await client.listAuthorityChanges({ authorityId })).changes,
  });
}

export function useRefreshDirectory(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: ['directory'] }), [queries]);
}
