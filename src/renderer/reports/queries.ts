import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Contract } from '../../shared/contract.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import { useClient } from '../platform/client-context.tsx';

export type MonthLine = OutputOf<Contract['listMonths']>['months'][number];
export type MonthView = OutputOf<Contract['getMonth']>;
export type MonthPreview = OutputOf<Contract['previewMonth']>;

export function useMonths() {
  const client = useClient();
  return useQuery({ queryKey: ['reports', 'months'], queryFn: async () => (await client.listMonths({})).months });
}

export function useMonth(month: string) {
  const client = useClient();
  return useQuery({ queryKey: ['reports', 'month', month], queryFn: () => client.getMonth({ month }) });
}

export function useMonthPreview(month: string) {
  const client = useClient();
  return useQuery({ queryKey: ['reports', 'preview', month], queryFn: () => client.previewMonth({ month }) });
}

/** Reads the months again after one was proposed; the queue of approvals reads itself anew when it opens. */
export function useRefreshMonths(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: ['reports'] }), [queries]);
}
