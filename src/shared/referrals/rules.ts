/** Rules of the referral: consent and the clock of the emergency kit. */
import { Temporal } from 'temporal-polyfill';
import { spanOf, type PartialDate } from '../platform/dates.ts';
import type { KitLimits } from './kit-table.ts';
import type { ReferralOptions } from './schema.ts';

/** C2, C3: refused, or nothing recorded, never prints; an exception does, and is reviewed later. */
export function consentAllows(consent: ReferralOptions['consent']): boolean {
  return consent !== null && consent.kind !== 'refused';
}

/** True when printing rests on an exception: recorded, on the office copy only. */
export function isConsentException(consent: ReferralOptions['consent']): boolean {
  return consent !== null && !['spoken', 'written', 'refused'].includes(consent.kind);
}

export type KitUrgency = 'emergency' | 'urgent' | 'later';

/**
 * Urgency after sexual violence, from the date and hour of the event in Lima.
 *
 * Without the hour the whole day (month, year) is an interval: as long as any moment of it is within the limit, it
 * counts as within. An unknown date counts as an emergency. `now` is an ISO instant; `limits` in hours (U70).
 */
export function kitUrgency(
  event: { readonly date: PartialDate | null; readonly hour: string | null },
  now: string,
  limits: KitLimits,
): KitUrgency {
  if (event.date === null) return 'emergency';
  const span = spanOf(event.date);
  // An hour counts only on a day that is known.
  const hour = span.first === span.last ? event.hour : null;
  const latest = Temporal.PlainDate.from(span.last)
    .toPlainDateTime(Temporal.PlainTime.from(hour ?? '23:59:59'))
    .toZonedDateTime('America/Lima');
  const hours = (Temporal.Instant.from(now).epochMilliseconds - latest.epochMilliseconds) / 3_600_000;
  if (hours <= limits.emergencyHours) return 'emergency';
  return hours <= limits.urgentHours ? 'urgent' : 'later';
}
