/**
 * Professional appraisal of a service (APRECIACION_PROF_…): the author's own text, kept in the compartment of that
 * service. The other services read it only when its author hands it over (security design §5.3).
 */
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import type { Action } from '../access/index.ts';
import type { AppraisalService } from './sections.ts';

export const appraisalSchema = z.strictObject({
  /** Null while nothing is written. */
  text: cleanedText(20_000).nullable(),
  /** The author lets the other professionals of the case read it. */
  isHandedOver: z.boolean(),
});
export type Appraisal = z.infer<typeof appraisalSchema>;

export const blankAppraisal: Appraisal = { text: null, isHandedOver: false };

type Words = { readonly variable: string; readonly label: string; readonly read: Action; readonly write: Action };

export const appraisals = {
  psychology: {
    variable: 'APRECIACION_PROF_PSICOLOGIA',
    label: 'Apreciación profesional del servicio de psicología y acciones inmediatas',
    read: 'psychologicalReport.read',
    write: 'psychologicalReport.write',
  },
  social: {
    variable: 'APRECIACION_PROF_SOCIAL',
    label: 'Apreciación profesional del servicio social y acciones inmediatas',
    read: 'socialReport.read',
    write: 'socialReport.write',
  },
  legal: {
    variable: 'APRECIACION_PROF_LEGAL',
    label: 'Apreciación profesional del servicio legal y acciones inmediatas',
    read: 'legalFile.read',
    write: 'legalFile.write',
  },
} as const satisfies Record<AppraisalService, Words>;
