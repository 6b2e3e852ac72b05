import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useClient } from '../platform/client-context.tsx';

export function useOwnDeclarations() {
  const client = useClient();
  return useQuery({
    queryKey: ['conflicts', 'own'],
    queryFn: async () => (await client.listOwnDeclarations({})).declarations,
  });
}

export function useConflicts() {
  const client = useClient();
  return useQuery({
    queryKey: ['conflicts', 'found'],
    queryFn: async () => (await client.listConflicts({})).conflicts,
  });
}

export function useRefreshConflicts(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: ['conflicts'] }), [queries]);
}
