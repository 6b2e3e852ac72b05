/** Proposing, confirming and correcting the condition of a case. */
import { changeReasonSchema } from '../history/index.ts';
import { changing, reading } from '../platform/contract.ts';
import { instantSchema, monthSchema } from '../platform/dates.ts';
import { caseIdSchema, versionSchema, ofCase } from '../platform/ids.ts';
import { listOf, z } from '../platform/zod.ts';
import { conditionReasonSchema } from './condition-rules.ts';
import { likelyPersonSchema, pairRoles } from './likely.ts';
import { conditionAnswersSchema } from './schema.ts';

const conditionSchema = z.int().min(1).max(5);
const proposedSchema = z.union([conditionSchema, z.literal(['no-new-ficha', 'undecidable'])]);

const askedSchema = z.strictObject({
  question: z.string(),
  label: z.string(),
  /** The field that answers it, in a section or on the page of the validation. */
  page: z.enum(['a', 'b', 'validate']),
  field: z.string(),
  isNeeded: z.boolean(),
  /** What the record says by itself, in words; null when it cannot say. */
  recorded: z.string().nullable(),
});

const decisionSchema = z.strictObject({
  proposed: proposedSchema,
  condition: conditionSchema,
  /** Why it is not the proposed one, in words. */
  reason: z.string().nullable(),
  /** Why an earlier decision was changed, in words; null for the first. */
  changeReason: z.string().nullable(),
  reasons: z.array(z.string()),
  ruleSetVersion: z.string(),
  decidedBy: z.string(),
  decidedAt: instantSchema,
});
export type ConditionDecision = z.infer<typeof decisionSchema>;

const decided = {
  ...ofCase,
  version: versionSchema,
  answers: conditionAnswersSchema,
  condition: conditionSchema,
  /** Required when it differs from the proposal. */
  overrideReason: conditionReasonSchema.nullable(),
};

export const conditionContract = {
  /** The condition proposed from the history and these answers, with its reasons; nothing is stored. */
  proposeCondition: reading('registerForm.writeB', 'case.conditionProposed', {
    input: z.strictObject({ ...ofCase, answers: conditionAnswersSchema }),
    output: z.strictObject({
      proposed: proposedSchema,
      reasons: z.array(z.string()),
      /** Fichas that these words name, as far as the reader may open them. */
      fichas: listOf({ caseId: caseIdSchema, number: z.string() }),
      /** Questions of the procedure that this proposal used or needs. */
      asked: z.array(askedSchema),
      warnings: z.array(z.string()),
      ruleSetVersion: z.string(),
      /** Required answers missing in A and B, with the page that asks them. */
      missing: listOf({ page: z.enum(['a', 'b']), question: z.string(), label: z.string() }),
      /** At most five women and five men of the record, the likeliest first. */
      likely: z.array(likelyPersonSchema),
      /** Who of the ficha was linked with whom, and how she had been written down. */
      links: listOf({
        ...{ role: z.enum(pairRoles), known: z.string(), typed: z.string(), canUndo: z.boolean() },
        /** Of somebody of a ficha reservada nothing is joined, and nothing is to be separated. */
        isJoined: z.boolean(),
      }),
      /** What was decided, newest first. */
      decisions: z.array(decisionSchema),
    }),
  }),
  /** Turns a draft into a case that counts: condition confirmed, reporting month set once (rule U-2). */
  validateCase: changing('case.validate', 'case.validated', {
    input: z.strictObject(decided),
    output: z.strictObject({ version: versionSchema, reportingMonth: monthSchema }),
  }),
  /** An error found later: the old condition, its author and date stay; a closed month keeps its figures. */
  changeCondition: changing('case.validate', 'case.conditionChanged', {
    input: z.strictObject({ ...decided, changeReason: changeReasonSchema }),
    output: z.strictObject({ version: versionSchema }),
  }),
} as const;
