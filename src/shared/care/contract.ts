/** Consent of the person attended. Other care records come with their own issue of work. */
import { procedure } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { caseIdSchema, idSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { consentForms, consentScopes, noConsentReasons } from './codes.ts';

export const consentFormSchema = z
  .strictObject({
    scope: z.enum(consentScopes),
    form: z.enum(consentForms),
    /** Several receivers in one act (D12), as they were told to her. */
    receivers: z.array(cleanedText(120)).max(10),
    reason: z.enum(noConsentReasons).nullable(),
  })
  .refine((consent) => consent.form !== 'couldNotAsk' || consent.reason !== null, {
    path: ['reason'],
    error: 'Elija el motivo por el que no se pudo pedir.',
  });

export const consentSchema = z.strictObject({
  id: idSchema('ConsentId'),
  scope: z.enum(consentScopes),
  form: z.enum(consentForms),
  receivers: z.array(z.string()),
  reason: z.enum(noConsentReasons).nullable(),
  recordedBy: z.string(),
  recordedAt: instantSchema,
});
export type Consent = z.infer<typeof consentSchema>;

export const careContract = {
  recordConsent: procedure({
    input: z.strictObject({ caseId: caseIdSchema, consent: consentFormSchema }),
    output: consentSchema,
    permission: 'consent.record',
    audit: 'consent.recorded',
    changes: true,
    subject: 'case',
    failures: ['invalid', 'not-found', 'damaged'],
  }),
  listConsents: procedure({
    input: z.strictObject({ caseId: caseIdSchema }),
    output: z.strictObject({ consents: z.array(consentSchema) }),
    permission: 'consent.read',
    audit: 'consent.read',
    changes: false,
    subject: 'case',
    failures: ['not-found', 'damaged'],
  }),
} as const;
