/** Words of the care domain. */
import type { ConsentForm, NoConsentReason } from './codes.ts';

export const consentFormLabels = {
  spoken: 'Verbal, registrado por la persona profesional',
  written: 'Por escrito',
  couldNotAsk: 'No se pudo pedir (emergencia)',
  refused: 'No acepta',
} as const satisfies Record<ConsentForm, string>;

export const noConsentReasonLabels = {
  dangerToLife: 'Peligro inmediato para la vida',
  childAtRisk: 'Niña, niño o adolescente en riesgo',
  orderOfAuthority: 'Orden de una autoridad',
} as const satisfies Record<NoConsentReason, string>;
