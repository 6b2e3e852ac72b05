import { keepPreviousData } from '@tanstack/react-query';
import { asOfNow, useRead } from '../platform/query.ts';

export const useMyDay = (enabled = true) =>
  useRead(['day', 'mine'], (client) => client.readMyDay({}), { staleTime: 0, enabled });

/** What is next in one case, whoever's turn it is. */
export const useCaseNext = (caseId: string) =>
  useRead(['day', 'case', caseId], async (client) => (await client.readCaseNext({ caseId })).items, asOfNow);

/** Asked again with every screen: a clock that asks by itself would keep an empty chair signed in. */
export const useDayCount = (path: string, enabled: boolean) =>
  useRead(['day', 'count', path], (client) => client.countMyDay({}), {
    placeholderData: keepPreviousData,
    enabled,
    staleTime: 0,
    refetchOnWindowFocus: true,
  });

/** What waits for the reader's word: proposals of others, and corrections that were asked for. */
export const useDecisions = () =>
  useRead(
    ['access', 'proposals', 'waiting'],
    async (client) => {
      const { proposals } = await client.listProposals({});
      const { corrections } = await client.listCorrections({});
      return {
        proposals: proposals.filter(({ state, canDecide }) => state === 'pending' && canDecide),
        corrections: corrections.filter(({ canDecide }) => canDecide),
      };
    },
    { staleTime: 0 },
  );
