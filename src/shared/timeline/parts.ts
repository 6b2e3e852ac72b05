/** What the words of every kind of entry are made of. */
import { civilDateOf, timeOf } from '../platform/clock.ts';
import type { Instant } from '../platform/dates.ts';
import type { TimelineEntry, TimelineKind, ToldEntry } from './entry.ts';

type When = Pick<ToldEntry, 'on' | 'time' | 'recordedAt'>;

/** What is known only by the moment it was recorded happened then. */
export function momentOf(at: Instant): When {
  const moment = Date.parse(at);
  return { on: civilDateOf(moment), time: timeOf(moment), recordedAt: at };
}

/** `prefix` where entries of that kind come from more than one table. */
export const headOf = <Kind extends TimelineKind>(
  kind: Kind,
  id: string,
  at: Instant | When,
  prefix: string = kind,
) => ({
  id: `${prefix}-${id}`,
  kind,
  ...(typeof at === 'string' ? momentOf(at) : at),
});

export const joined = (...parts: readonly (string | null | false)[]) =>
  parts.filter((part) => part !== null && part !== false && part !== '').join(' · ');

type Facts = TimelineEntry['facts'];

export const factsOf = (...rows: readonly (readonly [string, string | null])[]): Facts =>
  rows.flatMap(([label, words]) => (words === null || words === '' ? [] : [{ label, words }]));
