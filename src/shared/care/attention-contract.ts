/** Follow-up actions and the attentions given in a case (Sections F–H). */
import { services } from '../access/index.ts';
import { changing, readingCase } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { idSchema, versionSchema, ofCase } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { optionsOf, valuesSchema, type Fields } from '../record/index.ts';
import { attendedPartyLabels, attentionOutcomeLabels } from './labels.ts';
import { attentionChangeReasons } from './attention-codes.ts';

const attentionIdSchema = idSchema('AttentionId');
const actionCode = /^[a-z0-9-]{3,60}$/;
const actionCodeSchema = z.string().regex(actionCode);

const chosenActionSchema = z.strictObject({
  code: actionCodeSchema,
  number: z.int().nullable(),
  service: z.enum(services),
  label: z.string(),
});
export type ChosenAction = z.infer<typeof chosenActionSchema>;

export const attentionFields = {
  action: {
    ...{ kind: 'text', label: 'Acción', max: 60, required: true },
    check: { isRight: (code) => actionCode.test(code), words: 'Elija la acción.' },
  },
  on: { kind: 'date', label: 'Fecha', required: true, column: 'given_on' },
  time: { kind: 'time', label: 'Hora', column: 'given_time' },
  withWhom: { kind: 'choice', label: 'Con quién', options: optionsOf(attendedPartyLabels), required: true },
  outcome: { kind: 'choice', label: 'Cómo terminó', options: optionsOf(attentionOutcomeLabels), required: true },
  note: { kind: 'text', label: 'Nota', max: 2000, lines: 3, hint: 'La lee el equipo del caso.' },
} as const satisfies Fields;
export const attentionFormSchema = valuesSchema(attentionFields);
export type AttentionForm = z.infer<typeof attentionFormSchema>;

const attentionChangeSchema = z.strictObject({
  before: attentionFormSchema,
  wasWithdrawn: z.boolean(),
  reason: z.enum(attentionChangeReasons),
  words: z.string().nullable(),
  by: z.string(),
  at: instantSchema,
});

export const attentionLineSchema = z.strictObject({
  ...attentionFormSchema.shape,
  id: attentionIdSchema,
  /** Number and words of the action as they stood on that day. */
  actionWords: z.string(),
  service: z.enum(services),
  by: z.string(),
  /** Given and of a kind that counts (U23). */
  counts: z.boolean(),
  /** Recorded by mistake: stays readable, counts nowhere. */
  isWithdrawn: z.boolean(),
  changes: z.array(attentionChangeSchema),
  recordedAt: instantSchema,
  version: versionSchema,
});
export type AttentionLine = z.infer<typeof attentionLineSchema>;

/** What is written of a correction: the attention as it should stand, and why. */
const attentionCorrection = {
  attention: attentionFormSchema,
  isWithdrawn: z.boolean(),
  reason: z.enum(attentionChangeReasons, { error: 'Elija un motivo.' }),
  words: cleanedText(300).nullable(),
};

function needsWords(change: { reason: string; words: string | null }): boolean {
  return change.reason !== 'other' || change.words !== null;
}

const wordsNeeded = { path: ['words'], error: 'Escriba el motivo.' };
export const attentionCorrectionSchema = z.strictObject(attentionCorrection).refine(needsWords, wordsNeeded);

export const attentionContract = {
  listAttentions: readingCase('attention.read', 'attention.listed', {
    /** Newest first. */
    attentions: z.array(attentionLineSchema),
    actions: z.array(chosenActionSchema),
  }),
  recordAttention: changing('attention.record', 'attention.recorded', {
    input: z.strictObject({ ...ofCase, attention: attentionFormSchema }),
    output: z.strictObject({ attentionId: attentionIdSchema }),
  }),
  /** Corrects an attention with a reason; what it replaces stays in its history. */
  correctAttention: changing('attention.record', 'attention.corrected', {
    input: z
      .strictObject({
        ...ofCase,
        attentionId: attentionIdSchema,
        version: versionSchema,
        ...attentionCorrection,
      })
      .refine(needsWords, wordsNeeded),
    output: z.strictObject({ version: versionSchema }),
  }),
} as const;
