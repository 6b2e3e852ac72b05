import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ConsentScope } from '../../shared/care/index.ts';
import { useClient } from '../platform/client-context.tsx';

/** Consents of one scope, the newest first: the newest is the one that counts. */
export function useConsents(caseId: string, scope: ConsentScope) {
  const client = useClient();
  return useQuery({
    queryKey: ['care', 'consents', caseId],
    queryFn: async () => (await client.listConsents({ caseId })).consents,
    select: (all) =>
      all
        .filter((consent) => consent.scope === scope)
        .sort((one, other) => other.recordedAt.localeCompare(one.recordedAt)),
  });
}

export function useRefreshConsents(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: ['care', 'consents'] }), [queries]);
}
