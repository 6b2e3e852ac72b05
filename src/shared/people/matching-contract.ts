/** Candidates while the facts of a person are typed. */
import { reading } from '../platform/contract.ts';
import { partialDateSchema } from '../platform/dates.ts';
import { arrivalIdSchema, caseIdSchema, personIdSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, z } from '../platform/zod.ts';
import { documentKinds } from './codes.ts';

// Finding a person before anything is written about her.

/** At most five candidates; what each shows depends on the reader (D2). Never a merge by itself. */
export const candidateSchema = z.strictObject({
  personId: personIdSchema,
  /** Masked for the desk: first given name and first surname. */
  name: z.string(),
  birthYear: z.int().nullable(),
  /** «Distrito, provincia, departamento», null when not known. */
  district: z.string().nullable(),
  lastVisitYear: z.int().nullable(),
  /** How likely it is the same person; a name alone is never «probable». */
  level: z.enum(['probable', 'possible']),
  /** One sentence each: «Mismo DNI.», «Los mismos apellidos en otro orden.». */
  reasons: z.array(z.string()),
  /** Roles she has in other cases, as far as the reader may know; empty for the desk. */
  knownAs: z.array(z.enum(['user', 'aggressor', 'related'])),
  /** True when the reader must ask Coordinación: nothing but «requiere revisión» is shown. */
  needsReview: z.boolean(),
  /** Cases the reader may open, newest first; empty for the desk. */
  cases: listOf({ caseId: caseIdSchema, number: z.string(), role: z.enum(['user', 'aggressor', 'related']) }),
});
export type Candidate = z.infer<typeof candidateSchema>;

export const foundPersonsSchema = z.strictObject({
  candidates: z.array(candidateSchema).max(5),
  /** Present while the record is being made ready for searching: so much of it can be found, somebody may be missing. */
  preparedPercent: z.int().min(0).max(100).optional(),
  /** For the desk: how many searches by name are left to it in this hour. */
  searchesLeft: z.int().min(0).optional(),
});
export type FoundPersons = z.infer<typeof foundPersonsSchema>;

export const peopleContract = {
  findPersons: reading('person.findByName', 'person.searched', {
    input: z.strictObject({
      /** Names or a document number as she says it, 2 to 120 characters. */
      query: z.string().trim().min(2).max(120),
      /** After a pause of the typist: a line that goes on counts, and is written down, as one search. */
      isTyping: z.boolean().default(false),
      /** The open arrival; without it the desk finds nobody. */
      arrivalId: arrivalIdSchema.nullable(),
      /** The ficha whose persons are being identified: then others are found than those of own cases (D37). */
      caseId: caseIdSchema.nullable().default(null),
      /** Only persons of that role; the accused of an open arrival, and who stands in `caseId`, are looked for among all. */
      role: z.enum(['user', 'aggressor', 'any']),
    }),
    output: foundPersonsSchema,
  }),
} as const;

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
  suggestPersons: reading('person.findByName', 'person.searched', {
    input: z.strictObject({
      facts: typedFactsSchema,
      /** The open arrival; without it the desk is told of nobody. */
      arrivalId: arrivalIdSchema.nullable(),
      /** In which role the person is about to be written. */
      role: z.enum(['user', 'aggressor']),
    }),
    output: foundPersonsSchema,
  }),
} as const;
