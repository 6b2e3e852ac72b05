/** Closed lists and words of the Plan de Atención Integral. */
import { planActions, type PlanAction } from '../intake/index.ts';
import { codesOf } from '../platform/codes-of.ts';

/** The official actions of Section E, in their order. */
export const planActionCodes: readonly PlanAction[] = codesOf(planActions);

/** What is known of a case and makes an action worth proposing; the words are those of «Por qué se propone». */
export const proposalWhenLabels = {
  always: 'En todo caso',
  moderate: 'Riesgo moderado o severo',
  severe: 'Riesgo severo',
  noComplaint: 'No hay denuncia',
  complaint: 'Hay denuncia',
  noMeasures: 'Hay denuncia o riesgo severo, y no se pidieron medidas',
  breach: 'Incumplió las medidas',
  minor: 'Es menor de edad',
  sexual: 'Violencia sexual',
  attemptOrStrangulation: 'Tentativa o estrangulamiento',
  accessAndSevere: 'Riesgo severo y tiene acceso a ella',
  childUnprotected: 'Niña, niño o adolescente sin protección',
  rapeWithinKit: 'Dentro del plazo del kit de emergencia',
  suicidalIdeas: 'Ideas o intento de suicidio',
  pregnancyOrBelly: 'Embarazo o golpes en el vientre',
} as const;
export type ProposalWhen = keyof typeof proposalWhenLabels;

export const stepStateLabels = {
  planned: 'En curso',
  done: 'Hecha',
  notApplicable: 'No corresponde',
} as const;
export type StepState = keyof typeof stepStateLabels;
export const stepStates = codesOf(stepStateLabels);

export const planReasons = {
  'plan-step-twice': 'Esa acción ya está en el plan.',
  'plan-step-done': 'El trabajo ya la marcó como hecha.',
  'plan-nothing-new': 'No hay nada nuevo que acordar con ella.',
  'plan-due-past': 'La fecha no puede haber pasado.',
  'plan-done-future': 'No puede haberse hecho después de hoy.',
  'plan-agreed-future': 'No puede haberse acordado después de hoy.',
  'plan-before-admission': 'No puede ser antes del ingreso de la ficha.',
  'plan-staff-unknown': 'Elija a una persona activa del servicio.',
} as const;
