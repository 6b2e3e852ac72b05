import { keepPreviousData } from '@tanstack/react-query';
import { isInForce } from '../../shared/proceedings/index.ts';
import type { Input } from '../platform/client.ts';
import { useMay } from '../platform/session.tsx';
import { useRead, useRefresh, useScreenRead } from '../platform/query.ts';

export type Scope = Input<'listDeadlines'>['scope'];

/** Whether the sheet of the day was printed: said anew when one leaves. */
export const dayPaperKey = ['proceedings', 'day-paper'] as const;

export const useDayPaperState = () => useScreenRead(dayPaperKey, (client) => client.getDayPaperState({}));

export const useProceedings = (caseId: string) =>
  useRead(['proceedings', 'case', caseId], (client) => client.getProceedings({ caseId }), { staleTime: 0 });

/** Whether measures of it go on: a closed ficha still takes what comes of them. */
export function useMeasuresGoOn(caseId: string, isAsked: boolean): boolean {
  const enabled = useMay('legalFile.read') && isAsked;
  const { data } = useRead(['proceedings', 'case', caseId], (client) => client.getProceedings({ caseId }), {
    ...{ staleTime: 0, enabled },
  });
  return enabled && data?.measures.some(({ state }) => isInForce(state)) === true;
}

export const useDeadlines = (scope: Scope) =>
  useRead(['proceedings', 'board', scope], (client) => client.listDeadlines({ scope }), {
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

export const useDeadlineCount = () => useScreenRead(['proceedings', 'count'], (client) => client.countDeadlines({}));

/** Reads again what hangs on the clock, and the alerts it raises. */
export const useRefreshProceedings = () =>
  useRefresh(['proceedings'], ['alerts'], ['timeline'], ['day'], ['intake', 'list', 'drafts']);
