/** Candidates while the facts of a person are typed. */
import { reading } from '../platform/contract.ts';
import { partialDateSchema } from '../platform/dates.ts';
import { arrivalIdSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { documentKinds } from './codes.ts';
import { foundPersonsSchema } from './contract.ts';

/** What is typed so far; null = not yet. Nothing here is refused for its content: doubtful facts simply do not match. */
export const typedFactsSchema = z.strictObject({
  givenNames: cleanedText(120).nullable(),
  firstSurname: cleanedText(120).nullable(),
  secondSurname: cleanedText(120).nullable(),
  aliases: cleanedText(200).nullable(),
  documentKind: z.enum(documentKinds).nullable(),
  documentNumber: cleanedText(40).nullable(),
  birth: partialDateSchema.nullable(),
  /** Completed years, when only the age is known. */
  age: z.int().min(0).max(110).nullable(),
  phone: cleanedText(40).nullable(),
});
export type TypedFacts = z.infer<typeof typedFactsSchema>;

export const matchingContract = {
  /** At most five, ranked, each with its reasons; what each shows depends on the reader (D2). Nothing is kept. */
  suggestPersons: reading({
    input: z.strictObject({
      facts: typedFactsSchema,
      /** The open arrival; without it the desk is told of nobody. */
      arrivalId: arrivalIdSchema.nullable(),
      /** In which role the person is about to be written. */
      role: z.enum(['user', 'aggressor']),
    }),
    output: foundPersonsSchema,
    permission: 'person.findByName',
    audit: 'person.searched',
  }),
} as const;
