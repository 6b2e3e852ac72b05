/** How days, hours and activities are said. */
import { Temporal } from 'temporal-polyfill';
import { civilDateFrom, type CivilDate, type Month } from '../platform/dates.ts';
import { monthNames } from '../platform/typed-date.ts';

const weekdays = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'] as const;

/** «2 h», «1 h 30 min». */
export function hoursWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 ? [`${rest} min`] : [])].join(' ');
}

const dayOf = (on: CivilDate) => Temporal.PlainDate.from(on);

/** «martes 9». */
export const weekdayAndDay = (on: CivilDate) => `${weekdays[dayOf(on).dayOfWeek - 1] ?? ''} ${dayOf(on).day}`;

/** «ayer», «hoy», «mañana», «jue 11»; with its month where that is another. */
export function nearDay(on: CivilDate, today: CivilDate): string {
  const days = dayOf(today).until(dayOf(on)).days;
  const near: Readonly<Record<number, string>> = { [-1]: 'ayer', 0: 'hoy', 1: 'mañana' };
  const short = weekdayAndDay(on).replace(/^(\p{L}{3})\p{L}*/u, '$1');
  return near[days] ?? (on.slice(0, 7) === today.slice(0, 7) ? short : `${on.slice(8, 10)}/${on.slice(5, 7)}`);
}

export const monthName = (month: Month) => monthNames[Number(month.slice(5)) - 1] ?? '';

/** Weeks of a month from Monday to Sunday; null for a day of another month. */
export function weeksOf(month: Month): (CivilDate | null)[][] {
  const first = Temporal.PlainDate.from(`${month}-01`);
  const blank = first.dayOfWeek - 1;
  const weeks = Math.ceil((blank + first.daysInMonth) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, at) => {
      const day = week * 7 + at - blank + 1;
      return day < 1 || day > first.daysInMonth ? null : civilDateFrom(first.with({ day }));
    }),
  );
}
