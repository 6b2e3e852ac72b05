/**
 * A slow, obvious way to the same dates: one hour or one day at a time on the calendar of JavaScript in UTC, holidays
 * from a list made by somebody else. Shares nothing with the engine but the numbers it is told.
 */
import Holidays from 'date-holidays';

const hour = 3_600_000;
const day = 24 * hour;

const spanishWeekend: Readonly<Record<number, string>> = { 0: 'Domingo', 6: 'Sábado' };

/** Dates on which nobody works, from date-holidays; Easter Sunday is a Sunday already. */
export function stateHolidays(first: number, last: number): ReadonlySet<string> {
  const calendar = new Holidays('PE');
  const dates = new Set<string>();
  for (let year = first; year <= last; year += 1) {
    for (const holiday of calendar.getHolidays(year)) {
      if (holiday.type === 'public') dates.add(holiday.date.slice(0, 10));
    }
  }
  return dates;
}

/** The judge's day of each year and its first working day, after what else is off. */
function ofJudges(years: readonly number[], off: ReadonlySet<string>): string[] {
  return years.flatMap((year) => {
    let at = startOf(`${year}-01-01`);
    while (isOff(dateOf(at), off)) at += day;
    return [`${year}-08-04`, dateOf(at)];
  });
}

/** The same with the days of the judges; a 2 January that a decree gave is not the first working day. */
export function courtHolidays(first: number, last: number): ReadonlySet<string> {
  const state = stateHolidays(first, last);
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const declared = ['2023-01-02', '2024-01-02', '2026-01-02'];
  return new Set([...state, ...ofJudges(years, new Set([...state, ...declared]))]);
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
  rolls = true,
): { due: string; skipped: string[] } {
  if (term.unit === 'hours') return { due: afterHours(from, term.amount), skipped: [] };
  if (term.unit === 'months') return rolled(afterMonths(from.on, term.amount), [], holidays, rolls);
  let now = startOf(from.on);
  let counted = 0;
  const skipped: string[] = [];
  while (counted < term.amount) {
    now += day;
    const date = dateOf(now);
    if (term.unit === 'businessDays' && isOff(date, holidays)) skipped.push(date);
    else counted += 1;
  }
  return rolled(dateOf(now), skipped, holidays, rolls);
}

