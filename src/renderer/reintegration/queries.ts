import { useRefreshCase } from '../intake/index.ts';
import type { Output } from '../platform/client.ts';
import { useRead } from '../platform/query.ts';

export type Reintegration = Output<'listReintegration'>;

export const useReintegration = (caseId: string) =>
  useRead(['reintegration', caseId], (client) => client.listReintegration({ caseId }), { staleTime: 0 });

export const useRefreshReintegration = (caseId: string) => useRefreshCase(['reintegration', caseId]);
