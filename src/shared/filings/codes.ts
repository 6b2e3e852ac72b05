/** Closed codes of kind 3: the twelve measures, the precautionary ones, the eight criteria, the offered articles. */
import { codesOf } from '../platform/codes-of.ts';
import {
  precautionaryLabels,
  precautionaryMeasures as precautionaryCodes,
  protectionMeasures as measureCodes,
} from '../proceedings/index.ts';

export { measureCodes, precautionaryCodes, precautionaryLabels };
export type MeasureCode = (typeof measureCodes)[number];

export type PrecautionaryCode = (typeof precautionaryCodes)[number];

export const criterionLabels = {
  'risk-form': 'Resultado de la ficha de valoración de riesgo y de los informes sociales',
  records: 'Antecedentes policiales o judiciales de la parte denunciada',
  relation: 'Relación con la parte denunciada',
  'age-and-dependence': 'Diferencia de edad y relación de dependencia',
  disability: 'Condición de discapacidad',
  'economic-situation': 'Situación económica y social',
  gravity: 'Gravedad del hecho y posibilidad de una nueva agresión',
  'other-vulnerability': 'Otros factores de vulnerabilidad o peligro',
} as const;
export type CriterionId = keyof typeof criterionLabels;
export const criterionIds = codesOf(criterionLabels);

/** Kinds of filing the program composes, by their number in the table of filings. */
export const filingKinds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20] as const;
export type ShippedKind = (typeof filingKinds)[number];

/** Every kind that the centre made itself: which one, the row of «Modelos propios» says. */
export const ownKind = 22 as const;
export const writtenKinds = [...filingKinds, ownKind] as const;
export type FilingKind = (typeof writtenKinds)[number];

/** The report of the centre, written and signed by the service that made it. */
export const reportKind = 20;
/** The cover letter of a report: a text of its own in the table of templates, never begun by itself. */
export const coverLetterKind = 21;
/** Kinds whose text comes with the program. */
export const templateKinds = [...filingKinds, coverLetterKind] as const;
export type TemplateKind = (typeof templateKinds)[number] | typeof ownKind;

/** Classes of report, in the order of their codes from 1 in the form (`informe.clase`). */
export const reportClasses = ['psychological', 'social', 'follow-up', 'supervision'] as const;
export type ReportClass = (typeof reportClasses)[number];

/** Why a filing goes out with a required fact missing (D11). */
export const missingFactReasonLabels = {
  'does-not-remember': 'No recuerda',
  'prefers-not-to-say': 'Prefiere no decirlo',
  'could-not-be-asked': 'No se pudo preguntar',
  urgency: 'Urgencia: se completará después',
  other: 'Otro',
} as const;
export type MissingFactReason = keyof typeof missingFactReasonLabels;

/**
 * What an article is cited for, in the order of an argument: rights at stake, what the facts are, what is asked for them, how
 * it is filed.
 */
export const articleSupportLabels = {
  right: 'Derechos que están en juego',
  facts: 'Qué son los hechos',
  request: 'Lo que se pide',
  procedure: 'El trámite y quien lo pide',
} as const;
export type ArticleSupport = keyof typeof articleSupportLabels;
export const articleSupports = codesOf(articleSupportLabels);

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