/** Day by day on to one on which somebody works. */
function rolled(on: string, skipped: string[], holidays: ReadonlySet<string>, rolls: boolean) {
  let date = on;
  while (rolls && isOff(date, holidays)) {
    skipped.push(date);
    date = dateOf(startOf(date) + day);
  }
  return { due: `${date} 23:59`, skipped };
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

/** A non-working day somebody added: everywhere, in a region (two digits) or in a district (six). */
export type ExtraDay = { readonly date: string; readonly place: string | null; readonly isJudicial: boolean };

export type SlowRule = {
  readonly id: string;
  readonly startsAt: 'fact' | 'notification';
  readonly level: string | null;
  readonly amount: number | null;
  readonly unit: string;
  readonly calendar: string;
  readonly addsDistance: boolean;
  readonly from: string;
  readonly to: string | null;
};

type When = { readonly on: string; readonly time: string | null };

/** All that decides the terms of one start, as plain values. */
export type World = {
  readonly rules: readonly SlowRule[];
  readonly extras: readonly ExtraDay[];
  readonly fact: When;
  readonly notification: {
    readonly entry: When;
    readonly effectDays: number;
    /** Courts may count the day of effect as the first. */
    readonly countsEffect: boolean;
    readonly effectByHand: string | null;
  } | null;
  readonly level: string | null;
  readonly district: string | null;
  readonly centreDistrict: string;
  readonly distanceDays: number | null;
  readonly distanceUnit: string;
  readonly fixedOn: string | null;
};

function isOfPlace(extra: ExtraDay, place: string | null): boolean {
  if (extra.place === null) return true;
  if (place === null) return false;
  return extra.place.length === 2 ? place.slice(0, 2) === extra.place : place === extra.place;
}

/** Days off for one rule: those of the state, those of the judges for a court alone, and the added ones of its place. */
function daysOff(
  rule: SlowRule,
  world: World,
  ofState: ReadonlySet<string>,
  withDoubtful: boolean,
): ReadonlySet<string> {
  const place = rule.calendar === 'office' ? world.centreDistrict : world.district;
  const isCourt = rule.calendar === 'judicial';
  const here = world.extras.filter((extra) => (isCourt || !extra.isJudicial) && isOfPlace(extra, place));
  const counted = here.filter((extra) => extra.isJudicial || withDoubtful || rule.calendar === 'office');
  const years = [...new Set([...ofState].map((date) => Number(date.slice(0, 4))))];
  const judges = isCourt ? ofJudges(years, new Set([...ofState, ...here.map(({ date }) => date)])) : [];
  return new Set([...ofState, ...judges, ...counted.map(({ date }) => date)]);
}

/** The version of a rule that began last on or before the day, unless that one has ended. */
function inForce(rules: readonly SlowRule[], on: string): SlowRule[] {
  const found: SlowRule[] = [];
  for (const id of new Set(rules.map((rule) => rule.id))) {
    let last: SlowRule | null = null;
    for (const rule of rules) {
      if (rule.id === id && rule.from <= on && (last === null || rule.from >= last.from)) last = rule;
    }
    if (last !== null && (last.to === null || last.to >= on)) found.push(last);
  }
  return found;
}

function speaksOf(rule: SlowRule, level: string | null, rulesOfDay: readonly SlowRule[]): boolean {
  if (rule.level === null) return true;
  if (level === 'mild') return rule.level === 'mild' || rule.level === 'mildOrModerate';
  if (level === 'moderate') return rule.level === 'moderate' || rule.level === 'mildOrModerate';
  if (level === 'severe') return rule.level === 'severe';
  const sameTerm = rulesOfDay.filter((other) => other.id.slice(0, -1) === rule.id.slice(0, -1));
  const hasOwnRow = sameTerm.some((other) => other.level === 'undetermined');
  return rule.level === (hasOwnRow ? 'undetermined' : 'severe');
}

function slowEnd(rule: SlowRule, start: When, world: World, off: ReadonlySet<string>): string {
  if (world.fixedOn !== null) return `${world.fixedOn} 23:59`;
  if (rule.amount === null) return '-';
  const rolls = rule.calendar !== 'office';
  const isFar = rule.unit !== 'hours' && rule.addsDistance;
  const end = slowDue(start, { amount: rule.amount, unit: rule.unit }, off, rolls && !isFar).due;
  if (!isFar) return end;
  const far = { amount: world.distanceDays ?? 0, unit: world.distanceUnit };
  return slowDue({ on: end.slice(0, 10), time: null }, far, off, rolls).due;
}

/** A term in days of a court, from a notification whose day of effect may be the first. */
function mayCountEffect({ startsAt, calendar, unit }: SlowRule, { notification }: World): boolean {
  if (startsAt === 'fact' || notification === null || !notification.countsEffect) return false;
  return calendar === 'judicial' && (unit === 'businessDays' || unit === 'calendarDays');
}

function endsWith(rule: SlowRule, entry: When, world: World, off: ReadonlySet<string>): [string, string] {
  let effect = entry;
  if (rule.startsAt === 'notification' && world.notification !== null) {
    const { effectDays, effectByHand } = world.notification;
    if (effectByHand !== null) effect = { on: effectByHand, time: null };
    else if (effectDays > 0) {
      const { due } = slowDue(entry, { amount: effectDays, unit: 'businessDays' }, off);
      effect = { on: due.slice(0, 10), time: null };
    }
  }
  const late = slowEnd(rule, effect, world, off);
  if (!mayCountEffect(rule, world)) return [slowEnd(rule, entry, world, off), late];
  const eve = { on: dateOf(startOf(effect.on) - day), time: null };
  return [rule.amount === 0 ? late : slowEnd(rule, eve, world, off), late];
}

/** `id entry | effect | warned | entry and effect with the days that may not bind`, one for each term that runs, sorted. */
export function slowTerms(world: World, ofState: ReadonlySet<string>): string[] {
  const lines: string[] = [];
  for (const startsAt of ['fact', 'notification'] as const) {
    const entry = startsAt === 'fact' ? world.fact : world.notification?.entry;
    if (entry === undefined) continue;
    const ofDay = inForce(world.rules, entry.on).filter((rule) => rule.startsAt === startsAt);
    for (const rule of ofDay) {
      if (!speaksOf(rule, world.level, ofDay)) continue;
      const [early, late] = endsWith(rule, entry, world, daysOff(rule, world, ofState, false));
      const [ifEarly, ifLate] = endsWith(rule, entry, world, daysOff(rule, world, ofState, true));
      lines.push(`${rule.id} ${early} | ${late} | ${late < early ? late : early} | ${ifEarly} ${ifLate}`);
    }
  }
  return lines.sort();
}
