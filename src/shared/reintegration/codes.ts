/** Closed lists and words of insertion, reintegration, accompaniment and home visits. Project words, to confirm (U02, U08). */
import { codesOf } from '../platform/codes-of.ts';

/** Each is a table, in the order of the page; the second of a pair hangs from the first. */
export const reintegrationKindLabels = {
  placement: 'Inserción en redes',
  reintegration_plan: 'Plan de Reintegración',
  reintegration_goal: 'Objetivo de la reintegración',
  reintegration_review: 'Revisión de la reintegración',
  accompaniment: 'Acompañamiento',
  accompaniment_contact: 'Contacto del Acompañamiento',
  home_visit: 'Visita domiciliaria',
} as const;
export type ReintegrationKind = keyof typeof reintegrationKindLabels;
export const reintegrationKinds = codesOf(reintegrationKindLabels);

export const placementWayLabels = {
  kin: 'Con familiares o amistades',
  shelter: 'En un Hogar de Refugio Temporal (HRT)',
  refused: 'No acepta',
} as const;

/** Why she does not accept: a result, and nothing else waits for it (C6). */
export const placementRefusalLabels = {
  ownHome: 'Prefiere seguir en su casa',
  safeNow: 'Ya está en un lugar donde se siente segura',
  children: 'No quiere separarse de sus hijas o hijos, o que cambien de colegio',
  work: 'Por su trabajo o sus estudios',
  fear: 'Teme las consecuencias',
  rules: 'No acepta las normas del hogar',
  burden: 'No quiere ser una carga para otras personas',
  other: 'Otro',
} as const;

export const goalWhoLabels = {
  psychology: 'Psicología',
  social: 'Social',
  legal: 'Legal',
  herself: 'Ella misma',
  other: 'Otra institución',
} as const;
export type GoalWho = keyof typeof goalWhoLabels;

export const contactHowLabels = {
  session: 'Sesión',
  call: 'Llamada',
  visit: 'Visita',
  errand: 'La acompañó a una diligencia',
} as const;
export const contactResultLabels = {
  held: 'Se realizó',
  absent: 'No vino o no estaba',
  postponed: 'Se postergó',
} as const;

/** How each comes to its end; what is not here has none. */
export const endReasonLabels = {
  placement: {
    ownHome: 'Volvió a su casa sin él',
    independent: 'Vive por su cuenta',
    moved: 'Pasó a otro lugar',
    backToHim: 'Volvió con la persona agresora',
    asked: 'Le pidieron irse',
    term: 'Terminó el plazo de acogida',
    other: 'Otro',
  },
  reintegration_plan: {
    fulfilled: 'Plan cumplido',
    withdrew: 'Ella lo dejó',
    handedOver: 'Lo sigue otra institución',
    other: 'Otro',
  },
  reintegration_goal: { done: 'Se cumplió', notDone: 'No se cumplió', dropped: 'Ya no corresponde' },
  accompaniment: {
    fulfilled: 'Cumplió sus objetivos',
    withdrew: 'Ella lo dejó',
    moved: 'Cambió de domicilio',
    lost: 'Perdieron el contacto',
    other: 'Otro',
  },
} as const;
export type EndingKind = keyof typeof endReasonLabels;
export const endingKinds = codesOf(endReasonLabels);

export const reintegrationAnnulReasonLabels = {
  mistake: 'Se anotó mal',
  otherCase: 'Es de otra ficha',
  twice: 'Se anotó dos veces',
  other: 'Otro',
} as const;
export type ReintegrationAnnulReason = keyof typeof reintegrationAnnulReasonLabels;

export const reintegrationReasons = {
  'reintegration-future': 'Ese día todavía no llega.',
  'reintegration-past': 'Esa fecha ya pasó: escriba una por venir.',
  'reintegration-before': 'Ese día es anterior a cuando empezó.',
  'reintegration-open': 'Ya hay uno en curso: termínelo primero.',
  'reintegration-ended': 'Ya terminó.',
  'reintegration-annulled': 'Ya está anulado.',
  'reintegration-owner': 'Lo que se anota va con un plan o un Acompañamiento de esta ficha.',
  'reintegration-not-ours': 'El CEM no implementa ese plan: no lleva objetivos ni revisiones.',
  'reintegration-office': 'Elija una entrada en uso del directorio.',
  'reintegration-referral': 'Esa derivación no es a Acompañamiento, o ya tiene uno empezado.',
  'reintegration-visit': 'Esa visita no es de esta ficha, o su resultado ya está anotado.',
} as const;
