/** A month as it stands on a card that she carries. Pure. */
import { Temporal } from 'temporal-polyfill';
import type { CivilDate } from '../platform/dates.ts';
import type { CardMonth } from './blocks.ts';

const monthNames = [
  ...['Enero', 'Febrero', 'Marzo', 'Abril', 'Mayo', 'Junio', 'Julio', 'Agosto', 'Setiembre', 'Octubre'],
  ...['Noviembre', 'Diciembre'],
] as const;

/** The month of this day; no year, for it would tell how long ago the card was made. */
export function monthOf(day: CivilDate, isCircled: boolean): CardMonth {
  const date = Temporal.PlainDate.from(day);
  const before = date.with({ day: 1 }).dayOfWeek - 1;
  const weeks = Math.ceil((before + date.daysInMonth) / 7);
  const dayAt = (place: number) => (place < 1 || place > date.daysInMonth ? null : place);
  return {
    title: monthNames[date.month - 1] ?? '',
    weeks: Array.from({ length: weeks }, (_, week) =>
      Array.from({ length: 7 }, (_day, at) => dayAt(week * 7 + at + 1 - before)),
    ),
    circled: isCircled ? date.day : null,
  };
}
