/** Annulling a ficha; another ficha of the same event: of another victim (D10), or against another aggressor. */
import { aggressorPersonSchema, userPersonSchema } from '../people/index.ts';
import { approving, changing, proposing, readingAll, readingCase } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { caseIdSchema, versionSchema, ofCase } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { annulReasonLabels, wordsFit } from './mending.ts';
import { admissionSchema, personLinkSchema } from './schema.ts';

const whyAnnulled = { reason: oneOf(annulReasonLabels), words: cleanedText(300).nullable() };

export const annulFormSchema = z
  .strictObject({ ...ofCase, version: versionSchema, ...whyAnnulled })
  .refine(wordsFit, { path: ['words'], error: 'Escriba el motivo.' });

export const mendingContract = {
  /** A new ficha with the event, aggressor, place and informant of this one; the rest is its own. */
  openLinkedCase: changing('case.open', 'case.linkedOpened', {
    input: z.strictObject({
      ...ofCase,
      admission: admissionSchema,
      user: userPersonSchema,
      userLink: personLinkSchema,
    }),
    output: z.strictObject({ caseId: caseIdSchema, number: z.string() }),
    whileClosed: 'always',
  }),
  /** The same for a second aggressor of the same woman: her facts and those of the event come along, nothing of him. */
  openCaseAgainstAnother: changing('case.open', 'case.linkedOpened', {
    input: z.strictObject({
      ...ofCase,
      admission: admissionSchema,
      aggressor: aggressorPersonSchema,
      aggressorLink: personLinkSchema,
    }),
    output: z.strictObject({ caseId: caseIdSchema, number: z.string() }),
    whileClosed: 'always',
  }),
  /** Fichas of the same event that the reader may open as well; others are not even counted. */
  listLinkedCases: readingCase('registerForm.readA', 'case.linkedListed', {
    cases: listOf({
      ...{ ...ofCase, number: z.string(), userName: z.string(), isFirst: z.boolean() },
      /** Null for who may not be told of him. */
      aggressorName: z.string().nullable(),
    }),
  }),
  /** A ficha that does not count yet, by whoever may write it. */
  annulCase: changing('case.annul', 'case.annulled', { input: annulFormSchema }),
  /** A validated one leaves the counts of its month: two people, as for a closing. */
  proposeCaseAnnulment: proposing('case.annulValidated', 'case.annulmentProposed', {
    input: annulFormSchema,
    whileClosed: 'always',
  }),
  approveCaseAnnulment: approving('case-annulment', 'case.annulled', z.strictObject({ number: z.string() })),
  /** The trace for Coordinación: number, reason, who and when. Nothing of what stood in them. */
  listAnnulledCases: readingAll('case.listAnnulled', 'case.annulledListed', {
    cases: listOf({
      number: z.string(),
      reason: oneOf(annulReasonLabels),
      words: z.string().nullable(),
      annulledBy: z.string(),
      annulledAt: instantSchema,
    }),
  }),
} as const;
