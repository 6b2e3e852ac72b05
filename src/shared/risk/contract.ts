/** The partner risk form (FVR) of a case. The CEM's own valuation is part of Section B, another instrument. */
import { changing, readingCase } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { caseIdSchema, idSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { issuedDocumentSchema } from '../papers/index.ts';
import { listOf, z } from '../platform/zod.ts';
import { knownFactSchema } from './known.ts';
import { locationFormSchema, locationRecordSchema, locationSheetSchema } from './location-2019.ts';
import { sameDayAnswerSchema, sameDayViewSchema } from './same-day-answers.ts';
import { sameDayFacts } from './same-day.ts';
import { partnerRiskAnswersSchema, partnerRiskLevels } from './schema.ts';

const riskFormIdSchema = idSchema('RiskFormId');
const level = z.enum(partnerRiskLevels);

export const partnerRiskRecordSchema = z.strictObject({
  id: riskFormIdSchema,
  instrument: z.string(),
  assessedAt: instantSchema,
  assessedBy: z.string(),
  answers: partnerRiskAnswersSchema,
  /** Null never: an unfinished form is a draft, not a record. */
  points: z.int().min(0).max(37),
  scoreLevel: level,
  /** After the pregnancy annex. */
  adjustedLevel: level,
  confirmedLevel: level,
  overrideReason: z.string().nullable(),
  unknownCount: z.int(),
});
export type PartnerRiskRecord = z.infer<typeof partnerRiskRecordSchema>;

export const riskContract = {
  getRisk: readingCase('risk.assess', 'risk.read', {
    /** Null when the form may be applied; else the reason of the refusal, in words. */
    refusal: z.string().nullable(),
    /** Newest first; signed forms never change. */
    records: z.array(partnerRiskRecordSchema),
    /** The newest form of the pair that the reader may open, whatever the ficha: what a new one is compared with. */
    before: partnerRiskRecordSchema.nullable(),
    /** Facts of the record that demand an answer the same day. */
    sameDay: z.array(z.enum(sameDayFacts)),
    /** «¿Está gestando?» of Section A; only a «No» spares asking it aloud. */
    isPregnant: z.literal([0, 1]).nullable(),
    /** What the record says about questions of the form, in their order. */
    known: z.array(knownFactSchema),
  }),
  /** Signs one form. Half filled is refused as `incomplete`, never stored as «leve». */
  assessRisk: changing('risk.assess', 'risk.assessed', {
    input: z.strictObject({
      caseId: caseIdSchema,
      answers: partnerRiskAnswersSchema,
      /** Oral informed consent was given before starting (instructive of the form). */
      hasConsent: z.boolean(),
      confirmedLevel: level.nullable(),
      /** Required when the confirmed level differs from the computed one. */
      overrideReason: cleanedText(300).nullable(),
    }),
    output: partnerRiskRecordSchema,
  }),
  /** Facts that demand an answer the same day: open ones first, with everything answered to each. */
  getSameDay: readingCase('risk.assess', 'risk.sameDayRead', {
    facts: z.array(sameDayViewSchema),
    /** Referrals, writs and letters of the case by which something may have been done, newest first. */
    papers: listOf({ id: z.string(), number: z.string(), issuedAt: instantSchema }),
  }),
  /** One answer for one fact or several: often one act answers them together. */
  answerSameDay: changing('risk.assess', 'risk.sameDayAnswered', {
    input: z.strictObject({
      caseId: caseIdSchema,
      facts: z.array(z.enum(sameDayFacts)).min(1, { error: 'Marque al menos un hecho.' }).max(sameDayFacts.length),
      answer: sameDayAnswerSchema,
    }),
  }),
  /** Every version of annex B, newest first. */
  getLocation: readingCase('risk.assess', 'risk.locationRead', { records: z.array(locationRecordSchema) }),
  /** Keeps a version of annex B; the ones before stay. */
  recordLocation: changing('risk.assess', 'risk.locationRecorded', {
    input: z.strictObject({ caseId: caseIdSchema, form: locationFormSchema }),
  }),
  /** The sheet of the newest annex B, apart and numbered, for PNP, prosecutor or court alone. */
  issueLocationSheet: changing('print.reservedSheet', 'risk.locationSheetIssued', {
    input: z.strictObject({ caseId: caseIdSchema, sheet: locationSheetSchema }),
    output: z.strictObject({ document: issuedDocumentSchema }),
    passwordAgain: true,
  }),
} as const;
