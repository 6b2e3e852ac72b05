/** Referrals: a letter with a purpose, a receiver, the minimum of data and the consent behind it. */
import { issuedDocumentSchema, missingFactSchema } from '../papers/index.ts';
import { procedure } from '../platform/contract.ts';
import { caseIdSchema, fileHandleSchema } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';
import { referralKinds } from './codes.ts';
import { referralOptionsSchema } from './schema.ts';

const request = {
  caseId: caseIdSchema,
  kind: z.enum(referralKinds),
  options: referralOptionsSchema,
};

export const referralsContract = {
  startReferral: procedure({
    input: z.strictObject({ caseId: caseIdSchema, kind: z.enum(referralKinds) }),
    output: z.strictObject({
      options: referralOptionsSchema,
      /** Whether a consent that covers it is on record. */
      hasConsent: z.boolean(),
    }),
    permission: 'print.referral',
    audit: 'referral.started',
    changes: false,
    subject: 'case',
    failures: ['not-found', 'damaged'],
  }),
  previewReferral: procedure({
    input: z.strictObject(request),
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
    input: z.strictObject(request),
    output: z.strictObject({ document: issuedDocumentSchema }),
    permission: 'print.referral',
    audit: 'referral.issued',
    changes: true,
    subject: 'case',
    failures: ['invalid', 'rule-broken', 'conflict', 'not-found', 'damaged'],
  }),
} as const;
