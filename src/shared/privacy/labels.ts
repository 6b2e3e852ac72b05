/** Words of the privacy domain. */
export const incidentStates = ['open', 'told', 'notApplicable'] as const;
export type IncidentState = (typeof incidentStates)[number];

export const incidentStateLabels = {
  open: 'Por avisar',
  told: 'Avisado',
  notApplicable: 'No corresponde avisar',
} as const satisfies Record<IncidentState, string>;

/** Why an incident is opened again. */
export const reopenReasons = ['closedByMistake', 'wrongEnd', 'wrongNotice', 'newFacts', 'other'] as const;
export type ReopenReason = (typeof reopenReasons)[number];

export const reopenReasonLabels = {
  closedByMistake: 'Se cerró por error',
  wrongEnd: 'Se eligió mal cómo queda',
  wrongNotice: 'El aviso se anotó mal: fecha, hora o número',
  newFacts: 'Se supo algo nuevo',
  other: 'Otro',
} as const satisfies Record<ReopenReason, string>;

/** Why a review of permissions does not count. */
export const withdrawReasons = ['notDone', 'wrongDay', 'twice', 'other'] as const;
export type WithdrawReason = (typeof withdrawReasons)[number];

export const withdrawReasonLabels = {
  notDone: 'No se hizo',
  wrongDay: 'El día está mal',
  twice: 'Se registró dos veces',
  other: 'Otro',
} as const satisfies Record<WithdrawReason, string>;

/** Words for the reasons this domain's failures carry. */
export const privacyReasons = {
  'incident-in-future': 'Eso todavía no pasó: revise la fecha y la hora. No se guardó nada.',
  'incident-closed': 'Ese incidente ya se cerró. Vuelva a abrir la página.',
  'incident-open': 'Ese incidente ya está por avisar. Vuelva a abrir la página.',
  'review-withdrawn': 'Esa revisión ya se retiró. Vuelva a abrir la página.',
  'told-before-known': 'El aviso no puede ser anterior al momento en que se conoció el incidente.',
  'review-in-future': 'La revisión no puede ser de un día futuro. No se guardó nada.',
} as const;
