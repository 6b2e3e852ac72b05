import { useRefreshCase } from '../intake/index.ts';
import type { Output } from '../platform/client-context.tsx';
import { useRead } from '../platform/query.ts';

export type Plan = Output<'getSafetyPlan'>;

/** Versions of the safety plan, newest first, and whether it has to be read again. */
export const useSafetyPlan = (caseId: string) =>
  useRead(['safety', caseId], (client) => client.getSafetyPlan({ caseId }), { staleTime: 0 });

/** Reads it again, and what is next in the case. */
export const useRefreshSafety = (caseId: string) => useRefreshCase(['safety', caseId]);
