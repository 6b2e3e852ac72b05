/** What the form of a referral starts from, and the warnings of its preview. */
import type { Consent } from '../../shared/care/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { KitUrgency, ReferralFacts, ReferralOptions } from '../../shared/referrals/index.ts';
import type { CaseRecord } from '../papers/index.ts';
import { treatmentWords } from './facts.ts';

const exceptions = {
  dangerToLife: 'danger-to-life',
  childAtRisk: 'child-at-risk',
  orderOfAuthority: 'order-of-authority',
} as const;

/** The recorded consent as the paper words it; null when she was not asked. */
export function consentOption(consent: Consent | null): ReferralOptions['consent'] {
  if (consent === null) return null;
  const on = civilDateOf(Date.parse(consent.recordedAt));
  if (consent.form !== 'couldNotAsk') return { kind: consent.form, on };
  return { kind: consent.reason === null ? 'could-not-be-asked' : exceptions[consent.reason], on };
}

function professionalOf({ staff }: CaseRecord): ReferralOptions['professional'] {
  const college = [staff.college, staff.collegeNumber === null ? null : `N.º ${staff.collegeNumber}`]
    .filter((part) => part !== null)
    .join(' ');
  if (staff.profession === null) return null;
  return { names: staff.fullName, profession: staff.profession, college: college === '' ? null : college };
}

export function startingReferral(
  record: CaseRecord,
  given: {
    readonly consent: ReferralOptions['consent'];
    readonly kit: KitUrgency | null;
    readonly place: string;
    readonly today: CivilDate;
  },
): ReferralOptions {
  const { kit } = given;
  const isWithinKit = kit === 'emergency' || kit === 'urgent';
  return {
    receiver: null,
    services: kit === null ? [] : [...(isWithinKit ? (['emergency-kit'] as const) : []), 'sexual-health'],
    otherService: null,
    urgency: kit === 'emergency' ? 'emergency' : kit === 'urgent' ? 'urgent' : 'preferential',
    reason: null,
    treatments: treatmentWords(record),
    allergies: null,
    companion: null,
    childrenPresent: 0,
    transport: null,
    includeSafeContact: false,
    includePregnancy: false,
    hasProtectionMeasures: record.b.hasProtectionMeasures === 1,
    consent: given.consent,
    professional: professionalOf(record),
    place: given.place,
    signedOn: given.today,
  };
}

const kitWords = {
  emergency:
    'El hecho puede estar dentro de las 72 horas del kit de emergencia: llame y acompañe ahora, el papel va después.',
  urgent: 'El hecho puede estar dentro de las 120 horas: la derivación es urgente, el mismo día.',
  later: 'Pasaron más de 120 horas del hecho: derive igual, por exámenes, tratamiento y salud mental.',
} as const satisfies Record<KitUrgency, string>;

const fastEnough: Readonly<Record<KitUrgency, readonly string[] | null>> = {
  emergency: ['emergency'],
  urgent: ['emergency', 'urgent'],
  later: null,
};

function kitWarnings(kit: KitUrgency, options: ReferralOptions): string[] {
  const isSlow = fastEnough[kit]?.includes(options.urgency) === false;
  return [kitWords[kit], ...(isSlow ? ['La urgencia elegida es menor que la que corresponde por el tiempo.'] : [])];
}

/** D12: several receivers in one act; a letter to another one is the professional's decision, told and not refused. */
function isOtherReceiver(options: ReferralOptions, consent: Consent | null): boolean {
  if (options.receiver === null || consent === null || consent.receivers.length === 0) return false;
  return !consent.receivers.includes(options.receiver.establishment);
}

export function referralWarnings(
  facts: ReferralFacts,
  options: ReferralOptions,
  found: { readonly kit: KitUrgency | null; readonly withheld: boolean; readonly consent: Consent | null },
): string[] {
  const warnings = found.kit === null ? [] : kitWarnings(found.kit, options);
  if (found.withheld) {
    warnings.push('En el texto hay un dato en reserva: así no se puede emitir. Corríjalo donde está escrito.');
  }
  if (isOtherReceiver(options, found.consent)) {
    warnings.push('El establecimiento no es uno de los que la persona usuaria aceptó. Revise el consentimiento.');
  }
  if (options.includeSafeContact && facts.safeContact === null) {
    warnings.push('No hay un teléfono al que sea seguro llamar: no se imprime contacto.');
  }
  return warnings;
}
