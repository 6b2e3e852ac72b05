import type { Output } from '../platform/client-context.tsx';
import { useRead, useRefresh } from '../platform/query.ts';

export type Closing = Output<'getClosing'>;
export type Line = Closing['lines'][number];

export const useClosing = (caseId: string) =>
  useRead(['closing', caseId], (client) => client.getClosing({ caseId }), { staleTime: 0 });

/** A closing makes every page of the case one to read: all that was read is asked again. */
export const useRefreshClosing = () => useRefresh();
