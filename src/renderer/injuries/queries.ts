import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useRefreshCase } from '../intake/index.ts';
import { useRead } from '../platform/query.ts';

/** Marks of the body map, in the order of their numbers. */
export const useInjuries = (caseId: string) =>
  useRead(['injuries', caseId], (client) => client.listInjuries({ caseId }), { staleTime: 0 });

export function useRefreshInjuries(caseId: string): () => Promise<void> {
  const queries = useQueryClient();
  const refreshCase = useRefreshCase();
  return useCallback(async () => {
    await Promise.all([queries.invalidateQueries({ queryKey: ['injuries', caseId] }), refreshCase()]);
  }, [caseId, queries, refreshCase]);
}
