import { keepPreviousData } from '@tanstack/react-query';
import { useRead, useRefresh } from '../platform/query.ts';

export const useCaseSeal = (caseId: string) =>
  useRead(['reserve', 'seal', caseId], (client) => client.getCaseSeal({ caseId }), { staleTime: 0 });

/** Asked again with every screen: a clock that asks by itself would keep an empty chair signed in. */
export const useExceptional = (path: string) =>
  useRead(
    ['reserve', 'open', path],
    async (client) => ({ ...(await client.getExceptionalAccess({})), askedAt: performance.now() }),
    { placeholderData: keepPreviousData, staleTime: 0, gcTime: 0 },
  );

export const useReviewCount = (path: string) =>
  useRead(['reserve', 'count', path], (client) => client.countExceptionalReviews({}), {
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

export const useAccesses = () =>
  useRead(['reserve', 'accesses'], async (client) => (await client.listExceptionalAccesses({})).accesses, {
    staleTime: 0,
  });

/** A seal or an access changes what is listed, found and open: everything read before is asked again. */
export const useRefreshReserve = () => useRefresh();
