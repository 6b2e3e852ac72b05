/** «Correcciones pedidas»: admission asks at any time, the professional in charge accepts or declines with a reason. */
import { changing, readingAll } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { caseIdSchema, idSchema, versionSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { oneOf, z } from '../platform/zod.ts';
import { wordsFit } from './mending.ts';

// A correction asked for by who may no longer write the ficha: the parts, the states, why it is declined.

/** Parts of Section A that the desk fills. */
export const correctionParts = ['header', 'user', 'aggressor', 'informant', 'a'] as const;
export type CorrectionPart = (typeof correctionParts)[number];

export const correctionStateLabels = {
  pending: 'Pendiente',
  accepted: 'Aceptada',
  declined: 'No aceptada',
} as const;
export type CorrectionState = keyof typeof correctionStateLabels;

export const declineReasonLabels = {
  asSheSaid: 'Así lo dijo la persona usuaria',
  asTheDocument: 'Así figura en su documento',
  alreadyRight: 'Ya estaba corregido',
  other: 'Otro',
} as const;
export type DeclineReason = keyof typeof declineReasonLabels;

export const correctionFormSchema = z.strictObject({
  /** Number of the ficha as it stands on its papers (`2026-0005`). */
  number: z
    .string()
    .trim()
    .regex(/^\d{4}-\d{4,6}$/, { error: 'Escriba el número de la ficha: 2026-0001.' }),
  part: z.enum(correctionParts, { error: 'Elija la parte de la ficha.' }),
  /** What stands there and what should. */
  words: cleanedText(500),
});

const correctionSchema = z.strictObject({
  id: idSchema('CorrectionId'),
  caseId: caseIdSchema,
  number: z.string(),
  part: z.enum(correctionParts),
  words: z.string(),
  askedBy: z.string(),
  askedAt: instantSchema,
  state: oneOf(correctionStateLabels),
  declineReason: oneOf(declineReasonLabels).nullable(),
  declineWords: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
  /** The reader may accept or decline it. */
  canDecide: z.boolean(),
  version: versionSchema,
});
export type Correction = z.infer<typeof correctionSchema>;

export const correctionContract = {
  askCorrection: changing('correction.ask', 'correction.asked', { input: correctionFormSchema }),
  /** What I asked for, and what was asked for in my cases. */
  listCorrections: readingAll('correction.ask', 'correction.listed', { corrections: z.array(correctionSchema) }),
  decideCorrection: changing('correction.decide', 'correction.decided', {
    input: z.strictObject({
      caseId: caseIdSchema,
      correctionId: idSchema('CorrectionId'),
      version: versionSchema,
      decision: z.discriminatedUnion('state', [
        z.strictObject({ state: z.literal('accepted') }),
        z
          .strictObject({
            state: z.literal('declined'),
            reason: oneOf(declineReasonLabels, { error: 'Elija un motivo.' }),
            words: cleanedText(300).nullable(),
          })
          .refine(wordsFit, { path: ['words'], error: 'Escriba el motivo.' }),
      ]),
    }),
  }),
} as const;
