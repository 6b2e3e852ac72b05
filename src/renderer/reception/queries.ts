import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Contract } from '../../shared/contract.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import { useClient, useUnpressed } from '../platform/client-context.tsx';

export type OpenedArrival = OutputOf<Contract['getArrival']>;

/** Opens an arrival and gives its id; while it is open the desk may search by name. */
export function useOpenArrival() {
  const client = useUnpressed();
  return useMutation({ mutationFn: async () => (await client.openArrival({})).arrivalId });
}

/** Read again when the application says that something changed, never by the clock. */
export function useBoard() {
  const client = useClient();
  return useQuery({ queryKey: ['reception', 'board'], queryFn: () => client.openBoard({}), staleTime: 0 });
}

export function usePublicBoard() {
  const client = useClient();
  return useQuery({ queryKey: ['reception', 'public'], queryFn: () => client.readPublicBoard({}), staleTime: 0 });
}

/** One arrival as stored now: its form starts from it. */
export function useArrival(arrivalId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['arrival', arrivalId],
    queryFn: () => client.getArrival({ arrivalId }),
    gcTime: 0,
    staleTime: Infinity,
  });
}

export function useWaiting(span: { readonly from: string; readonly to: string }) {
  const client = useClient();
  return useQuery({ queryKey: ['reception', 'waiting', span], queryFn: () => client.getWaiting(span), staleTime: 0 });
}

export function useVisits(day: string) {
  const client = useClient();
  return useQuery({ queryKey: ['reception', 'visits', day], queryFn: () => client.listVisits({ day }), staleTime: 0 });
}

export function useInstitutions() {
  const client = useClient();
  return useQuery({
    queryKey: ['reception', 'institutions'],
    queryFn: async () => (await client.listInstitutions({})).institutions,
    staleTime: 0,
  });
}

export function useInstitutionCalls() {
  const client = useClient();
  return useQuery({
    queryKey: ['reception', 'institutionCalls'],
    queryFn: async () => (await client.listInstitutionCalls({})).calls,
    staleTime: 0,
  });
}

export function useInquiries() {
  const client = useClient();
  return useQuery({
    queryKey: ['reception', 'inquiries'],
    queryFn: async () => (await client.listInquiries({})).inquiries,
    staleTime: 0,
  });
}

export function useRefreshReception(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: ['reception'] }), [queries]);
}

const tick = 15_000;

/** Now by the clock of the application: what it said when it was asked, and what has gone by here since. */
export function useApplicationNow(saidNow: string): string {
  const [gone, setGone] = useState({ since: saidNow, ms: 0 });
  useEffect(() => {
    const heardAt = performance.now();
    const timer = setInterval(() => setGone({ since: saidNow, ms: performance.now() - heardAt }), tick);
    return () => clearInterval(timer);
  }, [saidNow]);
  return new Date(Date.parse(saidNow) + (gone.since === saidNow ? gone.ms : 0)).toISOString();
}
