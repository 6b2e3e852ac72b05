import { useRead, useRefresh } from '../platform/query.ts';

export const usePresenting = (caseId: string) =>
  useRead(['presenting', 'case', caseId], async (client) => (await client.listPresenting({ caseId })).filings);

export const useToPresent = () => useRead(['presenting', 'today'], (client) => client.listToPresent({}), { gcTime: 0 });

export const useRefreshPresenting = () => useRefresh(['presenting'], ['attachments']);
