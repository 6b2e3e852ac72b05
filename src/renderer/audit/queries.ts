import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../platform/client-context.tsx';

export type Reach = 'own' | 'all';

/** Lines asked for at once; a shorter page is the last one. */
const pageSize = 100;

/** The audit, newest first, page by page. */
export function useAuditLines(reach: Reach) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: ['audit', reach],
    initialPageParam: null as number | null,
    queryFn: async ({ pageParam: before }) =>
      (reach === 'own' ? await client.listOwnAudit({ before }) : await client.listAudit({ before })).lines,
    getNextPageParam: (last) => (last.length < pageSize ? null : (last.at(-1)?.seq ?? null)),
    staleTime: 0,
  });
}
