/** Waiting times as indicators (coordination): how long until somebody was called, and until she was attended. */
import { civilDateOf, monthOf } from '../platform/clock.ts';
import type { CivilDate, Month } from '../platform/dates.ts';
import { z } from '../platform/zod.ts';
import { services } from '../access/index.ts';
import { minutesBetween } from './rules.ts';

/** One wait for one service; null service is the desk itself. */
export type Wait = {
  readonly service: (typeof services)[number] | null;
  readonly sinceAt: string;
  readonly calledAt: string | null;
  readonly attendedAt: string | null;
};

const spreadSchema = z.strictObject({
  /** How many waits have this time; those never called or attended are not in it. */
  count: z.int(),
  /** Minutes, one decimal; null without any. */
  p50: z.number().nullable(),
  p90: z.number().nullable(),
});
export type Spread = z.infer<typeof spreadSchema>;

export const serviceWaitingSchema = z.strictObject({
  service: z.enum(services).nullable(),
  waits: z.int(),
  toCall: spreadSchema,
  toAttention: spreadSchema,
});
export type ServiceWaiting = z.infer<typeof serviceWaitingSchema>;

/**
 * Percentile by linear interpolation between the two nearest values, position (n − 1)·p: what PERCENTIL.INC of a
 * spreadsheet gives, so that a figure can be checked there. Null without values.
 */
export function percentile(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((one, other) => one - other);
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below] ?? 0;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (high - low) * (position - below);
}

function spread(values: readonly number[]): Spread {
  const rounded = (p: number) => {
    const value = percentile(values, p);
    return value === null ? null : Math.round(value * 10) / 10;
  };
  return { count: values.length, p50: rounded(0.5), p90: rounded(0.9) };
}

function minutesTo(waits: readonly Wait[], end: 'calledAt' | 'attendedAt'): number[] {
  return waits.flatMap((wait) => {
    // Attended without being called out: she was seen at once, that is her call.
    const at = end === 'calledAt' ? (wait.calledAt ?? wait.attendedAt) : wait.attendedAt;
    return at === null ? [] : [minutesBetween(wait.sinceAt, at)];
  });
}

/** One line a service that had any wait, the desk first. */
export function waitingByService(waits: readonly Wait[]): ServiceWaiting[] {
  return [null, ...services].flatMap((service) => {
    const own = waits.filter((wait) => wait.service === service);
    if (own.length === 0) return [];
    return [
      {
        service,
        waits: own.length,
        toCall: spread(minutesTo(own, 'calledAt')),
        toAttention: spread(minutesTo(own, 'attendedAt')),
      },
    ];
  });
}

/** The same for each day (of Lima) on which a wait began, oldest first. */
export function waitingByDay(waits: readonly Wait[]): { day: CivilDate; services: ServiceWaiting[] }[] {
  const days = Map.groupBy(waits, (wait) => civilDateOf(Date.parse(wait.sinceAt)));
  return [...days]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, own]) => ({ day, services: waitingByService(own) }));
}

/** From the first wait of an arrival to whoever attended her first. */
export type FirstAttention = { readonly sinceAt: string; readonly attendedAt: string };

/** Minutes to the first attention by the month (of Lima) in which the wait began, oldest first. */
export function attentionByMonth(
  arrivals: readonly FirstAttention[],
): { month: Month; count: number; p50: number; p90: number }[] {
  const months = Map.groupBy(arrivals, ({ sinceAt }) => monthOf(civilDateOf(Date.parse(sinceAt))));
  return [...months]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([month, own]) => {
      const minutes = own.map(({ sinceAt, attendedAt }) => minutesBetween(sinceAt, attendedAt));
      const at = (p: number) => Math.round(percentile(minutes, p) ?? 0);
      return { month, count: own.length, p50: at(0.5), p90: at(0.9) };
    });
}
