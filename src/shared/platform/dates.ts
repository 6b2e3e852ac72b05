/** Civil dates, partial dates and instants. A date is never an instant: `…On` fields hold the first, `…At` the last. */
import { Temporal } from 'temporal-polyfill';
import { z } from './zod.ts';

const badDate = 'Fecha no válida. Use dd/mm/aaaa.';

/** `YYYY-MM-DD`, an existing day from 1900 to 2199. */
export const civilDateSchema = z
  .string()
  .refine((text) => isCivilDate(text), { error: badDate })
  .brand<'CivilDate'>();
export type CivilDate = z.infer<typeof civilDateSchema>;

/** ISO 8601 instant in UTC with milliseconds. */
export const instantSchema = z.iso.datetime({ precision: 3 }).brand<'Instant'>();
export type Instant = z.infer<typeof instantSchema>;

/** `YYYY-MM`. */
export const monthSchema = z
  .string()
  .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, { error: 'Escriba el mes como aaaa-mm.' })
  .brand<'Month'>();
export type Month = z.infer<typeof monthSchema>;

/** `HH:MM`, 24 hours. */
export const timeOfDaySchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Hora no válida. Use hh:mm, de 00:00 a 23:59.' });

/**
 * A date as far as it is known: the year is the minimum, an unknown part is null.
 *
 * Never filled up with the 1st or the 15th (bad input 44). A day needs its month.
 */
export const partialDateSchema = z
  .strictObject(
    {
      year: z.int().min(1900).max(2199),
      month: z.int().min(1).max(12).nullable(),
      day: z.int().min(1).max(31).nullable(),
    },
    // What cannot be read as a date travels as it was typed.
    { error: badDate },
  )
  .refine((date) => date.day === null || (date.month !== null && exists(date.year, date.month, date.day)), {
    error: badDate,
  });
export type PartialDate = z.infer<typeof partialDateSchema>;

function exists(year: number, month: number, day: number): boolean {
  try {
    Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

function isCivilDate(text: string): boolean {
  const match = /^(19\d\d|2[01]\d\d)-(\d\d)-(\d\d)$/.exec(text);
  return match !== null && exists(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Later than every day: what holds then holds without an end. */
export const lastDay = '9999-12-31' as CivilDate;

/** Of a day as it is computed. */
export const civilDateFrom = (day: Temporal.PlainDate) => day.toString() as CivilDate;

/** First and last civil day a partial date can mean. */
export function spanOf(date: PartialDate): { first: CivilDate; last: CivilDate } {
  const month = date.month ?? 1;
  const lastMonth = date.month ?? 12;
  const first = Temporal.PlainDate.from({ year: date.year, month, day: date.day ?? 1 });
  const lastDay = date.day ?? Temporal.PlainYearMonth.from({ year: date.year, month: lastMonth }).daysInMonth;
  const last = Temporal.PlainDate.from({ year: date.year, month: lastMonth, day: lastDay });
  return { first: civilDateFrom(first), last: civilDateFrom(last) };
}

/** Completed years between a full date of birth and a day; null when the birth date is only partly known. */
export function completedYears(birth: PartialDate, on: CivilDate): number | null {
  if (birth.month === null || birth.day === null) return null;
  const born = Temporal.PlainDate.from({ year: birth.year, month: birth.month, day: birth.day });
  return born.until(Temporal.PlainDate.from(on), { largestUnit: 'years' }).years;
}

/** A civil date as the full partial date it is. */
export function toPartial(date: CivilDate): PartialDate {
  const [year, month, day] = date.split('-').map(Number);
  return { year: year ?? 0, month: month ?? null, day: day ?? null };
}

/** The month before or after; `steps` may be negative. */
export function addMonths(month: Month, steps: number): Month {
  return Temporal.PlainYearMonth.from(month).add({ months: steps }).toString() as Month;
}

export const firstOfMonth = (month: Month) => civilDateFrom(Temporal.PlainDate.from(`${month}-01`));
export const lastOfMonth = (month: Month) => addDays(firstOfMonth(addMonths(month, 1)), -1);

/** The same day some days later or earlier. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDateFrom(Temporal.PlainDate.from(date).add({ days }));
}
