import type { RowVerdict } from '../../shared/imports/index.ts';
import { useRead, useRefresh } from '../platform/query.ts';

export const importKey = (importId: string) => ['imports', 'list', importId] as const;

export const useImport = (importId: string) => useRead(importKey(importId), (client) => client.getImport({ importId }));

export const useRows = (importId: string, verdict: RowVerdict | null, after: number) =>
  useRead(['imports', 'rows', importId, verdict, after], (client) =>
    client.listImportRows({ importId, verdict, after }),
  );

export const useCameIn = (importId: string, after: number) =>
  useRead(['imports', 'cases', importId, after], (client) => client.listImportedCases({ importId, after }));

export const useHolds = (importId: string, isAsked: boolean) =>
  useRead(['imports', 'holds', importId], (client) => client.listImportHolds({ importId }), { enabled: isAsked });

/** How far the running work is, twice a second. */
export const useProgress = (importId: string, isRunning: boolean) =>
  useRead(
    ['imports', 'progress', importId],
    async (client) => (await client.getImportProgress({ importId })).progress,
    { enabled: isRunning, refetchInterval: 500, gcTime: 0 },
  );

export const useRefreshImports = () => useRefresh(['imports']);
