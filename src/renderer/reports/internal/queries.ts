import type { Contract } from '../../../shared/contract.ts';
import { monthSchema } from '../../../shared/platform/dates.ts';
import type { InputGivenOf, OutputOf } from '../../../shared/platform/contract.ts';
import { useRead } from '../../platform/query.ts';

export type TableAsk = InputGivenOf<Contract['readInternalTable']>;
export type FigureAsk = InputGivenOf<Contract['listFigure']>;
export type Changes = NonNullable<OutputOf<Contract['readMonthChanges']>['frozen']>;
export type Reconciliation = OutputOf<Contract['readReconciliation']>;

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

export const useReconciliation = (month: string) =>
  useRead(['reports', 'reconciliation', month], (client) => client.readReconciliation({ month }));
