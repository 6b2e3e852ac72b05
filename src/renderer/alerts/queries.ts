import { keepPreviousData } from '@tanstack/react-query';
import { useRead, useRefresh } from '../platform/query.ts';

/** Asked again with every screen: a clock that asks by itself would keep an empty chair signed in. */
export const useDangers = (path: string) =>
  useRead(['alerts', 'dangers', path], async (client) => (await client.listDangers({})).dangers, {
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchOnWindowFocus: true,
  });

export const useCaseAlerts = (caseId: string) =>
  useRead(['alerts', 'case', caseId], async (client) => (await client.listCaseAlerts({ caseId })).alerts, {
    staleTime: 0,
  });

export const useRefreshAlerts = () => useRefresh(['alerts']);
