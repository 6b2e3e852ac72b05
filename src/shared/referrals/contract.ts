/** Referrals: a letter with a purpose, a receiver, the minimum of data and the consent behind it. */
import { issuedDocumentSchema, missingFactSchema } from '../papers/index.ts';
import { procedure } from '../platform/contract.ts';
import { caseIdSchema, fileHandleSchema } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';
import { consenters, referralKinds, urgencies } from './codes.ts';
import { kindIssues, referralOptionsSchema } from './schema.ts';

const request = z
  .strictObject({ caseId: caseIdSchema, kind: z.enum(referralKinds), options: referralOptionsSchema })
  .superRefine(({ kind, options }, context) => {
    for (const { path, message } of kindIssues(kind, options))
      context.addIssue({ code: 'custom', path: ['options', ...path], message });
  });

export const referralsContract = {
  startReferral: procedure({
    input: z.strictObject({ caseId: caseIdSchema, kind: z.enum(referralKinds) }),
    output: z.strictObject({
      options: referralOptionsSchema,
      /** Whether a consent that covers it is on record. */
      hasConsent: z.boolean(),
      consenter: z.enum(consenters),
      /** Children of the case, for the letters that are about one. */
      children: z.array(z.strictObject({ id: z.string(), label: z.string() })),
    }),
    permission: 'print.referral',
    audit: 'referral.started',
    changes: false,
    subject: 'case',
    failures: ['not-found', 'damaged'],
  }),
  /** Which kinds the facts of the case speak for, the fastest first. */
  suggestReferrals: procedure({
    input: z.strictObject({ caseId: caseIdSchema }),
    output: z.strictObject({
      suggestions: z.array(
        z.strictObject({ kind: z.enum(referralKinds), urgency: z.enum(urgencies), why: z.string() }),
      ),
    }),
    permission: 'print.referral',
    audit: 'referral.suggested',
    changes: false,
    subject: 'case',
    failures: ['not-found', 'damaged'],
  }),
  previewReferral: procedure({
    input: request,
    output: z.strictObject({
      file: fileHandleSchema,
      pages: z.int().positive(),
      missing: z.array(missingFactSchema),
      reserved: z.array(z.string()),
      warnings: z.array(z.string()),
    }),
    permission: 'print.referral',
    audit: 'referral.previewed',
    changes: false,
    subject: 'case',
    failures: ['invalid', 'rule-broken', 'not-found', 'damaged'],
  }),
  issueReferral: procedure({
    input: request,
    output: z.strictObject({ document: issuedDocumentSchema }),
    permission: 'print.referral',
    audit: 'referral.issued',
    changes: true,
    subject: 'case',
    failures: ['invalid', 'rule-broken', 'conflict', 'not-found', 'damaged'],
  }),
} as const;
