import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useClient } from '../platform/client-context.tsx';

export function usePresenting(caseId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['presenting', 'case', caseId],
    queryFn: async () => (await client.listPresenting({ caseId })).filings,
  });
}

export function useToPresent() {
  const client = useClient();
  return useQuery({ queryKey: ['presenting', 'today'], queryFn: () => client.listToPresent({}), gcTime: 0 });
}

export function useRefreshPresenting(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await queries.invalidateQueries({ queryKey: ['presenting'] });
    await queries.invalidateQueries({ queryKey: ['attachments'] });
  }, [queries]);
}
