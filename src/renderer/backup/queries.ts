import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Contract } from '../../shared/contract.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import { useClient } from '../platform/client-context.tsx';

export type CopyState = OutputOf<Contract['getCopyState']>;

const copiesKey = ['backup', 'state'] as const;
const lookAgainAfter = 10 * 60_000;

/** Age and folder of the copies; looked up again while the window stays open, because the age grows by itself. */
export function useCopyState(enabled = true) {
  const client = useClient();
  return useQuery({
    queryKey: copiesKey,
    queryFn: () => client.getCopyState({}),
    refetchInterval: lookAgainAfter,
    enabled,
  });
}

export function useKeepCopyState(): (state: CopyState) => void {
  const queries = useQueryClient();
  return (state) => {
    queries.setQueryData(copiesKey, state);
  };
}
