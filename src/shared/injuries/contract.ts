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
  listInjuries: readingCase({
    output: z.strictObject({
      /** In the order of their numbers, those annulled too. */
      marks: z.array(injuryMarkSchema),
      today: civilDateSchema,
    }),
    permission: 'injury.read',
    audit: 'injury.listed',
  }),
  noteInjury: changing({
    input: z.strictObject({ ...ofCase, mark: injuryFormSchema }),
    output: z.strictObject({ number: z.int().positive() }),
    permission: 'injury.note',
    audit: 'injury.noted',
  }),
  /** Nothing of it is erased. */
  annulInjury: changing({
    input: z
      .strictObject({
        ...{ ...ofCase, injuryId: injuryIdSchema, version: versionSchema },
        reason: oneOf(injuryAnnulReasonLabels, { error: 'Elija un motivo.' }),
        words: cleanedText(300).nullable(),
      })
      .refine(wordsFit, { path: ['words'], error: 'Escriba el motivo.' }),
    permission: 'injury.note',
    audit: 'injury.annulled',
  }),
} as const;
