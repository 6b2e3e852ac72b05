/** What the words of every kind of entry are made of. */
import { civilDateOf, timeOf } from '../platform/clock.ts';
import type { Instant } from '../platform/dates.ts';
import type { TimelineEntry, ToldEntry } from './entry.ts';

/** What is known only by the moment it was recorded happened then. */
export function momentOf(at: Instant): Pick<ToldEntry, 'on' | 'time' | 'recordedAt'> {
  const moment = Date.parse(at);
  return { on: civilDateOf(moment), time: timeOf(moment), recordedAt: at };
}

export const joined = (...parts: readonly (string | null | false)[]) =>
  parts.filter((part) => part !== null && part !== false && part !== '').join(' · ');

type Facts = TimelineEntry['facts'];

export const factsOf = (...rows: readonly (readonly [string, string | null])[]): Facts =>
  rows.flatMap(([label, words]) => (words === null || words === '' ? [] : [{ label, words }]));
