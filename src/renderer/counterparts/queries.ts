import type { HandedKind } from '../../shared/counterparts/index.ts';
import { useRead, useRefresh } from '../platform/query.ts';

const key = ['counterparts'] as const;

/** The counterparts of other institutions that the centre has, on or off. */
export const useCounterpartPosts = () =>
  useRead([...key, 'posts'], async (client) => (await client.readCounterpartPosts({})).posts);

/** What was handed over in a case, the newest first. */
export const useHandOvers = (caseId: string) =>
  useRead([...key, 'of-case', caseId], async (client) => (await client.listHandOvers({ caseId })).handOvers);

export const useConsenter = (caseId: string, kind: HandedKind) =>
  useRead(
    [...key, 'consenter', caseId, kind],
    async (client) => (await client.startReferral({ caseId, kind })).consenter,
  );

/** How long hand-overs wait for their first act. */
export const useCounterpartWaits = () =>
  useRead([...key, 'waits'], async (client) => (await client.readCounterpartWaits({})).waits);

export const useSheets = () => useRead([...key, 'sheets'], (client) => client.listSheets({}));

export const useSheet = (caseId: string, handOverId: string) =>
  useRead([...key, 'sheet', handOverId], (client) => client.readSheet({ caseId, handOverId }), { gcTime: 0 });

export const useRefreshCounterparts = () => useRefresh(key);
