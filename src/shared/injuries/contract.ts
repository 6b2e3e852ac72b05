/** The body map of a case: marks of what was seen or told, corrected by annulment. */
import { wordsFit } from '../intake/index.ts';
import { changing, readingCase } from '../platform/contract.ts';
import { civilDateSchema } from '../platform/dates.ts';
import { versionSchema, ofCase } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { oneOf, z } from '../platform/zod.ts';
import { injuryAnnulReasonLabels } from './codes.ts';
import { injuryFormSchema, injuryIdSchema, injuryMarkSchema } from './mark.ts';

export const injuriesContract = {
  listInjuries: readingCase('injury.read', 'injury.listed', {
    /** In the order of their numbers, those annulled too. */
    marks: z.array(injuryMarkSchema),
    today: civilDateSchema,
  }),
  noteInjury: changing('injury.note', 'injury.noted', {
    input: z.strictObject({ ...ofCase, mark: injuryFormSchema }),
    output: z.strictObject({ number: z.int().positive() }),
  }),
  /** Nothing of it is erased. */
  annulInjury: changing('injury.note', 'injury.annulled', {
    input: z
      .strictObject({
        ...{ ...ofCase, injuryId: injuryIdSchema, version: versionSchema },
        reason: oneOf(injuryAnnulReasonLabels, { error: 'Elija un motivo.' }),
        words: cleanedText(300).nullable(),
      })
      .refine(wordsFit, { path: ['words'], error: 'Escriba el motivo.' }),
  }),
} as const;
