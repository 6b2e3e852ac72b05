import { useQuery } from '@tanstack/react-query';
import type { RepeatKind, RepeatSpan } from '../../shared/pairs/index.ts';
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

export function useRepeats(kind: RepeatKind, span: RepeatSpan) {
  const client = useClient();
  return useQuery({
    queryKey: ['pairs', 'repeats', kind, span],
    queryFn: () => {
      switch (kind) {
        case 'pairs':
          return client.listRepeatedPairs(span);
        case 'accused':
          return client.listAccusedByMany(span);
        case 'users':
          return client.listUsersOfMany(span);
      }
    },
    ...fresh,
  });
}
