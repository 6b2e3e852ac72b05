/** From what is typed in a field to what is stored, and back. `undefined` means: cannot be read. */
import {
  civilDateSchema,
  partialDateSchema,
  timeOfDaySchema,
  type PartialDate,
} from '../../../shared/platform/dates.ts';

export type Precision = 'full' | 'month' | 'year';
/** First and last civil day the field takes, `aaaa-mm-dd`. */
export type DateRange = { readonly min: string; readonly max: string };

const widest: DateRange = { min: '1900-01-01', max: '2199-12-31' };

export function readDate(text: string, range: DateRange = widest): string | null | undefined {
  const answer = readPartial(text, 'full', range);
  return answer === null || answer === undefined ? answer : isoOf(answer);
}

export function readPartial(
  text: string,
  precision: Precision,
  range: DateRange = widest,
): PartialDate | null | undefined {
  const clean = text.trim();
  if (clean === '') return null;
  const parts = split(clean, precision);
  if (parts === undefined) return undefined;
  for (const year of centuries(parts.year, precision)) {
    const date = { year, month: parts.month, day: parts.day };
    if (partialDateSchema.safeParse(date).success && isInside(date, range)) return date;
  }
  return undefined;
}

type Parts = { readonly year: string; readonly month: number | null; readonly day: number | null };

const patterns: Record<Precision, RegExp> = {
  full: /^(?:(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})|(\d{2})(\d{2})(\d{4}|\d{2}))$/,
  month: /^(?:()(\d{1,2})[/.\- ](\d{4}|\d{2})|()(\d{2})(\d{4}))$/,
  year: /^()()(\d{4})$/,
};

function split(text: string, precision: Precision): Parts | undefined {
  const match = patterns[precision].exec(text);
  if (match === null) return undefined;
  const [day, month, year] = match[3] === undefined ? [match[4], match[5], match[6]] : [match[1], match[2], match[3]];
  return { day: day ? Number(day) : null, month: month ? Number(month) : null, year: year ?? '' };
}

/** Of the centuries of a short year the later one comes first; the field's own range decides. */
function centuries(year: string, precision: Precision): number[] {
  if (year.length === 4 || precision === 'year') return [Number(year)];
  return [2100, 2000, 1900].map((century) => century + Number(year));
}

function isInside(date: PartialDate, range: DateRange): boolean {
  const text = isoOf(date);
  return text >= range.min.slice(0, text.length) && text <= range.max.slice(0, text.length);
}

function isoOf(date: PartialDate): string {
  return [date.year, date.month, date.day]
    .filter((part) => part !== null)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** dd/mm/aaaa of a civil date; any other text stays as it is. */
export function dateText(value: string): string {
  return civilDateSchema.safeParse(value).success ? value.split('-').reverse().join('/') : value;
}

export function partialText(value: PartialDate | string | null): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : isoOf(value).split('-').reverse().join('/');
}

export function readTime(text: string): string | null | undefined {
  const clean = text.trim();
  if (clean === '') return null;
  const match = /^(\d{1,2})(?:[:.h ]?(\d{2}))?$/.exec(clean);
  if (match === null) return undefined;
  const time = `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}`;
  return timeOfDaySchema.safeParse(time).success ? time : undefined;
}
