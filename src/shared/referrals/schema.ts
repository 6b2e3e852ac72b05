/** Health referral: the minimum the receiver needs. The account, the aggressor and the address are not part of it. */
import type { PartialDate } from '../platform/dates.ts';
import { civilDateSchema } from '../platform/dates.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { consentKinds, healthServices, urgencies } from './codes.ts';

/** What the record gives; null: not known. */
export type ReferralFacts = {
  /** Ficha number and year, or the neutral case code. */
  readonly caseNumber: string;
  readonly user: {
    readonly names: string | null;
    readonly document: { readonly kind: 'document' | 'none' | 'not-remembered'; readonly text: string | null } | null;
    readonly age: number | null;
    readonly sex: 'female' | 'male' | null;
    readonly language: string | null;
    readonly needsInterpreter: boolean;
    readonly disability: string | null;
    readonly pregnant: boolean;
    readonly pregnancyWeeks: number | null;
    readonly insurance: string | null;
    /** Zone only; the address never comes here. */
    readonly zone: string | null;
  };
  readonly violenceType: string | null;
  readonly event: { readonly date: PartialDate | null; readonly hour: string | null };
  /** The word of the level, never the sum. */
  readonly riskLevel: string | null;
  /** Printed only when the options include it. */
  readonly safeContact: string | null;
  readonly centre: { readonly name: string; readonly letterhead: readonly string[] };
  readonly practice: boolean;
};

export const referralOptionsSchema = z.strictObject({
  receiver: z.strictObject({ post: cleanedText(120), establishment: cleanedText(200) }).nullable(),
  services: z
    .array(z.enum(healthServices))
    .refine((all) => new Set(all).size === all.length, { error: 'Hay servicios repetidos.' }),
  otherService: cleanedText(120).nullable(),
  urgency: z.enum(urgencies),
  /** One or two sentences. */
  reason: cleanedText(400).nullable(),
  treatments: cleanedText(400).nullable(),
  allergies: cleanedText(200).nullable(),
  companion: cleanedText(120).nullable(),
  childrenPresent: z.int().min(0).max(40),
  transport: cleanedText(200).nullable(),
  includeSafeContact: z.boolean(),
  /** Pregnancy is printed only when it is the reason and she agreed. */
  includePregnancy: z.boolean(),
  hasProtectionMeasures: z.boolean(),
  consent: z.strictObject({ kind: z.enum(consentKinds), on: civilDateSchema }).nullable(),
  professional: z
    .strictObject({ names: cleanedText(120), profession: cleanedText(80), college: cleanedText(60).nullable() })
    .nullable(),
  place: cleanedText(80),
  signedOn: civilDateSchema,
});
export type ReferralOptions = z.infer<typeof referralOptionsSchema>;

export type ReferralIssue = {
  readonly number: string | null;
  readonly draft: boolean;
  /** Texts under reserve, replaced wherever they stand. */
  readonly withheld: readonly string[];
};
