/** What the form of a referral starts from, and the warnings of its preview. */
import { professionWords, servicesOf } from '../../shared/access/index.ts';
import type { Consent } from '../../shared/care/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import {
  blankReferralAnswers,
  isSlower,
  kitWords,
  referralRules,
  urgencyLabels,
  type KitLimits,
  type KitUrgency,
  type ReferralFacts,
  type ReferralKind,
  type ReferralOptions,
} from '../../shared/referrals/index.ts';
import type { CaseRecord } from '../papers/index.ts';
import type { CaseChild } from './children.ts';
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
  // Left empty among the staff, the service says it: whoever signs is never typed again.
  const [service] = servicesOf(staff.roles);
  const profession = staff.profession ?? (service === undefined ? null : professionWords[service]);
  if (profession === null) return null;
  return { names: staff.fullName, profession, college: college === '' ? null : college };
}

export type Proposed = { readonly urgency: ReferralOptions['urgency']; readonly kit: KitUrgency | null };

/** Services ticked from the start: the only one there is, or what the clock of the kit asks for. */
function startingServices(kind: ReferralKind, kit: KitUrgency | null): ReferralOptions['services'] {
  const { services } = referralRules[kind];
  if (kind === 'emergency-kit') return ['emergency-kit', 'emergency', 'tests'];
  if (kind === 'health' && kit !== null)
    return kit === 'later' ? ['sexual-health'] : ['emergency-kit', 'sexual-health'];
  return services.length === 1 ? [...services] : [];
}

/** Enough for the receiver, and no account: the professional may write another. */
const kitReason = 'Requiere atención de emergencia y evaluación para el kit.';

function startingAnswers(kind: ReferralKind, record: CaseRecord): ReferralOptions['answers'] {
  const blank = blankReferralAnswers(kind);
  const known: ReferralOptions['answers'] = { treatments: treatmentWords(record), complaintNumber: null };
  return Object.fromEntries(Object.entries(blank).map(([name, empty]) => [name, known[name] ?? empty]));
}

export function startingReferral(
  kind: ReferralKind,
  record: CaseRecord,
  given: {
    readonly consent: ReferralOptions['consent'];
    readonly proposed: Proposed;
    readonly place: string;
    readonly today: CivilDate;
    /** Of the user; null when not known. */
    readonly age: number | null;
    readonly children: readonly CaseChild[];
  },
): ReferralOptions {
  const rule = referralRules[kind];
  const { proposed, children } = given;
  const isAboutChild = rule.subject === 'child' && (given.age === null || given.age >= 18);
  return {
    receiver: null,
    childId: isAboutChild ? ((children[0]?.id ?? null) as ReferralOptions['childId']) : null,
    services: startingServices(kind, proposed.kit),
    otherService: null,
    urgency: proposed.urgency,
    reason: proposed.urgency === 'emergency' && kind === 'emergency-kit' ? kitReason : null,
    answers: startingAnswers(kind, record),
    includeSafeContact: false,
    includePregnancy: false,
    includeInjuries: false,
    hasProtectionMeasures: record.b.hasProtectionMeasures === 1,
    calledAt: null,
    isUnanswered: false,
    isKitDecided: false,
    card: rule.hasCard ? { place: null, askFor: null, on: null, time: null } : null,
    consent: given.consent,
    professional: professionalOf(record),
    place: given.place,
    signedOn: given.today,
  };
}

function urgencyWarnings(
  kind: ReferralKind,
  options: ReferralOptions,
  { proposed, limits }: { readonly proposed: Proposed; readonly limits: KitLimits },
): string[] {
  const warnings: string[] = proposed.kit === null ? [] : [kitWords(proposed.kit, limits)];
  if (isSlower(options.urgency, proposed.urgency)) {
    warnings.push(
      proposed.kit === null
        ? `La urgencia elegida es menor que la que corresponde: ${urgencyLabels[proposed.urgency]}.`
        : 'La urgencia elegida es menor que la que corresponde por el tiempo.',
    );
  }
  const mustCall = options.urgency === 'emergency' || referralRules[kind].isByPhone === true;
  if (mustCall && options.calledAt === null && !options.isUnanswered && proposed.kit !== 'emergency')
    warnings.push('Llame a quien recibe antes de entregar el papel, y anote la hora.');
  return warnings;
}

/** D12: several receivers in one act; a letter to another one is the professional's decision, told and not refused. */
function isOtherReceiver(options: ReferralOptions, consent: Consent | null): boolean {
  if (options.receiver === null || consent === null || consent.receivers.length === 0) return false;
  return !consent.receivers.includes(options.receiver.establishment);
}

export function referralWarnings(
  kind: ReferralKind,
  facts: ReferralFacts,
  options: ReferralOptions,
  found: {
    readonly proposed: Proposed;
    readonly limits: KitLimits;
    readonly withheld: boolean;
    /** What the ficha says against the kit, unless it was answered. */
    readonly question: string | null;
    readonly consent: Consent | null;
  },
): string[] {
  const warnings = [...(found.question === null ? [] : [found.question]), ...urgencyWarnings(kind, options, found)];
  if (found.withheld) {
    warnings.push('En el texto hay un dato en reserva: así no se puede emitir. Corríjalo donde está escrito.');
  }
  if (isOtherReceiver(options, found.consent)) {
    warnings.push('El establecimiento no es uno de los que la persona usuaria aceptó. Revise el consentimiento.');
  }
  if (options.includeSafeContact) {
    warnings.push(
      facts.safeContact === null
        ? 'No hay un teléfono al que sea seguro llamar: no se imprime contacto.'
        : 'La carta lleva el contacto seguro: no la entregue a la persona, envíela o llévela usted.',
    );
  }
  return warnings;
}
