import { useRead } from '../platform/query.ts';

/** The history of a case as it stands now. */
export const useTimeline = (caseId: string) =>
  useRead(['timeline', caseId], (client) => client.readTimeline({ caseId }), { staleTime: 0 });
