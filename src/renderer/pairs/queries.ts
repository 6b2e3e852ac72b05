import { useQuery } from '@tanstack/react-query';
import { useClient } from '../platform/client-context.tsx';

const fresh = { gcTime: 0, staleTime: 0 } as const;

export function usePairHistory(caseId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['pairs', 'history', caseId],
    queryFn: () => client.readPairHistory({ caseId }),
    ...fresh,
  });
}

export function useAggressorCases(caseId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['pairs', 'aggressor', caseId],
    queryFn: () => client.readAggressorCases({ caseId }),
    ...fresh,
  });
}
