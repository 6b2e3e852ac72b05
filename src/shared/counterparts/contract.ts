/** Hand-overs to the counterparts of other institutions, and the little that their accounts may do (decision 0092). */
import { counterpartSides } from '../access/index.ts';
import { consentFormSchema } from '../care/index.ts';
import { issuedDocumentSchema, paperBlockSchema } from '../papers/index.ts';
import { changing, noAudit, reading, readingAll, readingCase } from '../platform/contract.ts';
import { civilDateSchema, instantSchema } from '../platform/dates.ts';
import { caseIdSchema, idSchema, versionSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { kindIssues, referralOptionsSchema, urgencies } from '../referrals/index.ts';
import { handedKinds, noteLabels, noteOutcomes } from './codes.ts';
import { counterpartNoteSchema } from './schema.ts';

const sideSchema = z.enum(counterpartSides);
export const handOverIdSchema = idSchema('HandOverId');
const noteIdSchema = idSchema('CounterpartNoteId');
const ofHandOver = { caseId: caseIdSchema, handOverId: handOverIdSchema };

const postSchema = z.strictObject({
  side: sideSchema,
  isOn: z.boolean(),
  establishment: z.string(),
  /** 0: never switched on. */
  version: z.int().nonnegative(),
});
export type CounterpartPost = z.infer<typeof postSchema>;

const noteViewSchema = z.strictObject({
  id: noteIdSchema,
  kind: oneOf(noteLabels),
  outcome: z.enum(noteOutcomes),
  /** What was said, where it differs from what stands. */
  said: z.string().nullable(),
  by: z.string(),
  at: instantSchema,
  isSettled: z.boolean(),
});

const handOverSchema = z.strictObject({
  id: handOverIdSchema,
  version: versionSchema,
  side: sideSchema,
  establishment: z.string(),
  referralId: idSchema('ReferralId'),
  number: z.string(),
  by: z.string(),
  at: instantSchema,
  firstActAt: instantSchema.nullable(),
  closedAt: instantSchema.nullable(),
  isOpen: z.boolean(),
  notes: z.array(noteViewSchema),
});
export type HandOver = z.infer<typeof handOverSchema>;

const sheetLineSchema = z.strictObject({
  id: handOverIdSchema,
  caseId: caseIdSchema,
  /** As the letter names her; null where the ficha has no name. */
  name: z.string().nullable(),
  urgency: z.enum(urgencies),
  at: instantSchema,
  isAnswered: z.boolean(),
});
export type SheetLine = z.infer<typeof sheetLineSchema>;

export const counterpartsContract = {
  /** Names of institutions: whoever hands over offers what there is. */
  readCounterpartPosts: readingAll('directory.read', noAudit('names of institutions, no person'), {
    posts: z.array(postSchema),
  }),
  changeCounterpartPost: changing('settings.centre', 'counterpart.postChanged', {
    input: z.strictObject({
      side: sideSchema,
      isOn: z.boolean(),
      establishment: cleanedText(200),
      version: z.int().nonnegative(),
    }),
    output: postSchema,
  }),
  /** One act: her consent, the letter, and the sheet that the institution reads from now on. */
  handToCounterpart: changing('print.referral', 'counterpart.handedOver', {
    input: z
      .strictObject({
        caseId: caseIdSchema,
        kind: z.enum(handedKinds),
        options: referralOptionsSchema,
        /** Null where it stands on record already. */
        consent: consentFormSchema.nullable(),
        isTold: z.boolean().default(true),
      })
      .superRefine(({ kind, options }, context) => {
        for (const { path, message } of kindIssues(kind, options))
          context.addIssue({ code: 'custom', path: ['options', ...path], message });
      }),
    output: z.strictObject({ handOverId: handOverIdSchema, documents: z.array(issuedDocumentSchema) }),
  }),
  /** The letter is out already: the same checks, and the sheet from now on. */
  handIssuedReferral: changing('print.referral', 'counterpart.handedOver', {
    input: z.strictObject({
      caseId: caseIdSchema,
      referralId: idSchema('ReferralId'),
      version: versionSchema,
      /** Null where it stands on record already. */
      consent: consentFormSchema.nullable(),
    }),
    output: z.strictObject({ handOverId: handOverIdSchema }),
  }),
  listHandOvers: readingCase('referral.record', 'counterpart.listed', { handOvers: z.array(handOverSchema) }),
  /** From now on the institution sees nothing of it. */
  closeHandOver: changing('referral.record', 'counterpart.closed', {
    input: z.strictObject({ ...ofHandOver, version: versionSchema }),
    whileClosed: 'always',
  }),
  /** Whoever attends her looked at what differs; what stands stays. */
  settleCounterpartNote: changing('referral.record', 'counterpart.reviewed', {
    input: z.strictObject({ caseId: caseIdSchema, noteId: noteIdSchema }),
  }),
  /** From hand-over to the first act, of the last ninety days. */
  readCounterpartWaits: readingAll('monitoring.read', 'counterpart.waitsRead', {
    waits: listOf({
      side: sideSchema,
      answered: z.int().nonnegative(),
      waiting: z.int().nonnegative(),
      middle: z.int().nullable(),
      longest: z.int().nullable(),
    }),
  }),
  /** What was handed to the institution of this account and is open to it, what waits first. */
  listSheets: readingAll('counterpart.read', 'counterpart.sheetsListed', {
    today: civilDateSchema,
    /** Null where the centre switched it off. */
    side: sideSchema.nullable(),
    establishment: z.string(),
    sheets: z.array(sheetLineSchema),
  }),
  readSheet: reading('counterpart.read', 'counterpart.sheetRead', {
    input: z.strictObject(ofHandOver),
    output: z.strictObject({
      blocks: z.array(paperBlockSchema),
      asksKit: z.boolean(),
      /** She could not be asked: an emergency, looked at again by the centre. */
      couldNotAsk: z.boolean(),
      notes: listOf({ kind: oneOf(noteLabels), at: instantSchema }),
    }),
  }),
  noteAsCounterpart: changing('counterpart.answer', 'counterpart.answered', {
    input: z.strictObject({ ...ofHandOver, note: counterpartNoteSchema }),
    output: z.strictObject({ outcome: z.enum(noteOutcomes) }),
  }),
} as const;
