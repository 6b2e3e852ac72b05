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
const falling = '98765432109876543210';

const isRun = (pin: string) => rising.includes(pin) || falling.includes(pin);

/** The same one, two or three digits over and over: 000000, 121212, 123123. */
const isRepeated = (pin: string) => /^(\d{1,3}?)\1+$/.test(pin) || new Set(pin).size <= 2;

const day = '(0[1-9]|[12]\\d|3[01])';
const month = '(0[1-9]|1[0-2])';
const century = '(19|20)\\d\\d';
/** A date as people write theirs: DDMMAA, AAMMDD, DDMMAAAA, AAAAMMDD. */
const dates = [`${day}${month}\\d\\d`, `\\d\\d${month}${day}`, `${day}${month}${century}`, `${century}${month}${day}`];
const date = new RegExp(`^(${dates.join('|')})$`);

/** Why a PIN is one of the first that somebody would try; null when it is none of them. */
export function pinProblem(pin: string): string | null {
  if (isRun(pin) || isRepeated(pin)) return 'Elija otro PIN: números seguidos o repetidos se adivinan.';
  return date.test(pin) ? 'Elija otro PIN: una fecha se adivina.' : null;
}
