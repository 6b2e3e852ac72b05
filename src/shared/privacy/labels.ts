/** Words of the privacy domain. */
export const incidentStates = ['open', 'told', 'notApplicable'] as const;
export type IncidentState = (typeof incidentStates)[number];

export const incidentStateLabels = {
  open: 'Por avisar',
  told: 'Avisado',
  notApplicable: 'No corresponde avisar',
} as const satisfies Record<IncidentState, string>;

/** Words for the reasons this domain's failures carry. */
export const privacyReasons = {
  'incident-in-future': 'Eso todavía no pasó: revise la fecha y la hora. No se guardó nada.',
  'incident-closed': 'Ese incidente ya se cerró. Vuelva a abrir la página.',
  'told-before-known': 'El aviso no puede ser anterior al momento en que se conoció el incidente.',
  'review-in-future': 'La revisión no puede ser de un día futuro. No se guardó nada.',
} as const;
