import { keepPreviousData } from '@tanstack/react-query';
import type { IndicatorId, Monitoring, SeriesId } from '../../shared/monitoring/index.ts';
import type { Output } from '../platform/client.ts';
import { asOfNow, useRead } from '../platform/query.ts';

export type Row = Output<'listMonitoring'>['rows'][number];
export type Series = Output<'readSeries'>;
export type Months = Monitoring['months'];

/** What stood before stays until the other months are there: the button that asked for them keeps the focus. */
export const useMonitoring = (until: Months[number] | null) =>
  useRead(['monitoring', until], (client) => client.readMonitoring({ until }), {
    ...asOfNow,
    placeholderData: keepPreviousData,
  });

/** Read of every ficha: taken as it was read for some minutes. */
export const useMonitoringSoFar = (enabled: boolean) =>
  useRead(['monitoring', 'so far'], (client) => client.readMonitoring({ until: null }), {
    enabled,
    staleTime: 300_000,
  });

export type Asked = {
  readonly indicator: IndicatorId;
  readonly months: Months;
  readonly kind: string | null;
  readonly part: string | null;
};

export const useMembers = ({ indicator, months, kind, part }: Asked) =>
  useRead(
    ['monitoring', 'list', indicator, kind, part, ...months],
    async (client) => (await client.listMonitoring({ indicator, months, kind, part })).rows,
    asOfNow,
  );

export const useYear = (line: SeriesId, year: number) =>
  useRead(
    ['monitoring', 'series', line, year],
    async (client) => (await client.listSeries({ line, year })).rows,
    asOfNow,
  );
