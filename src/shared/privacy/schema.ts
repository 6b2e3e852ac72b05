/** What is written of an incident with personal data, and of a review of permissions. */
import { civilDateSchema, timeOfDaySchema } from '../platform/dates.ts';
import { idSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { reopenReasons, withdrawReasons } from './labels.ts';

export const dataIncidentIdSchema = idSchema('DataIncidentId');
export const accessReviewIdSchema = idSchema('AccessReviewId');

/** A document number, however its digits are parted, or the number of a ficha: words that would say of whom they speak. */
const saysWhom = /(?<!\d)\d(?:[ .-]?\d){7,}(?!\d)|(?<!\d)\d{4}\s*-\s*\d{3,}/;

const generalWords = (max: number) =>
  cleanedText(max).refine((text) => !saysWhom.test(text), {
    error: 'Quite los números de documento o de ficha: aquí se cuenta en general.',
  });

export const dataIncidentFormSchema = z.strictObject({
  /** When the centre came to know of it: from here the term of the notice runs. */
  known: z.strictObject({ on: civilDateSchema, time: timeOfDaySchema }),
  /** What happened, in general words: never of whom. */
  words: generalWords(1000),
});
export type DataIncidentForm = z.infer<typeof dataIncidentFormSchema>;

/** How an incident ends: the authority was told, or it turned out that there was nothing to tell. */
export const incidentEndSchema = z.discriminatedUnion(
  'state',
  [
    z.strictObject({
      state: z.literal('told'),
      at: z.strictObject({ on: civilDateSchema, time: timeOfDaySchema }),
      /** Number that the desk of the authority gave the notice. */
      entryNumber: cleanedText(60),
    }),
    z.strictObject({ state: z.literal('notApplicable'), reason: generalWords(300) }),
  ],
  { error: 'Elija cómo queda.' },
);
export type IncidentEnd = z.infer<typeof incidentEndSchema>;

/** A reason from the list; words only with `other` (D6). */
function reasonSchema<const Code extends string>(codes: readonly [Code, ...Code[]]) {
  return z
    .strictObject({ code: z.enum(codes), words: generalWords(300).nullable() })
    .refine(({ code, words }) => (code === 'other') === (words !== null), {
      error: 'Escriba el motivo.',
      path: ['words'],
    });
}
export const reopenReasonSchema = reasonSchema(reopenReasons);
export const withdrawReasonSchema = reasonSchema(withdrawReasons);

export const accessReviewFormSchema = z.strictObject({
  on: civilDateSchema,
  /** What was found or changed; null for nothing to say. */
  words: generalWords(500).nullable(),
});
export type AccessReviewForm = z.infer<typeof accessReviewFormSchema>;
