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

/** Who replaces whom, who is in charge, and where the recovery key was used. */
export function useStandIns() {
  const client = useClient();
  return useQuery({ queryKey: ['access', 'stand-ins'], queryFn: () => client.listStandIns({}) });
}

/** Names of people with access, also for who does not read the staff page. */
export function useStaffNames() {
  const client = useClient();
  return useQuery({ queryKey: ['access', 'names'], queryFn: async () => (await client.listStaffNames({})).staff });
}

/** What the reader is told and has not said to have read. */
export function useMyNotices() {
  const client = useClient();
  return useQuery({
    queryKey: ['access', 'notices'],
    queryFn: async () => (await client.listMyNotices({})).notices,
    refetchInterval: 5 * 60_000,
  });
}

/** Reads staff and proposals again, after any change of them. */
export function useRefreshAccess(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: ['access'] }), [queries]);
}
