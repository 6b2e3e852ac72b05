/** The one source of time. Tests inject a fixed clock; the product builds exactly one from the system. */
import { Temporal } from 'temporal-polyfill';
import { civilDateFrom, type CivilDate, type Instant, type Month } from './dates.ts';

export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
}

/** A clock that somebody may set, beside one that nobody can. */
export interface SteadyClock extends Clock {
  /** Milliseconds from any start; only grows while the process lives, may stand still while the computer sleeps. */
  monotonic(): number;
}

const lima = 'America/Lima';

/** The minute that was asked last: a call asks several times, and no day begins within a minute. */
let asked: { readonly minute: number; readonly day: CivilDate } | null = null;

export function todayIn(clock: Clock): CivilDate {
  return civilDateOf(clock.now());
}

/** The civil date in Peru (UTC−5): 03:30 UTC of the 25th is the 24th here. */
export function civilDateOf(epochMilliseconds: number): CivilDate {
  const minute = Math.floor(epochMilliseconds / 60_000);
  if (asked?.minute !== minute) asked = { minute, day: dayOfMinute(minute) };
  return asked.day;
}

function dayOfMinute(minute: number): CivilDate {
  return civilDateFrom(
    Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
      .toZonedDateTimeISO(lima)
      .toPlainDate(),
  );
}

/** Local wall time in Peru, `HH:MM`. */
export function timeOf(epochMilliseconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMilliseconds)
    .toZonedDateTimeISO(lima)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
}

export function instantOf(epochMilliseconds: number): Instant {
  return new Date(epochMilliseconds).toISOString() as Instant;
}

export function instantIn(clock: Clock): Instant {
  return instantOf(clock.now());
}

export function monthOf(date: CivilDate): Month {
  return date.slice(0, 7) as Month;
}

/** The instant of a day and wall time in Peru. */
export function instantAt(day: CivilDate, time: string): Instant {
  const { epochMilliseconds } = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: lima, plainTime: time });
  return instantOf(epochMilliseconds);
}
