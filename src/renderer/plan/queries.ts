import { useRefreshCase } from '../intake/index.ts';
import type { Output } from '../platform/client-context.tsx';
import { useRead } from '../platform/query.ts';

export type Plan = Output<'getPlan'>;

export const usePlan = (caseId: string) =>
  useRead(['plan', caseId], (client) => client.getPlan({ caseId }), { staleTime: 0 });

/** Reads it again, and what is next in the case. */
export const useRefreshPlan = (caseId: string) => useRefreshCase(['plan', caseId]);
