import { useQueryClient } from '@tanstack/react-query';
import type { Output } from '../platform/client.ts';
import { useRead, useRefresh } from '../platform/query.ts';

const copiesKey = ['backup', 'state'] as const;
const listKey = ['backup', 'list'] as const;
const lookAgainAfter = 10 * 60_000;

/** Age and folder of the copies; looked up again while the window stays open, because the age grows by itself. */
export const useCopyState = (enabled = true) =>
  useRead(copiesKey, (client) => client.getCopyState({}), { refetchInterval: lookAgainAfter, enabled });

/** Copies in their folder and what restores put aside; asked again whenever a copy was made. */
export const useCopyList = () => useRead(listKey, (client) => client.listCopies({}));

export function useKeepCopyState(): (state: Output<'getCopyState'>) => void {
  const queries = useQueryClient();
  return (state) => {
    queries.setQueryData(copiesKey, state);
    void queries.invalidateQueries({ queryKey: listKey });
  };
}

/** State and list are asked again: a new key makes a copy and leaves others behind. */
export const useRefreshCopies = () => useRefresh(['backup']);
