import { useRead, useRefresh } from '../platform/query.ts';

export const useDataIncidents = () =>
  useRead(['privacy', 'incidents'], async (client) => (await client.listDataIncidents({})).incidents, { staleTime: 0 });

export const useRequestsOfCase = (caseId: string) =>
  useRead(['privacy', 'requests', caseId], async (client) => (await client.listRequestsOfCase({ caseId })).requests, {
    staleTime: 0,
  });

export const useDataRequests = () =>
  useRead(['privacy', 'requests'], async (client) => (await client.listDataRequests({})).requests, { staleTime: 0 });

/** Reads again these duties, and the terms they start. */
export const useRefreshPrivacy = () => useRefresh(['privacy'], ['proceedings'], ['day']);
