/** Consent of the person attended. Other care records come with their own issue of work. */
import { changing, readingAll, readingCase } from '../platform/contract.ts';
import { caseIdSchema, idSchema } from '../platform/ids.ts';
import { listOf, z } from '../platform/zod.ts';
import { consentFormSchema, consentReviewSchema, consentSchema } from './consent.ts';

export const careContract = {
  recordConsent: changing('consent.record', 'consent.recorded', {
    input: z.strictObject({ caseId: caseIdSchema, consent: consentFormSchema }),
    output: consentSchema,
  }),
  /** C5: stops further printing. */
  withdrawConsent: changing('consent.record', 'consent.withdrawn', {
    input: z.strictObject({ caseId: caseIdSchema, consentId: idSchema('ConsentId') }),
    output: consentSchema,
    whileClosed: 'always',
  }),
  /** What could not be asked, and every exception, is looked at again (D12). */
  reviewConsent: changing('consent.record', 'consent.reviewed', {
    input: z.strictObject({ caseId: caseIdSchema, consentId: idSchema('ConsentId'), review: consentReviewSchema }),
    output: consentSchema,
  }),
  listConsentsToReview: readingAll('consent.record', 'consent.reviewListed', {
    consents: listOf({ caseId: caseIdSchema, number: z.string(), userName: z.string(), consent: consentSchema }),
  }),
  listConsents: readingCase('consent.read', 'consent.read', { consents: z.array(consentSchema) }),
} as const;
