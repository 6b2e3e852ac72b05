/** Words of the privacy domain. */
import { codesOf } from '../platform/codes-of.ts';

export const incidentStateLabels = {
  open: 'Por avisar',
  told: 'Avisado',
  notApplicable: 'No corresponde avisar',
} as const;
export type IncidentState = keyof typeof incidentStateLabels;

/** Why an incident is opened again. */
export const reopenReasonLabels = {
  closedByMistake: 'Se cerró por error',
  wrongEnd: 'Se eligió mal cómo queda',
  wrongNotice: 'El aviso se anotó mal: fecha, hora o número',
  newFacts: 'Se supo algo nuevo',
  other: 'Otro',
} as const;
export type ReopenReason = keyof typeof reopenReasonLabels;
export const reopenReasons = codesOf(reopenReasonLabels);

/** Why a review of permissions does not count. */
export const withdrawReasonLabels = {
  notDone: 'No se hizo',
  wrongDay: 'El día está mal',
  twice: 'Se registró dos veces',
  other: 'Otro',
} as const;
export type WithdrawReason = keyof typeof withdrawReasonLabels;
export const withdrawReasons = codesOf(withdrawReasonLabels);

/** Words for the reasons this domain's failures carry. */
export const privacyReasons = {
  'incident-in-future': 'Eso todavía no pasó: revise la fecha y la hora. No se guardó nada.',
  'incident-closed': 'Ese incidente ya se cerró. Vuelva a abrir la página.',
  'incident-open': 'Ese incidente ya está por avisar. Vuelva a abrir la página.',
  'review-withdrawn': 'Esa revisión ya se retiró. Vuelva a abrir la página.',
  'told-before-known': 'El aviso no puede ser anterior al momento en que se conoció el incidente.',
  'request-in-future': 'Eso todavía no pasó: revise la fecha. No se guardó nada.',
  'request-before-asked': 'La respuesta no puede ser anterior al pedido.',
  'request-answered': 'Ese pedido ya se respondió. Vuelva a abrir la página.',
  'request-unverified': 'Falta verificar quién pide: no se entrega nada hasta saberlo.',
  'request-no-copy': 'No hay ninguna copia emitida para ese pedido: emítala antes de anotar la entrega.',
  'request-not-for-her':
    'Esa persona no puede pedir por ella. Que lo pida ella misma u otra persona que la represente. No se guardó nada.',
  'review-in-future': 'La revisión no puede ser de un día futuro. No se guardó nada.',
} as const;
