import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useClient } from '../../platform/client-context.tsx';

/** The persons of a case as they stand now. */
export function useCasePersons(caseId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['persons', caseId, 'list'],
    queryFn: () => client.listCasePersons({ caseId }),
    staleTime: 0,
  });
}

/** Her record for a form: always as stored now. */
export function useCasePerson(caseId: string, personId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['persons', caseId, 'record', personId],
    queryFn: () => client.getCasePerson({ caseId, personId }),
    gcTime: 0,
    staleTime: Infinity,
  });
}

export function usePersonChanges(caseId: string, personId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['persons', caseId, 'changes', personId],
    queryFn: () => client.listPersonChanges({ caseId, personId }),
    gcTime: 0,
    staleTime: 0,
  });
}

export function usePersonTimeline(caseId: string, personId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['persons', caseId, 'timeline', personId],
    queryFn: () => client.getPersonTimeline({ caseId, personId }),
    gcTime: 0,
    staleTime: 0,
  });
}

/** Reads the persons of a case and its overview again; a form being typed stays as it is. */
export function useRefreshPersons(caseId: string): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await Promise.all([
      ...['list', 'changes', 'timeline'].map((what) =>
        queries.invalidateQueries({ queryKey: ['persons', caseId, what] }),
      ),
      queries.invalidateQueries({ queryKey: ['intake', 'overview'] }),
    ]);
  }, [queries, caseId]);
}
