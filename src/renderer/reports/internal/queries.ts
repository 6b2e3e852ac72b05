import { monthSchema } from '../../../shared/platform/dates.ts';
import type { Input, Output } from '../../platform/client.ts';
import { useRead } from '../../platform/query.ts';

export type TableAsk = Input<'readInternalTable'>;
export type FigureAsk = Input<'listFigure'>;
export type Changes = NonNullable<Output<'readMonthChanges'>['frozen']>;
export type Reconciliation = Output<'readReconciliation'>;

export const useTable = (ask: TableAsk) =>
  useRead(['reports', 'table', ask], (client) => client.readInternalTable(ask), { staleTime: 0 });

export const useFigure = (ask: FigureAsk) =>
  useRead(['reports', 'figure', ask], async (client) => (await client.listFigure(ask)).things, { staleTime: 0 });

/** Null of a year, and of a month that is not closed. */
export const useChanges = (period: string) => {
  const month = monthSchema.safeParse(period);
  return useRead(
    ['reports', 'changes', period],
    async (client) => (month.success ? (await client.readMonthChanges({ month: month.data })).frozen : null),
    { enabled: month.success },
  );
};
