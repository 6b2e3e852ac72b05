/** A safety plan as it is written: her own words, what the card says of each, and who she calls. */
import { civilDateSchema, instantSchema } from '../platform/dates.ts';
import { idSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { codesOf } from '../platform/codes-of.ts';
import { cardHotlineLabels, cardSeemsLabels, cardSizeLabels, safetyPresentLabels, safetyTopics } from './codes.ts';

export const safetyPlanIdSchema = idSchema('SafetyPlanId');

const lineSchema = z.strictObject({
  /** What she agreed to, in her words; null where it was not thought of. */
  words: cleanedText(600).nullable(),
  /** What the card says of it, telling nothing; null: it is not on the card. */
  card: cleanedText(60).nullable(),
});

const linesSchema = z.record(z.enum(safetyTopics), lineSchema);

export const mostPhones = 4;
const phoneSchema = z.strictObject({
  /** As it stands on the card: a name of her choice. */
  name: cleanedText(30),
  number: z
    .string()
    .regex(/^(?=.*[0-9].*[0-9])[+(]{0,2}[0-9][0-9 ().-]{1,18}$/, { error: 'Escriba el número con cifras.' }),
});

export const safetyPlanFormSchema = z
  .strictObject({
    lines: linesSchema,
    phones: z.array(phoneSchema).max(mostPhones, { error: `Lleva ${mostPhones} números como máximo.` }),
    /** Null while it was not answered. */
    carriesCard: z.boolean({ error: 'Responda si es seguro que la lleve.' }),
    rereadOn: civilDateSchema,
    present: z.enum(codesOf(safetyPresentLabels), { error: 'Diga quién estuvo presente.' }),
  })
  .refine(({ lines }) => safetyTopics.some((topic) => lines[topic].words !== null), {
    path: ['lines', safetyTopics[0], 'words'],
    error: 'Escriba al menos una parte del plan.',
    // Told with whatever else is missing.
    when: ({ value }) => z.object({ lines: linesSchema }).safeParse(value).success,
  });
export type SafetyPlanForm = z.infer<typeof safetyPlanFormSchema>;

export function blankLines(): SafetyPlanForm['lines'] {
  return Object.fromEntries(
    safetyTopics.map((topic) => [topic, { words: null, card: null }]),
  ) as SafetyPlanForm['lines'];
}

export const safetyPlanVersionSchema = z.strictObject({
  id: safetyPlanIdSchema,
  /** 1 for the first one made with her. */
  number: z.int().positive(),
  plan: safetyPlanFormSchema,
  madeBy: z.string(),
  madeAt: instantSchema,
  /** When it was read again with her without a change; oldest first. */
  readings: listOf({ by: z.string(), at: instantSchema }),
});
export type SafetyPlanVersion = z.infer<typeof safetyPlanVersionSchema>;

/** Chosen each time it is printed; nothing of it is kept. */
export const cardLookSchema = z.strictObject({
  seems: oneOf(cardSeemsLabels),
  hotline: oneOf(cardHotlineLabels),
  size: oneOf(cardSizeLabels),
});
export type CardLook = z.infer<typeof cardLookSchema>;
export const usualLook: CardLook = { seems: 'errands', hotline: 'none', size: 'a6' };
