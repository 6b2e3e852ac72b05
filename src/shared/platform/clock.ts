/** The one source of time. Tests inject a fixed clock; the product builds exactly one from the system. */
import { Temporal } from 'temporal-polyfill';
import type { CivilDate, Instant, Month } from './dates.ts';

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

export function todayIn(clock: Clock): CivilDate {
  return civilDateOf(clock.now());
}

/** The civil date in Peru (UTC−5): 03:30 UTC of the 25th is the 24th here. */
export function civilDateOf(epochMilliseconds: number): CivilDate {
  return wallOf(epochMilliseconds).slice(0, 10) as CivilDate;
}

/** Local wall time in Peru, `HH:MM`. */
export function timeOf(epochMilliseconds: number): string {
  return wallOf(epochMilliseconds).slice(11, 16);
}

const hourMs = 3_600_000;
/** Hours asked lately: a history asks one for each entry, at every reading. */
const offsets = new Map<number, number>();
const keptOffsets = 4096;

/** Wall time in Peru as ISO; no offset changes within an hour. */
function wallOf(epochMilliseconds: number): string {
  const hour = Math.floor(epochMilliseconds / hourMs);
  let offset = offsets.get(hour);
  if (offset === undefined) {
    const zoned = Temporal.Instant.fromEpochMilliseconds(hour * hourMs).toZonedDateTimeISO(lima);
    offset = zoned.offsetNanoseconds / 1_000_000;
    if (offsets.size >= keptOffsets) offsets.clear();
    offsets.set(hour, offset);
  }
  return new Date(epochMilliseconds + offset).toISOString();
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

export function instantAt(day: CivilDate, time: string): Instant {
  const { epochMilliseconds } = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: lima, plainTime: time });
  return instantOf(epochMilliseconds);
}
