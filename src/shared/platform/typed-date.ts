/** Dates and times as people type them, and as they are shown. Nothing is guessed: what is not a date stays as typed. */
import { civilDateSchema, spanOf, type CivilDate, type PartialDate } from './dates.ts';

export type DatePrecision = 'full' | 'month' | 'year';

export type TypedDateRange = {
  /** First and last day the field takes; a two-digit year is looked up inside them. */
  readonly min: CivilDate;
  readonly max: CivilDate;
  /** How much may be missing: `full` wants a day, `month` a month, `year` only a year. */
  readonly precision: DatePrecision;
};

export type TypedDate =
  | { readonly ok: true; readonly date: PartialDate | null }
  /** `text` is what was typed, untouched; `message` is the sentence at the field. */
  | { readonly ok: false; readonly text: string; readonly message: string };

type Parts = { day: number | null; month: number | null; year: string };

const notADate = 'Fecha no válida. Use dd/mm/aaaa.';
const fourDigits = 'Escriba el año con cuatro dígitos.';

function partsOf(text: string): Parts | null {
  const full =
    /^(\d{1,2})([/\-. ])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text) ?? /^(\d{2})()(\d{2})(\d{4}|\d{2})$/.exec(text);
  if (full !== null) return { day: Number(full[1]), month: Number(full[3]), year: full[4] ?? '' };
  const month = /^(\d{1,2})[/\-. ](\d{4})$/.exec(text);
  if (month !== null) return { day: null, month: Number(month[1]), year: month[2] ?? '' };
  return /^\d{4}$/.test(text) ? { day: null, month: null, year: text } : null;
}

function toPartialDate(parts: Parts, year: number): PartialDate | null {
  if (year < 1900 || year > 2199) return null;
  if (parts.month !== null && (parts.month < 1 || parts.month > 12)) return null;
  const date = { year, month: parts.month, day: parts.day };
  if (parts.day === null) return date;
  const iso = [String(year), String(parts.month).padStart(2, '0'), String(parts.day).padStart(2, '0')].join('-');
  return civilDateSchema.safeParse(iso).success ? date : null;
}

function isInside(date: PartialDate, range: TypedDateRange): boolean {
  const { first, last } = spanOf(date);
  return last >= range.min && first <= range.max;
}

/** Of the centuries that fit the range, the later; a fixed pivot would send a hearing of 2027 to 1927. */
function fromShortYear(parts: Parts, range: TypedDateRange): PartialDate | null {
  for (const century of [2100, 2000, 1900]) {
    const date = toPartialDate(parts, century + Number(parts.year));
    if (date !== null && isInside(date, range)) return date;
  }
  return null;
}

function existsInSomeCentury(parts: Parts): boolean {
  return [1900, 2000, 2100].some((century) => toPartialDate(parts, century + Number(parts.year)) !== null);
}

function missing(date: PartialDate, precision: DatePrecision): string | null {
  if (precision === 'full' && date.day === null) return 'Complete el día y el mes. Use dd/mm/aaaa.';
  if (precision === 'month' && date.month === null) return 'Complete al menos el mes. Use mm/aaaa.';
  return null;
}

/** Reads a typed date; empty is `null`. Never throws, never fills a missing day or month. */
export function parseTypedDate(text: string, range: TypedDateRange): TypedDate {
  const refuse = (message: string): TypedDate => ({ ok: false, text, message });
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return { ok: true, date: null };
  const parts = partsOf(typed);
  if (parts === null) return refuse(notADate);
  const isShort = parts.year.length === 2;
  const date = isShort ? fromShortYear(parts, range) : toPartialDate(parts, Number(parts.year));
  if (date === null) return refuse(isShort && existsInSomeCentury(parts) ? fourDigits : notADate);
  const incomplete = missing(date, range.precision);
  if (incomplete !== null) return refuse(incomplete);
  if (!isInside(date, range)) {
    return refuse(`La fecha debe estar entre el ${formatCivilDate(range.min)} y el ${formatCivilDate(range.max)}.`);
  }
  return { ok: true, date };
}

/** `9:30`, `930`, `0930`, `9.30` → `09:30`; null when it is not a time of day. */
export function parseTypedTime(text: string): string | null {
  const match = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.trim());
  const [, hour = '', minute = ''] = match ?? [];
  if (match === null || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** As people of Peru write them. */
export const monthNames =
  'enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre'.split(' ');

/** dd/mm/aaaa. */
export function formatCivilDate(date: CivilDate): string {
  return date.split('-').reverse().join('/');
}

/** «5 de setiembre de 2026». */
export function formatLongDate(date: CivilDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} de ${monthNames[Number(month) - 1] ?? ''} de ${year}`;
}

/** As far as it is known: «05/03/1990», «marzo de 1990», «1990». */
export function formatPartialDate(date: PartialDate): string {
  if (date.month === null) return String(date.year);
  if (date.day === null) return `${monthNames[date.month - 1] ?? ''} de ${date.year}`;
  return [String(date.day).padStart(2, '0'), String(date.month).padStart(2, '0'), date.year].join('/');
}
