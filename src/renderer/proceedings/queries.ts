import { keepPreviousData } from '@tanstack/react-query';
import type { Contract } from '../../shared/contract.ts';
import type { InputGivenOf } from '../../shared/platform/contract.ts';
import { asOfNow, useRead, useRefresh } from '../platform/query.ts';

export type Scope = InputGivenOf<Contract['listDeadlines']>['scope'];

/** Whether the sheet of the day was printed: said anew when one leaves. */
export const dayPaperKey = ['proceedings', 'day-paper'] as const;

/** Asked with each screen: a timer of its own would keep an empty chair signed in. */
export const useDayPaperState = (path: string) =>
  useRead([...dayPaperKey, path], (client) => client.getDayPaperState({}), asOfNow);

export const useProceedings = (caseId: string) =>
  useRead(['proceedings', 'case', caseId], (client) => client.getProceedings({ caseId }), { staleTime: 0 });

export const useDeadlines = (scope: Scope) =>
  useRead(['proceedings', 'board', scope], (client) => client.listDeadlines({ scope }), {
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** Asked again with every screen, as the count of alerts is. */
export const useDeadlineCount = (path: string) =>
  useRead(['proceedings', 'count', path], (client) => client.countDeadlines({}), {
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** Reads again what hangs on the clock, and the alerts it raises. */
export const useRefreshProceedings = () => useRefresh(['proceedings'], ['alerts'], ['timeline'], ['day']);
