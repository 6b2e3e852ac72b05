/** Consent of the person attended. Other care records come with their own issue of work. */
import { changing, reading } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { caseIdSchema, idSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { assents, consentForms, consentReviews, consentScopes, majorities, noConsentReasons } from './codes.ts';

const purposeSchema = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/)
  .max(40);

export const consentFormSchema = z
  .strictObject({
    scope: z.enum(consentScopes),
    form: z.enum(consentForms),
    /** Several receivers in one act (D12), as they were told to her. */
    receivers: z.array(cleanedText(200)).max(10),
    reason: z.enum(noConsentReasons).nullable(),
    /** What for, by the codes of whoever asks (kinds of referral); several in one act. */
    purposes: z.array(purposeSchema).max(20).default([]),
    /** Which data she agreed to share, in words; null: what the letter shows. */
    data: cleanedText(300).nullable().default(null),
    /** Who consents for a child: never the accused person (C4). */
    guardian: z
      .strictObject({ names: cleanedText(120), bond: cleanedText(60) })
      .nullable()
      .default(null),
    assent: z.enum(assents).nullable().default(null),
    /** Whether she is of age, as she said it; null where the ficha says it. */
    majority: z.enum(majorities).nullable().default(null),
    /** The guardian is called like the accused person, and the professional made sure that it is somebody else. */
    guardianIsOther: z.boolean().default(false),
  })
  .refine((consent) => consent.form !== 'couldNotAsk' || consent.reason !== null, {
    path: ['reason'],
    error: 'Elija el motivo por el que no se pudo pedir.',
  })
  .refine((consent) => consent.scope !== 'referral' || consent.purposes.length > 0, {
    path: ['purposes'],
    error: 'Marque para qué es.',
  });

/** One act of consent as it is sent. */
export type ConsentGiven = z.infer<typeof consentFormSchema>;

export const consentSchema = z.strictObject({
  id: idSchema('ConsentId'),
  scope: z.enum(consentScopes),
  form: z.enum(consentForms),
  receivers: z.array(z.string()),
  reason: z.enum(noConsentReasons).nullable(),
  purposes: z.array(z.string()),
  data: z.string().nullable(),
  guardian: z.strictObject({ names: z.string(), bond: z.string() }).nullable(),
  assent: z.enum(assents).nullable(),
  /** Null: not asked. */
  majority: z.enum(majorities).nullable(),
  recordedBy: z.string(),
  recordedAt: instantSchema,
  /** She took it back: nothing more is printed on it (C5). */
  withdrawnAt: instantSchema.nullable(),
  review: z.enum(consentReviews).nullable(),
});
export type Consent = z.infer<typeof consentSchema>;

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
  }),
  /** What could not be asked, and every exception, is looked at again (D12). */
  reviewConsent: changing({
    input: z.strictObject({ caseId: caseIdSchema, consentId: idSchema('ConsentId'), review: z.enum(consentReviews) }),
    output: consentSchema,
    permission: 'consent.record',
    audit: 'consent.reviewed',
  }),
  listConsentsToReview: reading({
    input: z.strictObject({}),
    output: z.strictObject({
      consents: z.array(
        z.strictObject({ caseId: caseIdSchema, number: z.string(), userName: z.string(), consent: consentSchema }),
      ),
    }),
    permission: 'consent.record',
    audit: 'consent.reviewListed',
  }),
  listConsents: reading({
    input: z.strictObject({ caseId: caseIdSchema }),
    output: z.strictObject({ consents: z.array(consentSchema) }),
    permission: 'consent.read',
    audit: 'consent.read',
  }),
} as const;
