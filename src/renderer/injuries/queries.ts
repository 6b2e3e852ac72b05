import { useRefreshCase } from '../intake/index.ts';
import { useRead } from '../platform/query.ts';

/** Marks of the body map, in the order of their numbers. */
export const useInjuries = (caseId: string) =>
  useRead(['injuries', caseId], (client) => client.listInjuries({ caseId }), { staleTime: 0 });

export const useRefreshInjuries = (caseId: string) => useRefreshCase(['injuries', caseId]);
