/** Closed lists and words of closing a ficha and opening it again. */
import { codesOf } from '../platform/codes-of.ts';

/** What is looked at before a ficha is closed, in the order of the list. */
export const closingLineLabels = {
  supervision: 'Seguimiento supervisado por otra persona',
  steps: 'Acciones del plan sin terminar',
  proposals: 'Propuestas del plan sin decidir',
  sameDay: 'Hechos que piden respuesta el mismo día',
  hearings: 'Audiencias por venir',
  corrections: 'Correcciones por decidir',
  drafts: 'Borradores de la ficha',
  attempts: 'Intentos de contacto en días distintos',
  level: 'Último nivel de riesgo',
  valuation: 'Riesgo valorado antes de cerrar',
  safety: 'Plan de seguridad por releer',
  measures: 'Medidas de protección vigentes',
  terms: 'Plazos del proceso por cumplir',
  referrals: 'Derivaciones sin respuesta',
  reintegration: 'Inserción o reintegración en curso',
} as const;
export type ClosingLine = keyof typeof closingLineLabels;
export const closingLines = codesOf(closingLineLabels);

/** What a line that is not clear asks for. */
export const lineDemandLabels = {
  blocks: 'Impide cerrar',
  reason: 'Pide el motivo de quien propone',
  approver: 'Pide el motivo de quien aprueba',
  off: 'No se pide',
} as const;
export type LineDemand = keyof typeof lineDemandLabels;

export const reopenReasonLabels = {
  continuator: 'Vuelve a pedir atención',
  newEvent: 'Hecho nuevo',
  mistake: 'Se cerró por error',
} as const;
export type ReopenReason = keyof typeof reopenReasonLabels;

export const closingReasons = {
  'closing-not-validated': 'La ficha todavía no es un caso: primero se valida, o se anula.',
  'closing-old-list': 'Vino de una lista antigua: no se cierra ni se reabre.',
  'closing-proposed': 'Ya hay una propuesta de cierre de esta ficha por decidir.',
  'closing-annulment-proposed': 'Hay una anulación de esta ficha por decidir en «Aprobaciones»: primero se decide.',
  'closing-reason-unknown': 'Elija uno de los motivos de la lista.',
  'closing-blocked': 'Falta algo que impide cerrar la ficha. Está marcado en la lista.',
  'closing-why-missing': 'Escriba el motivo de cada punto que lo pide.',
  'closing-not-own': 'La propuesta la retira quien la hizo. Usted puede rechazarla.',
  'closing-changed': 'La ficha cambió desde que la leyó. Lea otra vez la lista antes de aprobar.',
  'supervision-future': 'El seguimiento no puede ser de un día que no llega.',
  'supervision-before': 'El seguimiento no puede ser de antes del ingreso ni de antes de la última reapertura.',
  'reopen-open': 'La ficha no está cerrada.',
} as const;
