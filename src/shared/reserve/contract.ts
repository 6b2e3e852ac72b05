/** Fichas reservadas and accesos excepcionales (security design §5.5, §5.7). */
import { loginSchema, passwordSchema, typedRecoveryKeySchema } from '../access/index.ts';
import { wordsFit } from '../intake/index.ts';
import { approving, changing, noAudit, proposing, readingAll, readingCase } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { idSchema, staffIdSchema, ofCase } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import {
  exceptionalEndLabels,
  exceptionalReasonLabels,
  reviewVerdictLabels,
  sealReasonLabels,
  unsealReasonLabels,
} from './codes.ts';

const words = cleanedText(300).nullable();
const unfit = { path: ['words'], error: 'Escriba el motivo.' };

const membersSchema = z
  .array(staffIdSchema)
  .min(1, { error: 'Elija al menos a una persona.' })
  .max(20)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'Una persona está dos veces.' });

export const sealFormSchema = z
  .strictObject({ ...ofCase, members: membersSchema, reason: oneOf(sealReasonLabels), words })
  .refine(wordsFit, unfit);

export const sealMembersSchema = z.strictObject({ ...ofCase, members: membersSchema });

const named = z.strictObject({ staffId: staffIdSchema, name: z.string() });

const caseSealSchema = z.strictObject({
  number: z.string(),
  /** Null for a ficha that is not reservada. */
  seal: z
    .strictObject({
      sealedAt: instantSchema,
      reason: oneOf(sealReasonLabels),
      words: z.string().nullable(),
      members: z.array(named),
    })
    .nullable(),
  /** The key its words stand under; null for a ficha that is not reservada. */
  key: z
    .strictObject({
      /** The reader holds it. */
      isHeld: z.boolean(),
      holders: z.array(z.string()),
      /** Members who lack it until somebody who holds it gives it to them. */
      waiting: z.array(named),
    })
    .nullable(),
  /** Whether the reader may open the ficha itself. */
  canOpen: z.boolean(),
  /** What waits in «Aprobaciones»; null when nothing does. */
  proposed: z.enum(['seal', 'members']).nullable(),
  /** Who has access now, or would have it without the seal: of these the members are chosen. */
  candidates: z.array(named.extend({ isOnTeam: z.boolean() })),
});
export type CaseSeal = z.infer<typeof caseSealSchema>;

/** Our number of a ficha, as it stands on papers. */
const caseNumberSchema = z
  .string()
  .trim()
  .regex(/^\d{4}-\d{4,6}$/, { error: 'Escriba el número como está en la ficha: 2026-0001.' });

const openAccessSchema = z.strictObject({
  ...ofCase,
  number: z.string(),
  /** Milliseconds left, by the clock of the program. */
  leftMs: z.int().nonnegative(),
});

const accessIdSchema = idSchema('ExceptionalAccessId');

const exceptionalLineSchema = z.strictObject({
  accessId: accessIdSchema,
  staffName: z.string(),
  /** Null where the ficha became reservada and the reader is not among its members. */
  number: z.string().nullable(),
  reason: oneOf(exceptionalReasonLabels),
  words: z.string().nullable(),
  openedAt: instantSchema,
  /** Null while it is open. */
  endedAt: instantSchema.nullable(),
  end: oneOf(exceptionalEndLabels).nullable(),
  /** How often something of the ficha was read while it was open. */
  reads: z.int().nonnegative(),
  verdict: oneOf(reviewVerdictLabels).nullable(),
  reviewWords: z.string().nullable(),
  reviewedBy: z.string().nullable(),
  reviewedAt: instantSchema.nullable(),
  isOverdue: z.boolean(),
});
export type ExceptionalLine = z.infer<typeof exceptionalLineSchema>;

const ownState = noAudit('own state of the session, asked again with every screen');

export const reserveContract = {
  getCaseSeal: readingCase('seal.read', 'seal.read', caseSealSchema.shape),
  proposeCaseSeal: proposing('seal.create', 'seal.proposed', { input: sealFormSchema, whileClosed: 'always' }),
  approveCaseSeal: approving('case-seal', 'seal.created', { number: z.string() }),
  proposeSealMembers: proposing('seal.create', 'seal.membersProposed', {
    input: sealMembersSchema,
    whileClosed: 'always',
  }),
  approveSealMembers: approving('seal-members', 'seal.membersChanged', { number: z.string() }),
  /** The second person is at the same computer and types login and password: the slot is really opened (D4). */
  openCaseSeal: changing('seal.open', 'seal.opened', {
    input: z
      .strictObject({
        ...ofCase,
        reason: oneOf(unsealReasonLabels),
        words,
        second: z.strictObject({ login: loginSchema, password: passwordSchema }),
        /** Null where one of the two holds the key of the ficha. */
        recoveryKey: typedRecoveryKeySchema.nullable(),
      })
      .refine(wordsFit, unfit),
    passwordAgain: true,
    whileClosed: 'always',
  }),
  /** A member who came later, or has a new password after a code, gets the key from one who holds it. */
  giveSealKey: changing('seal.giveKey', 'seal.keyGiven', {
    input: { ...ofCase, staffId: staffIdSchema },
    whileClosed: 'always',
  }),
  /** The fichas reservadas that the reader may know of and not open: a number and nothing else. */
  listClosedSeals: readingAll('seal.list', 'seal.listed', { cases: listOf({ ...ofCase, number: z.string() }) }),
  openExceptionalAccess: changing('breakGlass.open', 'breakGlass.start', {
    input: z
      .strictObject({ number: caseNumberSchema, reason: oneOf(exceptionalReasonLabels), words })
      .refine(wordsFit, unfit),
    output: openAccessSchema,
    passwordAgain: true,
  }),
  /** For the red banner: what the reader has open, and how many are left today. */
  getExceptionalAccess: readingAll('breakGlass.own', ownState, {
    open: openAccessSchema.nullable(),
    leftToday: z.int().nonnegative(),
  }),
  endExceptionalAccess: changing('breakGlass.own', 'breakGlass.stop'),
  /** Those the reader has to review, oldest first, then the reviewed ones. */
  listExceptionalAccesses: readingAll('breakGlass.review', 'breakGlass.listed', {
    accesses: z.array(exceptionalLineSchema),
  }),
  countExceptionalReviews: readingAll('breakGlass.review', noAudit('two numbers, asked again with every screen'), {
    waiting: z.int(),
    overdue: z.int(),
  }),
  reviewExceptionalAccess: changing('breakGlass.review', 'breakGlass.reviewed', {
    input: { accessId: accessIdSchema, verdict: oneOf(reviewVerdictLabels), words },
  }),
} as const;
