/** The partner risk form (FVR) of a case. The CEM's own valuation is part of Section B, another instrument. */
import { procedure } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { caseIdSchema, idSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
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
  /** What the professional confirmed. */
  confirmedLevel: level,
  overrideReason: z.string().nullable(),
  unknownCount: z.int(),
});
export type PartnerRiskRecord = z.infer<typeof partnerRiskRecordSchema>;

export const riskContract = {
  getRisk: procedure({
    input: z.strictObject({ caseId: caseIdSchema }),
    output: z.strictObject({
      /** Null when the form may be applied; else the reason of the refusal, in words. */
      refusal: z.string().nullable(),
      /** Newest first; signed forms never change. */
      records: z.array(partnerRiskRecordSchema),
      /** Facts of the record that demand an answer the same day. */
      sameDay: z.array(z.enum(sameDayFacts)),
    }),
    permission: 'risk.assess',
    audit: 'risk.read',
    changes: false,
    subject: 'case',
    failures: ['not-found', 'damaged'],
  }),
  /** Signs one form. Half filled is refused as `incomplete`, never stored as «leve». */
  assessRisk: procedure({
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
    permission: 'risk.assess',
    audit: 'risk.assessed',
    changes: true,
    subject: 'case',
    failures: ['invalid', 'rule-broken', 'not-found', 'damaged'],
  }),
} as const;
