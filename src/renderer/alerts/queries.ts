import { useRead, useRefresh } from '../platform/query.ts';

export const useCaseAlerts = (caseId: string) =>
  useRead(['alerts', 'case', caseId], async (client) => (await client.listCaseAlerts({ caseId })).alerts, {
    staleTime: 0,
  });

export const useRefreshAlerts = () => useRefresh(['alerts']);
