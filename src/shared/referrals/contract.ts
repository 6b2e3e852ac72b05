/** Referrals: a letter with a purpose, a receiver, the minimum of data and the consent behind it. */
import { consentFormSchema } from '../care/index.ts';
import { draftStateShape, issuedDocumentSchema, paperBlockSchema } from '../papers/index.ts';
import { changing, noAudit, reading, readingCase } from '../platform/contract.ts';
import { caseIdSchema, fileHandleSchema, idSchema } from '../platform/ids.ts';
import { listOf, z } from '../platform/zod.ts';
import { consenters, kitUrgencies, urgencies } from './codes.ts';
import { referralKinds, type ReferralKind } from './kinds/index.ts';
import { kindIssues, referralOptionsSchema, type ReferralOptions } from './schema.ts';

type Letter = { readonly kind: ReferralKind; readonly options: ReferralOptions };

function refuseForeign({ kind, options }: Letter, context: z.RefinementCtx): void {
  for (const { path, message } of kindIssues(kind, options))
    context.addIssue({ code: 'custom', path: ['options', ...path], message });
}

const letterShape = { kind: z.enum(referralKinds), options: referralOptionsSchema };
const request = z.strictObject({ caseId: caseIdSchema, ...letterShape }).superRefine(refuseForeign);

const batchIdSchema = idSchema('ReferralBatchId');

export const mostLetters = 10;

const draftWords = noAudit('the words of a draft whose beginning is registered, at each pause in typing');

export const referralsContract = {
  startReferral: reading('print.referral', 'referral.started', {
    input: z.strictObject({ caseId: caseIdSchema, kind: z.enum(referralKinds) }),
    output: z.strictObject({
      options: referralOptionsSchema,
      /** Whom the letter is addressed to unless the directory says otherwise. */
      post: z.string(),
      /** Whether a consent that covers it is on record. */
      hasConsent: z.boolean(),
      consenter: z.enum(consenters),
      /** Where the clock of the emergency kit stands, the hours since the event and what to do now in words; null where it has no part. */
      clock: z.strictObject({ kit: z.enum(kitUrgencies), hours: z.string().nullable(), words: z.string() }).nullable(),
      /** What the ficha says against the emergency kit, to be answered before it is asked for; null: nothing. */
      kitQuestion: z.string().nullable(),
      /** Children of the case, for the letters that are about one. */
      children: listOf({ id: z.string(), label: z.string() }),
    }),
  }),
  /** Which kinds the facts of the case speak for, the fastest first. */
  suggestReferrals: readingCase('print.referral', 'referral.suggested', {
    suggestions: listOf({ kind: z.enum(referralKinds), urgency: z.enum(urgencies), why: z.string() }),
  }),
  previewReferral: reading('print.referral', 'referral.previewed', {
    input: request,
    output: z.strictObject({
      file: fileHandleSchema,
      pages: z.int().positive(),
      ...draftStateShape,
    }),
  }),
  /** The words of the letter as they stand now, while it is written: no pages, nothing kept. */
  composeReferralDraft: reading('print.referral', draftWords, {
    input: request,
    output: z.strictObject({ blocks: z.array(paperBlockSchema), ...draftStateShape }),
  }),
  issueReferral: changing('print.referral', 'referral.issued', {
    input: request,
    output: z.strictObject({ document: issuedDocumentSchema }),
  }),
  /** D12: several letters in one act, with the consent they rest on when it is given now; all of them or none. */
  issueReferrals: changing('print.referral', 'referral.actIssued', {
    input: z.strictObject({
      caseId: caseIdSchema,
      /** Chosen by the caller, so that it can ask how far the act is. */
      batchId: batchIdSchema,
      consent: consentFormSchema.nullable(),
      /** False: refused with what the letters leave out, so that it is shown first. */
      isTold: z.boolean().default(true),
      letters: z.array(z.strictObject(letterShape).superRefine(refuseForeign)).min(1).max(mostLetters),
    }),
    output: z.strictObject({ documents: z.array(issuedDocumentSchema) }),
  }),
  getReferralsProgress: reading('print.referral', noAudit('two numbers of a work in hand, answered from memory'), {
    input: z.strictObject({ batchId: batchIdSchema }),
    output: z.strictObject({
      progress: z.strictObject({ done: z.int().nonnegative(), total: z.int().nonnegative() }).nullable(),
    }),
    fromMemory: true,
  }),
} as const;
