/** Closing a ficha by two people, what is looked at before, and opening it again. */
import { proposalSchema } from '../access/index.ts';
import { approving, changing, proposing, readingCase } from '../platform/contract.ts';
import { civilDateSchema, instantSchema } from '../platform/dates.ts';
import { idSchema, proposalIdSchema, versionSchema, ofCase } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { caseStateLabels, type CaseState } from '../intake/index.ts';
import { checklistLineSchema } from './checklist.ts';
import { closingLines, reopenReasonLabels } from './codes.ts';

/** Where a case stands, by what was done in it: nobody types it. */
export const caseStageLabels = {
  draft: 'Por validar',
  validated: 'Validada, sin atención registrada',
  inAttention: 'En atención',
  inFollowUp: 'En seguimiento: el plan se acordó con ella',
  closed: 'Cerrada',
} as const;
export type CaseStage = keyof typeof caseStageLabels;

type Known = {
  readonly state: CaseState;
  readonly isAttended: boolean;
  readonly isAgreed: boolean;
};

export function stageOf({ state, isAttended, isAgreed }: Known): CaseStage {
  if (state === 'draft' || state === 'closed') return state;
  if (isAgreed) return 'inFollowUp';
  return isAttended ? 'inAttention' : 'validated';
}

export const lineWhySchema = z.strictObject({ line: z.enum(closingLines), words: cleanedText(300) });
const whysSchema = z.array(lineWhySchema).max(closingLines.length);

const reasonSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  asksWords: z.boolean(),
  isNoContact: z.boolean(),
});

const saidSchema = z.strictObject({
  line: z.enum(closingLines),
  found: z.string(),
  why: z.string().nullable(),
  by: z.string().nullable(),
});

/** A closing that was proposed, and how it ended. */
const closingSchema = z.strictObject({
  reason: z.string(),
  words: z.string().nullable(),
  summary: z.string(),
  proposedBy: z.string(),
  proposedAt: instantSchema,
  state: z.enum(['pending', 'approved', 'declined', 'withdrawn']),
  decidedBy: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
  declined: z.string().nullable(),
  lines: z.array(saidSchema),
});
export type ClosingView = z.infer<typeof closingSchema>;

export const closingContract = {
  /** Everything about closing a case: the list as the record says it now, and what was closed and opened before. */
  getClosing: readingCase('closing.read', 'closing.read', {
    state: oneOf(caseStateLabels),
    stage: oneOf(caseStageLabels),
    version: versionSchema,
    isFromOldList: z.boolean(),
    reasons: z.array(reasonSchema),
    lines: z.array(checklistLineSchema),
    /** Of the list as it stands here: sent back with the approval. */
    seen: z.string(),
    /** Drafts of who has no access any more: closing erases them. */
    leftDrafts: z.array(z.string()),
    supervisions: listOf({
      on: civilDateSchema,
      words: z.string(),
      by: z.string(),
      isOwn: z.boolean(),
      counts: z.boolean(),
    }),
    proposal: proposalSchema.nullable(),
    closings: z.array(closingSchema),
    reopenings: listOf({
      reason: oneOf(reopenReasonLabels),
      words: z.string().nullable(),
      by: z.string(),
      at: instantSchema,
    }),
    today: civilDateSchema,
    mayPropose: z.boolean(),
    mayWithdraw: z.boolean(),
    mayReopen: z.boolean(),
    maySupervise: z.boolean(),
  }),
  /** Somebody else went through the case before it is closed. */
  recordSupervision: changing('closing.supervise', 'closing.supervised', {
    input: z.strictObject({ ...ofCase, on: civilDateSchema, words: cleanedText(600) }),
    output: z.strictObject({ supervisionId: idSchema('SupervisionId') }),
  }),
  proposeCaseClosing: proposing('case.close', 'closing.proposed', {
    input: z.strictObject({
      ...ofCase,
      reason: z.string().min(1).max(80),
      words: cleanedText(200).nullable(),
      summary: cleanedText(2000),
      whys: whysSchema,
    }),
  }),
  /** By who proposed it, as long as nobody decided. */
  withdrawCaseClosing: changing('case.close', 'closing.withdrawn', {
    input: z.strictObject({ ...ofCase, proposalId: proposalIdSchema }),
    output: z.strictObject({}),
  }),
  /** Closes what the approver read: a list that changed since is read again first. */
  approveCaseClosing: approving('case-closing', 'closing.approved', z.strictObject({ number: z.string() }), {
    seen: z.string().max(64),
    whys: whysSchema,
  }),
  reopenCase: changing('case.reopen', 'closing.reopened', {
    input: z.strictObject({
      ...ofCase,
      version: versionSchema,
      reason: oneOf(reopenReasonLabels),
      words: cleanedText(300).nullable(),
    }),
    output: z.strictObject({ version: versionSchema }),
    whileClosed: 'always',
  }),
} as const;
