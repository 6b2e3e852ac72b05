/** Monitoring of the centre and its series by year: figures for who leads it, each with the list behind it. */
import { askIds } from '../alerts/index.ts';
import { copyWays } from '../papers/index.ts';
import { changing, reading, readingAll } from '../platform/contract.ts';
import { civilDateSchema, monthSchema } from '../platform/dates.ts';
import { caseIdSchema, fileHandleSchema } from '../platform/ids.ts';
import { listOf, z } from '../platform/zod.ts';
import { indicatorIds } from './indicators.ts';
import { memberSchema, tallySchema } from './members.ts';
import { seriesIds } from './series.ts';

const listedSchema = memberSchema.extend({
  /** Day on which what the row lacks was asked for, while nobody has marked it as done. */
  askedOn: civilDateSchema.nullable(),
});

const rows = z.strictObject({ rows: z.array(listedSchema) });

export const monitoringSchema = z.strictObject({
  /** Twelve, the oldest first. */
  months: z.array(monthSchema).length(12),
  /** The last of them has not ended. */
  isRunning: z.boolean(),
  indicators: listOf({
    id: z.enum(indicatorIds),
    kinds: listOf({ code: z.string(), label: z.string() }),
    /** One a month. */
    tallies: z.array(tallySchema).length(12),
    /** Of the twelve months together. */
    whole: tallySchema,
    /** Rows of its breakdown, most first; each cell has its list. */
    parts: listOf({
      code: z.string(),
      label: z.string(),
      cells: listOf({ month: monthSchema, kind: z.string(), count: z.int() }),
    }),
  }),
});
export type Monitoring = z.infer<typeof monitoringSchema>;
export type IndicatorView = Monitoring['indicators'][number];

export const monitoringContract = {
  readMonitoring: reading('monitoring.read', 'monitoring.read', {
    input: z.strictObject({
      /** The last month that is shown; null for the last whole one. */
      until: monthSchema.nullable(),
    }),
    output: monitoringSchema,
  }),
  /** What a figure, or a number of its table, counts one by one. */
  listMonitoring: reading('monitoring.read', 'monitoring.listed', {
    input: z.strictObject({
      indicator: z.enum(indicatorIds),
      months: z.array(monthSchema).min(1).max(12),
      /** Null: what the figure counts, or all of a row of the breakdown. */
      kind: z.string().max(80).nullable(),
      /** A row of the breakdown; null: of all. */
      part: z.string().max(300).nullable(),
    }),
    output: rows,
  }),
  readSeries: readingAll('monitoring.read', 'monitoring.seriesRead', {
    /** The newest first. */
    years: z.array(z.int()),
    lines: listOf({ id: z.enum(seriesIds), figures: z.array(z.number().nullable()) }),
  }),
  listSeries: reading('monitoring.read', 'monitoring.seriesListed', {
    input: z.strictObject({ line: z.enum(seriesIds), year: z.int().min(1900).max(2199) }),
    output: rows,
  }),
  /** Asks whoever holds a ficha for what a list shows to be missing: it stands in «Lo que sigue» until it is done. */
  askInCase: changing('monitoring.ask', 'monitoring.asked', {
    input: z.strictObject({ caseId: caseIdSchema, ask: z.enum(askIds) }),
    output: z.strictObject({
      /** It was not asked for already. */
      isNew: z.boolean(),
    }),
  }),
  /** The page to look at: nothing leaves by it. */
  monitoringPaper: reading('monitoring.print', 'monitoring.pageRead', {
    input: z.strictObject({ until: monthSchema.nullable() }),
    output: z.strictObject({ file: fileHandleSchema, pages: z.int().positive() }),
  }),
  /** The nine tiles on one page: issued and registered as a copy, then printed or saved. */
  releaseMonitoringPage: changing('monitoring.print', 'monitoring.pageReleased', {
    input: z.strictObject({
      until: monthSchema.nullable(),
      ...{ way: z.enum(copyWays), printer: z.string().max(200).nullable() },
    }),
    output: z.strictObject({
      /** Number of the registered copy. */
      number: z.string(),
      /** What a browser downloads itself; null for paper and where it was written. */
      file: fileHandleSchema.nullable(),
    }),
  }),
} as const;
