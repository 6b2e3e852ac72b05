import type { Output } from '../platform/client.ts';
import { useRead, useRefresh } from '../platform/query.ts';

export type MonthLine = Output<'listMonths'>['months'][number];
export type MonthView = Output<'getMonth'>;

export type MonthsNow = Output<'readMonthsNow'>;

/** Read of every ficha of two or three months: taken as it was read for some minutes. */
export const useMonthsNow = (enabled: boolean) =>
  useRead(['reports', 'now'], (client) => client.readMonthsNow({}), { enabled, staleTime: 300_000 });

export const useRestoredReports = () =>
  useRead(['reports', 'restored'], async (client) => (await client.readRestoredReports({})).asked);

/** Read anew each time: what was approved meanwhile waits no more. */
export const useProposedClosing = (proposalId: string) =>
  useRead(['reports', 'proposed', proposalId], (client) => client.readProposedClosing({ proposalId }), { gcTime: 0 });

export const useMonthPreview = (month: string) =>
  useRead(['reports', 'preview', month], (client) => client.previewMonth({ month }));

/** Reads the months again after one was proposed; the queue of approvals reads itself anew when it opens. */
export const useRefreshMonths = () => useRefresh(['reports']);
