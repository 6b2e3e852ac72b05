/** Closed codes of kind 3: the twelve measures, the precautionary ones, the eight criteria, the offered articles. */
import {
  precautionaryMeasures as precautionaryCodes,
  protectionMeasures as measureCodes,
} from '../proceedings/index.ts';

export { measureCodes, precautionaryCodes };
export type MeasureCode = (typeof measureCodes)[number];

export type PrecautionaryCode = (typeof precautionaryCodes)[number];

export const criterionIds = [
  'risk-form',
  'records',
  'relation',
  'age-and-dependence',
  'disability',
  'economic-situation',
  'gravity',
  'other-vulnerability',
] as const;
export type CriterionId = (typeof criterionIds)[number];

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
export const missingFactReasons = [
  'does-not-remember',
  'prefers-not-to-say',
  'could-not-be-asked',
  'urgency',
  'other',
] as const;
export type MissingFactReason = (typeof missingFactReasons)[number];

/**
 * What an article is cited for, in the order of an argument: rights at stake, what the facts are, what is asked for them, how
 * it is filed.
 */
export const articleSupports = ['right', 'facts', 'request', 'procedure'] as const;
export type ArticleSupport = (typeof articleSupports)[number];
