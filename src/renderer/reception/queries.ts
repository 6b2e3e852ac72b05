import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useUnpressed, type Output } from '../platform/client.ts';
import { readOnce, useRead, useRefresh } from '../platform/query.ts';

export type OpenedArrival = Output<'getArrival'>;

/** Opens an arrival and gives its id; while it is open the desk may search by name. */
export function useOpenArrival() {
  const client = useUnpressed();
  return useMutation({ mutationFn: async () => (await client.openArrival({})).arrivalId });
}

/** Read again when the application says that something changed, never by the clock. */
export const useBoard = () => useRead(['reception', 'board'], (client) => client.openBoard({}), { staleTime: 0 });

export const usePublicBoard = (enabled: boolean) =>
  useRead(['reception', 'public'], (client) => client.readPublicBoard({}), { staleTime: 0, enabled });

/** One arrival as stored now: its form starts from it. */
export const useArrival = (arrivalId: string) =>
  useRead(['arrival', arrivalId], (client) => client.getArrival({ arrivalId }), readOnce);

export const useWaiting = (span: { readonly from: string; readonly to: string }) =>
  useRead(['reception', 'waiting', span], (client) => client.getWaiting(span), { staleTime: 0 });

export const useInstitutionCalls = () =>
  useRead(['reception', 'institutionCalls'], async (client) => (await client.listInstitutionCalls({})).calls, {
    staleTime: 0,
  });

export const useInquiries = () =>
  useRead(['reception', 'inquiries'], async (client) => (await client.listInquiries({})).inquiries, { staleTime: 0 });

export const useRefreshReception = () => useRefresh(['reception']);

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
