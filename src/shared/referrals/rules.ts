/** Rules of the referral: consent, the clock of the emergency kit, and how fast each kind is. */
import { Temporal } from 'temporal-polyfill';
import { spanOf, type PartialDate } from '../platform/dates.ts';
import { urgencies, type KitUrgency, type Urgency } from './codes.ts';
import { referralRules, type UrgencySign, type ReferralKind } from './kinds/index.ts';
import type { HoursSince, ReferralOptions } from './schema.ts';
import type { KitLimits } from './kit-table.ts';

/** C2, C3: refused, withdrawn, or nothing recorded, never prints; an exception does, and is reviewed later. */
export function consentAllows(consent: ReferralOptions['consent']): boolean {
  return consent !== null && consent.kind !== 'refused';
}

/** True when printing rests on an exception: recorded, on the office copy only. */
export function isConsentException(consent: ReferralOptions['consent']): boolean {
  return consent !== null && !['spoken', 'written', 'refused'].includes(consent.kind);
}

type Event = { readonly date: PartialDate | null; readonly hour: string | null };

/**
 * Hours from the event in Lima to `now` (ISO instant), both ends rounded down to whole hours and never below 0.
 *
 * Without the hour the whole day (month, year) is an interval; an hour counts only on a day that is known.
 */
export function hoursSince(event: Event, now: string): HoursSince {
  if (event.date === null) return null;
  const span = spanOf(event.date);
  const hour = span.first === span.last ? event.hour : null;
  const hoursFrom = (day: string, time: string) => {
    const at = Temporal.PlainDate.from(day)
      .toPlainDateTime(Temporal.PlainTime.from(time))
      .toZonedDateTime('America/Lima');
    return (Temporal.Instant.from(now).epochMilliseconds - at.epochMilliseconds) / 3_600_000;
  };
  return {
    least: Math.max(0, hoursFrom(span.last, hour ?? '23:59:59')),
    most: Math.max(0, hoursFrom(span.first, hour ?? '00:00')),
  };
}

/** «30 horas», «entre 12 y 36 horas»; null when the date is not known. */
export function hoursWords(hours: HoursSince): string | null {
  if (hours === null) return null;
  const [least, most] = [Math.floor(hours.least), Math.floor(hours.most)];
  if (least === most) return least === 1 ? '1 hora' : `${least} horas`;
  return `entre ${least} y ${most} horas`;
}

/**
 * Urgency after sexual violence: as long as any moment the event can have been is within a limit, it counts as within.
 * An unknown date counts as an emergency. `now` is an ISO instant; `limits` in hours (U70).
 */
export function kitUrgency(event: Event, now: string, limits: KitLimits): KitUrgency {
  const hours = hoursSince(event, now);
  if (hours === null || hours.least <= limits.emergencyHours) return 'emergency';
  return hours.least <= limits.urgentHours ? 'urgent' : 'later';
}

/** What to do now, by where the clock of the kit stands; the hours are those of the table. */
export function kitWords(kit: KitUrgency, { emergencyHours, urgentHours, isToConfirm }: KitLimits): string {
  const mark = isToConfirm === true ? ' (horas por confirmar)' : '';
  const words: Readonly<Record<KitUrgency, string>> = {
    emergency: `El hecho puede estar dentro de las ${emergencyHours} horas del kit de emergencia${mark}: llame y acompañe ahora, el papel va después.`,
    urgent: `Ya pasaron las ${emergencyHours} horas de la profilaxis de VIH; el hecho puede estar dentro de las ${urgentHours} horas del resto${mark}: la derivación es urgente, el mismo día.`,
    later: `Pasaron más de ${urgentHours} horas del hecho${mark}: derive igual, por exámenes, tratamiento y salud mental.`,
  };
  return words[kit];
}

/** Whether the letter asks for the emergency kit. */
export function asksForKit(kind: ReferralKind, { services }: Pick<ReferralOptions, 'services'>): boolean {
  return kind === 'emergency-kit' || services.includes('emergency-kit');
}

