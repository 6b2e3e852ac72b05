import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ReferralKind } from '../../shared/referrals/index.ts';
import { useClient } from '../platform/client-context.tsx';

/** Kinds that the facts of the case speak for. */
export function useSuggestions(caseId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['referrals', 'suggestions', caseId],
    queryFn: async () => (await client.suggestReferrals({ caseId })).suggestions,
  });
}

/** Where the clock of the emergency kit stands for a kind; null where it has no part. */
export function useClock(caseId: string, kind: ReferralKind) {
  const client = useClient();
  return useQuery({
    queryKey: ['referrals', 'clock', caseId, kind],
    queryFn: async () => (await client.startReferral({ caseId, kind })).clock,
    gcTime: 0,
  });
}

/** Referrals of a case with what became of them, and those she did not accept. */
export function useReferrals(caseId: string) {
  const client = useClient();
  return useQuery({ queryKey: ['referrals', 'of-case', caseId], queryFn: () => client.listReferrals({ caseId }) });
}

/** What was handed over in a case, the newest first. */
export function useCustody(caseId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['referrals', 'custody', caseId],
    queryFn: async () => (await client.listCustody({ caseId })).receipts,
  });
}

/** Slips that should have come. */
export function useWaiting() {
  const client = useClient();
  return useQuery({
    queryKey: ['referrals', 'waiting'],
    queryFn: async () => (await client.listWaitingReferrals({})).waiting,
  });
}

export function useRefreshReferrals(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: ['referrals'] }), [queries]);
}
