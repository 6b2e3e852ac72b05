/** The copy of what the centre keeps of one person, for herself. */
import { copyWays } from '../papers/index.ts';
import { approving, changing, proposing, reading } from '../platform/contract.ts';
import { caseIdSchema, fileHandleSchema } from '../platform/ids.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { dataRequestIdSchema } from '../privacy/index.ts';
import { copyPartCodes, findingLabels, releaseReasonLabels, withheldPartCodes } from './codes.ts';

const ofRequest = { caseId: caseIdSchema, requestId: dataRequestIdSchema };
const passageKey = z.string().regex(/^[0-9a-f]{64}$/);

export const passageSchema = z.strictObject({
  key: passageKey,
  ficha: z.string().nullable(),
  part: z.enum(copyPartCodes),
  label: z.string(),
  text: z.string(),
  findings: listOf({ kind: oneOf(findingLabels), who: z.string().nullable() }),
  /** It carries a datum of somebody else that never leaves. */
  isClosed: z.boolean(),
  /** Nobody said yet whether it names somebody: the program only doubts. */
  isToDecide: z.boolean(),
  /** Null: it is withheld. */
  released: oneOf(releaseReasonLabels).nullable(),
});
export type PassageView = z.infer<typeof passageSchema>;

export const subjectContract = {
  /** What would be in it and what not, with every sentence that waits for a decision. */
  getOwnCopy: reading('ownCopy.read', 'ownCopy.read', {
    input: ofRequest,
    output: {
      fichas: z.array(z.string()),
      /** Fichas of hers, open to the centre, that this reader does not attend: somebody who does must prepare the copy. */
      notRead: z.int().nonnegative(),
      inside: listOf({ part: z.enum(copyPartCodes), count: z.int().nonnegative() }),
      withheld: listOf({ part: z.enum(withheldPartCodes), count: z.int().positive(), why: z.string() }),
      passages: z.array(passageSchema),
      state: z.enum(['none', 'asked', 'approved']),
      mayIssue: z.boolean(),
    },
  }),
  /** Its pages, marked «Borrador». */
  showOwnCopy: reading('ownCopy.read', 'ownCopy.shown', {
    input: ofRequest,
    output: { file: fileHandleSchema, pages: z.int().positive() },
  }),
  /** Lets a sentence stand with its reason, or withholds it again. */
  choosePassage: changing('ownCopy.read', 'ownCopy.passageChosen', {
    input: { ...ofRequest, passage: passageKey, reason: oneOf(releaseReasonLabels).nullable() },
    whileClosed: 'always',
  }),
  /** It leaves by two people (D4). */
  proposeOwnCopy: proposing('ownCopy.issue', 'ownCopy.proposed', {
    input: ofRequest,
    passwordAgain: true,
    whileClosed: 'always',
  }),
  approveOwnCopy: approving('own-copy', 'ownCopy.approved'),
  /** Issued and registered, then printed or saved to be printed; once, within a day of the approval. */
  issueOwnCopy: changing('ownCopy.read', 'ownCopy.issued', {
    input: { ...ofRequest, way: z.enum(copyWays), printer: z.string().max(200).nullable() },
    output: { number: z.string(), file: fileHandleSchema.nullable() },
    whileClosed: 'always',
  }),
} as const;