/** What is asked before the kit is: it is for sexual violence, and only within its hours. Null: nothing speaks against it. */
export function kitQuestion(
  { isSexual, event }: Pick<UrgencySigns, 'isSexual' | 'event'>,
  now: string,
  limits: KitLimits,
): string | null {
  const { emergencyHours, urgentHours, isToConfirm } = limits;
  const isLate = kitUrgency(event, now, limits) === 'later';
  const mark = isToConfirm === true ? ', por confirmar' : '';
  const doubts = [
    ...(isSexual ? [] : ['La ficha no dice que haya violencia sexual']),
    ...(isLate
      ? [
          `Pasaron ${hoursWords(hoursSince(event, now)) ?? ''} y el kit sirve hasta las ${urgentHours} (profilaxis de VIH hasta las ${emergencyHours}${mark})`,
        ]
      : []),
  ];
  return doubts.length === 0 ? null : `${doubts.join('. ')}: ¿lo deriva igual?`;
}

/** What the record and the form say that makes a referral faster. */
export type UrgencySigns = {
  readonly isSexual: boolean;
  readonly event: Event;
  /** Confirmed level: 1 mild, 2 moderate, 3 severe; null when not valued. */
  readonly level: 1 | 2 | 3 | null;
  /** He lives with her or is at liberty: not known counts as access. */
  readonly hasAccess: boolean;
  /** Factor on record, or the answer of the form (1 none, 2 ideas, 3 plan, 4 attempt); null not asked. */
  readonly suicide: 1 | 2 | 3 | 4 | null;
};

/** How fast a referral is by its signs; `kit` says where the clock of the kit stands when it decides. */
export type ProposedUrgency = { readonly urgency: Urgency; readonly kit: KitUrgency | null };

const byKit: Readonly<Record<KitUrgency, Urgency>> = {
  emergency: 'emergency',
  urgent: 'urgent',
  later: 'preferential',
};

function faster(one: Urgency, other: Urgency): Urgency {
  return urgencies.indexOf(one) <= urgencies.indexOf(other) ? one : other;
}

/** What one sign asks for; null when it is not there. */
// oxlint-disable-next-line complexity -- one case per sign, nothing nested
function askedBy(sign: UrgencySign, signs: UrgencySigns, kit: KitUrgency | null): Urgency | null {
  switch (sign) {
    case 'kit':
      return kit === null ? null : byKit[kit];
    case 'sexual':
      return kit === 'emergency' ? 'emergency' : null;
    case 'suicide':
      if (signs.suicide === null || signs.suicide === 1) return null;
      return signs.suicide === 2 ? 'urgent' : 'emergency';
    case 'severeWithAccess':
      return signs.level === 3 && signs.hasAccess ? 'urgent' : null;
    case 'severe':
      return signs.level === 3 ? 'urgent' : null;
    case 'moderate':
      return signs.level === 2 || signs.level === 3 ? 'urgent' : null;
  }
}

/**
 * The urgency the program proposes; the professional may choose another and is told when it is slower.
 *
 * `isKitAsked`: the services asked for include the kit, whatever the record says about the event.
 */
export function proposedUrgency(
  kind: ReferralKind,
  signs: UrgencySigns,
  given: { readonly now: string; readonly isKitAsked: boolean; readonly limits: KitLimits },
): ProposedUrgency {
  const rule = referralRules[kind];
  const isKit = kind === 'emergency-kit' || signs.isSexual || given.isKitAsked;
  const kit = isKit ? kitUrgency(signs.event, given.now, given.limits) : null;
  const asked = rule.signs.map((sign) => askedBy(sign, signs, kit)).filter((one) => one !== null);
  const isDecided = rule.signs.includes('kit') || rule.signs.includes('sexual');
  return { urgency: asked.reduce(faster, rule.urgency), kit: isDecided ? kit : null };
}

export function isSlower(one: Urgency, other: Urgency): boolean {
  return urgencies.indexOf(one) > urgencies.indexOf(other);
}
