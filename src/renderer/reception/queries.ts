import { useMutation } from '@tanstack/react-query';
import type { ArrivalOutcome } from '../../shared/reception/index.ts';
import { useClient } from '../platform/client-context.tsx';

/** Opens an arrival and gives its id; while it is open the desk may search by name. */
export function useOpenArrival() {
  const client = useClient();
  return useMutation({ mutationFn: async () => (await client.openArrival({})).arrivalId });
}

/** Ends an arrival that became no case. */
export function useCloseArrival() {
  const client = useClient();
  return useMutation({
    mutationFn: (closing: { arrivalId: string; outcome: Exclude<ArrivalOutcome, 'case'> }) =>
      client.closeArrival(closing),
  });
}
