import type { Contract } from '../../shared/contract.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import { useRead, useRefresh } from '../platform/query.ts';

export type MonthLine = OutputOf<Contract['listMonths']>['months'][number];
export type MonthView = OutputOf<Contract['getMonth']>;
export type MonthPreview = OutputOf<Contract['previewMonth']>;

export type MonthsNow = OutputOf<Contract['readMonthsNow']>;

/** Read of every ficha of two or three months: taken as it was read for some minutes. */
export const useMonthsNow = (enabled: boolean) =>
  useRead(['reports', 'now'], (client) => client.readMonthsNow({}), { enabled, staleTime: 300_000 });

export const useMonths = () => useRead(['reports', 'months'], (client) => client.listMonths({}));

export const useRestoredReports = () =>
  useRead(['reports', 'restored'], async (client) => (await client.readRestoredReports({})).asked);

/** Read anew each time: what was approved meanwhile waits no more. */
export const useProposedClosing = (proposalId: string) =>
  useRead(['reports', 'proposed', proposalId], (client) => client.readProposedClosing({ proposalId }), { gcTime: 0 });

export const useMonth = (month: string) => useRead(['reports', 'month', month], (client) => client.getMonth({ month }));

export const useMonthPreview = (month: string) =>
  useRead(['reports', 'preview', month], (client) => client.previewMonth({ month }));

/** Reads the months again after one was proposed; the queue of approvals reads itself anew when it opens. */
export const useRefreshMonths = () => useRefresh(['reports']);
