/** The order of the history, and the words of its days. */
import { Temporal } from 'temporal-polyfill';
import { civilDateOf, timeOf } from '../platform/clock.ts';
import type { CivilDate } from '../platform/dates.ts';
import { formatCivilDate } from '../platform/typed-date.ts';
import type { ToldEntry } from './entry.ts';

type Placed = Pick<ToldEntry, 'on' | 'time' | 'recordedAt'>;

/** What has no hour stands where it was recorded, if that was the same day. */
function momentOf({ on, time, recordedAt }: Placed): string {
  const recorded = Date.parse(recordedAt);
  const hour = time ?? (civilDateOf(recorded) === on ? timeOf(recorded) : '00:00');
  return `${on} ${hour} ${recordedAt}`;
}

/** Newest first. */
export function inOrder<Entry extends Placed>(entries: readonly Entry[]): Entry[] {
  const keyed = entries.map((entry) => ({ entry, key: momentOf(entry) }));
  return keyed.sort((one, other) => (one.key < other.key ? 1 : one.key > other.key ? -1 : 0)).map(({ entry }) => entry);
}

const weekdays = ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom'] as const;

/** «hoy», «ayer», «lun 8», «05/09», «05/09/2025». */
export function dayWords(on: CivilDate, today: CivilDate): string {
  const day = Temporal.PlainDate.from(on);
  const { days } = day.until(today);
  if (days === 0) return 'hoy';
  if (days === 1) return 'ayer';
  if (days > 1 && days < 10) return `${weekdays[day.dayOfWeek - 1] ?? ''} ${day.day}`;
  const whole = formatCivilDate(on);
  return on.slice(0, 4) === today.slice(0, 4) ? whole.slice(0, 5) : whole;
}
