import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Contract } from '../../shared/contract.ts';
import type { InputGivenOf } from '../../shared/platform/contract.ts';
import { useClient } from '../platform/client-context.tsx';

export type Scope = InputGivenOf<Contract['listDeadlines']>['scope'];

/** Whether the sheet of the day was printed: said anew when one leaves. */
export const dayPaperKey = ['proceedings', 'day-paper'] as const;

export function useProceedings(caseId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['proceedings', 'case', caseId],
    queryFn: () => client.getProceedings({ caseId }),
    staleTime: 0,
  });
}

export function useDeadlines(scope: Scope) {
  const client = useClient();
  return useQuery({
    queryKey: ['proceedings', 'board', scope],
    queryFn: () => client.listDeadlines({ scope }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** Asked again with every screen, as the count of alerts is. */
export function useDeadlineCount(path: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['proceedings', 'count', path],
    queryFn: () => client.countDeadlines({}),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** Reads again what hangs on the clock, and the alerts it raises. */
export function useRefreshProceedings(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['proceedings'] }),
      queries.invalidateQueries({ queryKey: ['alerts'] }),
    ]);
  }, [queries]);
}
