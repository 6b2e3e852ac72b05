/** Words of the referral on screen and paper. */
import type { HealthService, ReferralKind, Urgency } from './codes.ts';

export const referralKindLabels: Readonly<Record<ReferralKind, string>> = {
  health: 'Derivación a establecimiento de salud',
};

export const healthServiceLabels: Readonly<Record<HealthService, string>> = {
  emergency: 'Emergencia',
  trauma: 'Traumatología',
  'mental-health': 'Salud mental',
  'sexual-health': 'Salud sexual y reproductiva',
  'emergency-kit': 'Kit de emergencia',
  tests: 'Exámenes auxiliares',
  paediatrics: 'Pediatría',
  other: 'Otro',
};

export const urgencyLabels: Readonly<Record<Urgency, string>> = {
  emergency: 'EMERGENCIA (ahora)',
  urgent: 'URGENTE (el mismo día)',
  preferential: 'PREFERENTE (72 horas)',
  scheduled: 'PROGRAMADA',
};

export const referralReasons = {
  'referral-without-consent':
    'Sin consentimiento no se imprime la derivación. Registre el consentimiento o la excepción.',
  'referral-incomplete': 'Complete el establecimiento, los servicios, el motivo y la persona profesional que firma.',
} as const;
