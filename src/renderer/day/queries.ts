import { useRefreshCase } from '../intake/index.ts';
import type { Output } from '../platform/client.ts';
import { asOfNow, useRead, useScreenRead } from '../platform/query.ts';

export const useMyDay = (enabled = true) =>
  useRead(['day', 'mine'], (client) => client.readMyDay({}), { staleTime: 0, enabled });

export type CentreYear = Output<'readCentreYear'>;

/** Medians and sums of months: taken as they were read for some minutes. */
export const useCentreYear = () =>
  useRead(['day', 'year'], (client) => client.readCentreYear({}), { staleTime: 300_000 });

/** What is next in one case, whoever's turn it is. */
export const useCaseNext = (caseId: string) =>
  useRead(['day', 'case', caseId], async (client) => (await client.readCaseNext({ caseId })).items, asOfNow);

export const useDayCount = (enabled: boolean) =>
  useScreenRead(['day', 'count'], (client) => client.countMyDay({}), enabled);

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

/** Reads them again, with everything that a call changes. */
export const useRefreshCalls = () => useRefreshCase(['care']);

export type Agenda = Output<'readAgenda'>;

export const useAgenda = (from: Agenda['today'], whose: 'mine' | 'centre') =>
  useRead(['day', 'agenda', from, whose], (client) => client.readAgenda({ from, whose }), { staleTime: 0 });
