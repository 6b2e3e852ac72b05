/** Until when, as people say it: the relation to today first, the date beside it. */
import { Temporal } from 'temporal-polyfill';
import type { CivilDate } from '../platform/dates.ts';
import { monthNames } from '../platform/typed-date.ts';

const weekdays = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'] as const;

export function weekdayOf(on: CivilDate): string {
  return weekdays[Temporal.PlainDate.from(on).dayOfWeek - 1] ?? '';
}

/** «miércoles 10 de junio». */
export function longDay(on: CivilDate): string {
  return `${weekdayOf(on)} ${Number(on.slice(8, 10))} de ${monthNames[Number(on.slice(5, 7)) - 1] ?? ''}`;
}

/** `12/06`. */
export function dayAndMonth(on: CivilDate): string {
  return `${on.slice(8, 10)}/${on.slice(5, 7)}`;
}

/** Days from today; negative for what is past. */
export function daysUntil(on: CivilDate, today: CivilDate): number {
  return Temporal.PlainDate.from(today).until(on).days;
}

/** «hoy, 15:30», «mañana, 11/06», «ayer, 09/06», «hace 2 días, 08/06», «viernes 12/06», «el 20/06». */
export function untilWords({ on, time }: { on: CivilDate; time: string | null }, today: CivilDate): string {
  const days = daysUntil(on, today);
  const date = dayAndMonth(on);
  // The last minute of a day is the day.
  if (days === 0) return time === null || time === '23:59' ? 'hoy' : `hoy, ${time}`;
  if (days === 1) return `mañana, ${date}`;
  if (days === -1) return `ayer, ${date}`;
  if (days < 0) return `hace ${-days} días, ${date}`;
  return days < 7 ? `${weekdayOf(on)} ${date}` : `el ${date}`;
}
