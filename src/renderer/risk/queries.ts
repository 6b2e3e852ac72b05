import { useQuery } from '@tanstack/react-query';
import { useClient } from '../platform/client-context.tsx';

export const riskKey = (caseId: string) => ['risk', caseId] as const;

/** Whether the form may be applied to this case, and the forms signed so far, newest first. */
export function useRisk(caseId: string) {
  const client = useClient();
  return useQuery({ queryKey: riskKey(caseId), queryFn: () => client.getRisk({ caseId }), staleTime: 0 });
}
