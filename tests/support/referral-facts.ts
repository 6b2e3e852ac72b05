/** Invented facts and options of a referral of any kind, complete enough to be issued. */
import {
  inventedAnswers,
  referralOptionsSchema,
  referralRules,
  shippedLetter,
  type ReferralFacts,
  type ReferralKind,
  type ReferralOptions,
} from '../../src/shared/referrals/index.ts';

export { inventedAnswers as someAnswers } from '../../src/shared/referrals/index.ts';

/** Of a paper that hides nobody. */
export const nobodyHidden = { persons: [], standing: [], stopped: [], hidesSchools: false } as const;

export const someFacts: ReferralFacts = {
  caseNumber: '0012-2026',
  person: {
    names: 'Ñusta Inventada',
    document: { kind: 'not-remembered', text: null },
    age: 34,
    sex: 'female',
    language: null,
    needsInterpreter: false,
    disability: null,
    pregnant: true,
    pregnancyWeeks: 20,
    insurance: null,
    zone: null,
  },
  violenceType: 'Física',
  event: { date: { year: 2026, month: 9, day: 3 }, hour: null },
  hours: { least: 20, most: 44 },
  riskLevel: 'Severo',
  complaint: 'Sin denuncia',
  children: '2: de 5 y 8 años',
  injuries: 'Hematoma, cuello (se vio el 04/09/2026; lo anotó Alba Inventada).',
  aggressor: 'Pedro Imaginario Condori',
  safeContact: '987654321',
  centre: { name: 'Centro Inventado', letterhead: [] },
  practice: false,
};

/** What a professional writes on a letter of that kind. */
export function someOptions(kind: ReferralKind, more: Partial<ReferralOptions> = {}): ReferralOptions {
  const rule = referralRules[kind];
  const options = referralOptionsSchema.parse({
    receiver: { post: shippedLetter(kind).value.post, establishment: 'Institución Inventada' },
    childId: null,
    services: rule.services.slice(0, 1),
    otherService: null,
    urgency: rule.urgency,
    reason: rule.asksReason ? 'Motivo inventado en una frase.' : null,
    answers: inventedAnswers(kind),
    includeSafeContact: false,
    includePregnancy: false,
    hasProtectionMeasures: false,
    calledAt: null,
    isKitDecided: true,
    card: rule.hasCard ? { place: 'Institución Inventada', askFor: null, on: null, time: null } : null,
    consent: { kind: 'spoken', on: '2026-09-05' },
    professional: { names: 'Profesional Inventada', profession: 'Trabajo social', college: null },
    place: 'Lima',
    signedOn: '2026-09-05',
  });
  return { ...options, ...more };
}
