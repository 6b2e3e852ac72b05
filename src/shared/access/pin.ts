/** «Pausa»: its times, and what a PIN may be (D5). */
import { z } from '../platform/zod.ts';

/** Minutes without use before a window pauses or locks, when nobody chose. */
export const defaultIdleMinutes = 5;
/** What a person may choose, and the most that Coordinación may allow. */
export const idleRange = { least: 2, most: 15 } as const;
/** Longest «Pausa»; then the full lock. */
export const pauseMinutes = 30;
export const pauseTries = 3;

export const idleMinutesSchema = z
  .int()
  .min(idleRange.least, { error: 'Elija de 2 a 15 minutos.' })
  .max(idleRange.most, { error: 'Elija de 2 a 15 minutos.' });

/** As typed: digits only. Whether it is too easy says `pinProblem`. */
export const pinSchema = z.string().regex(/^\d{6,12}$/, { error: 'El PIN tiene de 6 a 12 números.' });

const rising = '01234567890123456789';
const falling = [...rising].reverse().join('');

const isRun = (pin: string) => rising.includes(pin) || falling.includes(pin);

/** The same one, two or three digits over and over: 000000, 121212, 123123. */
const isRepeated = (pin: string) => /^(\d{1,3}?)\1+$/.test(pin) || new Set(pin).size <= 2;

const isDay = (day: string, month: string) =>
  Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;

/** A date as people write theirs: DDMMAA, AAMMDD, DDMMAAAA, AAAAMMDD. */
function isDate(pin: string): boolean {
  const parts = (lengths: readonly number[]) => {
    let at = 0;
    return lengths.map((length) => pin.slice(at, (at += length)));
  };
  const isCentury = (year: string) => /^(19|20)/.test(year);
  if (pin.length === 6) {
    const [one = '', two = '', three = ''] = parts([2, 2, 2]);
    return isDay(one, two) || isDay(three, two);
  }
  if (pin.length !== 8) return false;
  const [day = '', month = '', year = ''] = parts([2, 2, 4]);
  const [yearFirst = '', monthNext = '', dayLast = ''] = parts([4, 2, 2]);
  return (isCentury(year) && isDay(day, month)) || (isCentury(yearFirst) && isDay(dayLast, monthNext));
}

/** Why a PIN is one of the first that somebody would try; null when it is none of them. */
export function pinProblem(pin: string): string | null {
  if (isRun(pin) || isRepeated(pin)) return 'Elija otro PIN: números seguidos o repetidos se adivinan.';
  return isDate(pin) ? 'Elija otro PIN: una fecha se adivina.' : null;
}
