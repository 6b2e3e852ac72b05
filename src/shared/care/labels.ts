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

/** What each reason of an expected failure says. */
export const careReasons = {
  'future-act': 'La fecha no puede ser futura.',
  'action-unknown': 'Esa acción no está en el catálogo en esa fecha. Elija otra.',
  'action-of-other-service': 'Esa acción corresponde a otro servicio.',
  'action-day-taken': 'Esa acción ya cambia ese día. Elija otra fecha.',
  'not-own-part': 'Cada profesional escribe y firma solo su parte.',
  'part-signed': 'Su parte ya está firmada: ya no se cambia. Agregue una nota.',
  'part-not-signed': 'Primero firme su parte; mientras tanto puede cambiarla.',
  'not-of-service': 'Una de las personas elegidas no trabaja en ese servicio.',
  'same-part-twice': 'La misma persona figura dos veces con el mismo servicio.',
} as const satisfies Readonly<Record<string, string>>;
