import { readOnce, useRead, useRefresh } from '../platform/query.ts';

export const computersKey = ['computers'] as const;
export const presenceKey = ['presence'] as const;

const codeKey = [...computersKey, 'code'] as const;

export const useComputers = (enabled = true) =>
  useRead([...computersKey, 'list'], (client) => client.getComputers({}), { staleTime: 0, enabled });

/** Milliseconds between two looks whether the code that stands was used. */
const lookEach = 1000;

/** The code that stands, to be read from the screen; asked again while somebody looks at it. */
export const usePairingCode = (enabled: boolean, isWatched = false) =>
  useRead(codeKey, async (client) => (await client.readPairingCode({})).offer, {
    ...{ enabled, staleTime: 0, gcTime: 0 },
    ...(isWatched ? { refetchInterval: lookEach } : {}),
  });

export const useRefreshComputers = () => useRefresh(computersKey);

/** Since when another computer keeps the record that stands here; null where this one does, or it is not known yet. */
export const useMovedAt = () =>
  useRead([...computersKey, 'moved'], (client) => client.getKeeperMove({}), { staleTime: 0 }).data?.movedAt ?? null;

/** Says that this window has the case open, and answers who else has it. */
export const useLookAt = (caseId: string, enabled: boolean) =>
  useRead([...presenceKey, caseId], async (client) => (await client.lookAtCase({ caseId })).others, {
    ...readOnce,
    enabled,
  });
