import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Consent } from '../../shared/care/index.ts';
import { useClient } from '../platform/client-context.tsx';

/** Consents that cover something, the newest first: the newest is the one that counts. */
export function useConsents(caseId: string, covers: (consent: Consent) => boolean) {
  const client = useClient();
  return useQuery({
    queryKey: ['care', 'consents', caseId],
    queryFn: async () => (await client.listConsents({ caseId })).consents,
    select: (all) => all.filter(covers).sort((one, other) => other.recordedAt.localeCompare(one.recordedAt)),
  });
}

export function useRefreshConsents(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: ['care', 'consents'] }), [queries]);
}

export function useAttentions(caseId: string) {
  const client = useClient();
  return useQuery({ queryKey: ['care', 'attentions', caseId], queryFn: () => client.listAttentions({ caseId }) });
}

export function useInterviews(caseId: string) {
  const client = useClient();
  return useQuery({ queryKey: ['care', 'interviews', caseId], queryFn: () => client.listInterviews({ caseId }) });
}

/** Questions for the next interview; not asked for while the reader may not read interviews. */
export function useInterviewQuestions(caseId: string, enabled = true) {
  const client = useClient();
  return useQuery({
    queryKey: ['care', 'questions', caseId],
    queryFn: async () => (await client.listInterviewQuestions({ caseId })).questions,
    enabled,
  });
}

export function useRefreshQuestions(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: ['care', 'questions'] }), [queries]);
}

export function useAccount(caseId: string) {
  const client = useClient();
  return useQuery({ queryKey: ['care', 'account', caseId], queryFn: () => client.getAccount({ caseId }) });
}

/** What can be moved out of a ficha, and what was moved. */
export function useMovable(caseId: string) {
  const client = useClient();
  return useQuery({ queryKey: ['care', 'movable', caseId], queryFn: () => client.listMovable({ caseId }) });
}

/** Reads again what hangs on the records of care, and the overview of the case. */
export function useRefreshCare(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['care'] }),
      queries.invalidateQueries({ queryKey: ['intake', 'overview'] }),
    ]);
  }, [queries]);
}
