import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useRefreshCase } from '../intake/index.ts';
import type { Output } from '../platform/client-context.tsx';
import { useRead } from '../platform/query.ts';

export type Reintegration = Output<'listReintegration'>;

export const useReintegration = (caseId: string) =>
  useRead(['reintegration', caseId], (client) => client.listReintegration({ caseId }), { staleTime: 0 });

export function useRefreshReintegration(caseId: string): () => Promise<void> {
  const queries = useQueryClient();
  const refreshCase = useRefreshCase();
  return useCallback(async () => {
    await Promise.all([queries.invalidateQueries({ queryKey: ['reintegration', caseId] }), refreshCase()]);
  }, [caseId, queries, refreshCase]);
}
