import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { RowVerdict } from '../../shared/imports/index.ts';
import { useClient } from '../platform/client-context.tsx';

export function useImports() {
  const client = useClient();
  return useQuery({ queryKey: ['imports', 'lists'], queryFn: async () => (await client.listImports({})).imports });
}

export const importKey = (importId: string) => ['imports', 'list', importId] as const;

export function useImport(importId: string) {
  const client = useClient();
  return useQuery({ queryKey: importKey(importId), queryFn: () => client.getImport({ importId }) });
}

export function useRows(importId: string, verdict: RowVerdict | null, after: number) {
  const client = useClient();
  return useQuery({
    queryKey: ['imports', 'rows', importId, verdict, after],
    queryFn: () => client.listImportRows({ importId, verdict, after }),
  });
}

export function useCameIn(importId: string, after: number) {
  const client = useClient();
  return useQuery({
    queryKey: ['imports', 'cases', importId, after],
    queryFn: () => client.listImportedCases({ importId, after }),
  });
}

export function useHolds(importId: string, isAsked: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: ['imports', 'holds', importId],
    queryFn: () => client.listImportHolds({ importId }),
    enabled: isAsked,
  });
}

/** How far the running work is, twice a second. */
export function useProgress(importId: string, isRunning: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: ['imports', 'progress', importId],
    queryFn: async () => (await client.getImportProgress({ importId })).progress,
    enabled: isRunning,
    refetchInterval: 500,
    gcTime: 0,
  });
}

export function useRefreshImports(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: ['imports'] }), [queries]);
}
