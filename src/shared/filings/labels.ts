/** Words of the filings on screen. */
import type { MissingFactReason } from './codes.ts';
import type { FilingGroup } from './kinds/kind.ts';

export const missingFactReasonLabels: Readonly<Record<MissingFactReason, string>> = {
  'does-not-remember': 'No recuerda',
  'prefers-not-to-say': 'Prefiere no decirlo',
  'could-not-be-asked': 'No se pudo preguntar',
  urgency: 'Urgencia: se completará después',
  other: 'Otro',
};

/** Reasons a failure of this domain may carry. */
export const filingReasons = {
  'missing-fact-reason-needed': 'Faltan datos necesarios. Elija la razón para emitir así el escrito.',
  'filing-not-offered': 'Este escrito no se ofrece en el centro. Lo decide Coordinación en Tablas y reglas.',
  'filing-template-unsound': 'El modelo de este escrito ya no pasa la revisión. Corríjalo en Tablas y reglas.',
  'filing-template-missing': 'No hay un modelo vigente para este escrito. Véalo en Tablas y reglas.',
  'filing-model-waits': 'Este modelo espera la aprobación de otra persona: solo se puede ver, no se emite.',
  'filing-measure-needed': 'Marque al menos una medida.',
  'writ-number-used': 'Otro escrito de este proceso ya tiene ese número. No se emitió: cambie el número.',
  'report-class-needed': 'Elija la clase de informe. No se emitió nada.',
} as const;

export const filingGroupLabels: Readonly<Record<FilingGroup, string>> = {
  start: 'Inicio y trámite',
  measures: 'Medidas de protección',
  inquiry: 'Investigación penal',
  appeals: 'Recursos',
  family: 'Familia',
  reports: 'Oficios e informes',
  own: 'Otros modelos de este centro',
};
