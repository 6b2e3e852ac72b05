/** Consent of the person attended. Other care records come with their own issue of work. */
import { changing, reading, readingCase } from '../platform/contract.ts';
import { caseIdSchema, idSchema } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';
import { consentFormSchema, consentReviewSchema, consentSchema } from './consent.ts';

export const careContract = {
  recordConsent: changing({
    input: z.strictObject({ caseId: caseIdSchema, consent: consentFormSchema }),
    output: consentSchema,
    permission: 'consent.record',
    audit: 'consent.recorded',
  }),
  /** C5: stops further printing. */
  withdrawConsent: changing({
    input: z.strictObject({ caseId: caseIdSchema, consentId: idSchema('ConsentId') }),
    output: consentSchema,
    permission: 'consent.record',
    audit: 'consent.withdrawn',
    whileClosed: 'always',
  }),
  /** What could not be asked, and every exception, is looked at again (D12). */
  reviewConsent: changing({
    input: z.strictObject({ caseId: caseIdSchema, consentId: idSchema('ConsentId'), review: consentReviewSchema }),
    output: consentSchema,
    permission: 'consent.record',
    audit: 'consent.reviewed',
  }),
  listConsentsToReview: reading({
    output: z.strictObject({
      consents: z.array(
        z.strictObject({ caseId: caseIdSchema, number: z.string(), userName: z.string(), consent: consentSchema }),
      ),
    }),
    permission: 'consent.record',
    audit: 'consent.reviewListed',
  }),
  listConsents: readingCase({
    output: z.strictObject({ consents: z.array(consentSchema) }),
    permission: 'consent.read',
    audit: 'consent.read',
  }),
} as const;
