import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useClient } from '../platform/client-context.tsx';

const staffKey = ['access', 'staff'] as const;
const proposalsKey = ['access', 'proposals'] as const;

export function useStaff() {
  const client = useClient();
  return useQuery({ queryKey: staffKey, queryFn: async () => (await client.listStaff({})).staff });
}

export function useProposals() {
  const client = useClient();
  return useQuery({ queryKey: proposalsKey, queryFn: async () => (await client.listProposals({})).proposals });
}

/** Reads staff and proposals again, after any change of them. */
export function useRefreshAccess(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: ['access'] }), [queries]);
}
