import { useRefreshCase } from '../intake/index.ts';
import type { Output } from '../platform/client.ts';

export type Plan = Output<'getSafetyPlan'>;

/** Reads it again, and what is next in the case. */
export const useRefreshSafety = (caseId: string) => useRefreshCase(['safety', caseId]);
