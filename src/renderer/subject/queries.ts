import { useRead, useRefresh } from '../platform/query.ts';

export const useOwnCopy = (caseId: string, requestId: string) =>
  useRead(['subject', caseId, requestId], (client) => client.getOwnCopy({ caseId, requestId }), { staleTime: 0 });

export const useRefreshSubject = () => useRefresh(['subject'], ['privacy'], ['access']);
