import { useRead, useRefresh, useScreenRead } from '../platform/query.ts';

export const useExceptional = () =>
  useScreenRead(['reserve', 'open'], async (client) => ({
    ...(await client.getExceptionalAccess({})),
    askedAt: performance.now(),
  }));

export const useAccesses = () =>
  useRead(['reserve', 'accesses'], async (client) => (await client.listExceptionalAccesses({})).accesses, {
    staleTime: 0,
  });

/** A seal or an access changes what is listed, found and open: everything read before is asked again. */
export const useRefreshReserve = () => useRefresh();
