/** Annulling a ficha; another ficha of the same event: of another victim (D10), or against another aggressor. */
import { aggressorPersonSchema, userPersonSchema } from '../people/index.ts';
import { approving, changing, reading, readingCase } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { caseIdSchema, proposalIdSchema, versionSchema, ofCase } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { oneOf, z } from '../platform/zod.ts';
import { annulReasonLabels, wordsFit } from './mending.ts';
import { admissionSchema, personLinkSchema } from './schema.ts';

const whyAnnulled = { reason: oneOf(annulReasonLabels), words: cleanedText(300).nullable() };

export const annulFormSchema = z
  .strictObject({ ...ofCase, version: versionSchema, ...whyAnnulled })
  .refine(wordsFit, { path: ['words'], error: 'Escriba el motivo.' });

export const mendingContract = {
  /** A new ficha with the event, aggressor, place and informant of this one; the rest is its own. */
  openLinkedCase: changing({
    input: z.strictObject({
      ...ofCase,
      admission: admissionSchema,
      user: userPersonSchema,
      userLink: personLinkSchema,
    }),
    output: z.strictObject({ caseId: caseIdSchema, number: z.string() }),
    permission: 'case.open',
    audit: 'case.linkedOpened',
    whileClosed: 'always',
  }),
  /** The same for a second aggressor of the same woman: her facts and those of the event come along, nothing of him. */
  openCaseAgainstAnother: changing({
    input: z.strictObject({
      ...ofCase,
      admission: admissionSchema,
      aggressor: aggressorPersonSchema,
      aggressorLink: personLinkSchema,
    }),
    output: z.strictObject({ caseId: caseIdSchema, number: z.string() }),
    permission: 'case.open',
    audit: 'case.linkedOpened',
    whileClosed: 'always',
  }),
  /** Fichas of the same event that the reader may open as well; others are not even counted. */
  listLinkedCases: readingCase({
    output: z.strictObject({
      cases: z.array(
        z.strictObject({
          ...{ ...ofCase, number: z.string(), userName: z.string(), isFirst: z.boolean() },
          /** Null for who may not be told of him. */
          aggressorName: z.string().nullable(),
        }),
      ),
    }),
    permission: 'registerForm.readA',
    audit: 'case.linkedListed',
  }),
  /** A ficha that does not count yet, by whoever may write it. */
  annulCase: changing({
    input: annulFormSchema,
    permission: 'case.annul',
    audit: 'case.annulled',
  }),
  /** A validated one leaves the counts of its month: two people, as for a closing. */
  proposeCaseAnnulment: changing({
    input: annulFormSchema,
    output: z.strictObject({ proposalId: proposalIdSchema }),
    permission: 'case.annulValidated',
    audit: 'case.annulmentProposed',
    whileClosed: 'always',
  }),
  approveCaseAnnulment: approving({
    output: z.strictObject({ number: z.string() }),
    audit: 'case.annulled',
    approves: 'case-annulment',
  }),
  /** The trace for Coordinación: number, reason, who and when. Nothing of what stood in them. */
  listAnnulledCases: reading({
    output: z.strictObject({
      cases: z.array(
        z.strictObject({
          number: z.string(),
          reason: oneOf(annulReasonLabels),
          words: z.string().nullable(),
          annulledBy: z.string(),
          annulledAt: instantSchema,
        }),
      ),
    }),
    permission: 'case.listAnnulled',
    audit: 'case.annulledListed',
  }),
} as const;
