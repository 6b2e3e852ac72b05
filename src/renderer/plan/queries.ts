import { useRefreshCase } from '../intake/index.ts';
import type { Output } from '../platform/client.ts';

export type Plan = Output<'getPlan'>;

/** Reads it again, and what is next in the case. */
export const useRefreshPlan = (caseId: string) => useRefreshCase(['plan', caseId]);
