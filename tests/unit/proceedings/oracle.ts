/**
 * A slow, obvious way to the same dates: one hour or one day at a time on the calendar of JavaScript in UTC, holidays
 * from a list made by somebody else. Shares nothing with the engine but the numbers it is told.
 */
import Holidays from 'date-holidays';

const hour = 3_600_000;
const day = 24 * hour;

const spanishWeekend: Readonly<Record<number, string>> = { 0: 'Domingo', 6: 'Sábado' };

/** Dates on which courts rest, from date-holidays; Easter Sunday is a Sunday already. */
export function courtHolidays(first: number, last: number): ReadonlySet<string> {
  const calendar = new Holidays('PE');
  const dates = new Set<string>();
  for (let year = first; year <= last; year += 1) {
    for (const holiday of calendar.getHolidays(year)) {
      if (holiday.type === 'public') dates.add(holiday.date.slice(0, 10));
    }
    // The judicial day is not in the list of the state.
    dates.add(`${year}-08-04`);
  }
  return dates;
}

const dateOf = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);
const startOf = (date: string) => Date.parse(`${date}T00:00:00Z`);

export function isOff(date: string, holidays: ReadonlySet<string>): boolean {
  return spanishWeekend[new Date(startOf(date)).getUTCDay()] !== undefined || holidays.has(date);
}

export function slowDue(
  from: { on: string; time: string | null },
  term: { amount: number; unit: string },
  holidays: ReadonlySet<string>,
): { due: string; skipped: string[] } {
  if (term.unit === 'hours') return { due: afterHours(from, term.amount), skipped: [] };
  if (term.unit === 'months') return { due: `${afterMonths(from.on, term.amount)} 23:59`, skipped: [] };
  let now = startOf(from.on);
  let counted = 0;
  const skipped: string[] = [];
  while (counted < term.amount) {
    now += day;
    const date = dateOf(now);
    if (term.unit === 'businessDays' && isOff(date, holidays)) skipped.push(date);
    else counted += 1;
  }
  return { due: `${dateOf(now)} 23:59`, skipped };
}

function afterHours(from: { on: string; time: string | null }, hours: number): string {
  let now = Date.parse(`${from.on}T${from.time ?? '00:00'}:00Z`);
  for (let step = 0; step < hours; step += 1) now += hour;
  return new Date(now).toISOString().slice(0, 16).replace('T', ' ');
}

/** Month by month, then back from the day of the month to one that exists. */
function afterMonths(on: string, months: number): string {
  let year = Number(on.slice(0, 4));
  let month = Number(on.slice(5, 7));
  for (let step = 0; step < months; step += 1) {
    month += 1;
    if (month === 13) {
      month = 1;
      year += 1;
    }
  }
  for (let at = Number(on.slice(8)); ; at -= 1) {
    const date = `${year}-${String(month).padStart(2, '0')}-${String(at).padStart(2, '0')}`;
    if (!Number.isNaN(startOf(date)) && dateOf(startOf(date)) === date) return date;
  }
}
