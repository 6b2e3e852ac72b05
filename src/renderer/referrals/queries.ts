import { useQuery } from '@tanstack/react-query';
import { useClient } from '../platform/client-context.tsx';

/** Kinds that the facts of the case speak for. */
export function useSuggestions(caseId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['referrals', 'suggestions', caseId],
    queryFn: async () => (await client.suggestReferrals({ caseId })).suggestions,
  });
}
