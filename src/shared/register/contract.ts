/** The sheet for the central register, the official number, and the papers of a day without power. */
import { caseOverviewSchema, fichaNumberSchema } from '../intake/index.ts';
import { issuedDocumentSchema } from '../papers/index.ts';
import { changing, noAudit, reading, readingAll, readingCase } from '../platform/contract.ts';
import { civilDateSchema, instantSchema, monthSchema } from '../platform/dates.ts';
import { caseIdSchema, fileHandleSchema, idSchema, ofCase } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { blankKinds, blankStateLabels, mostCopies } from './blank-forms.ts';
import { lineStates, sheetStates } from './sheet.ts';

export const sheetLineSchema = z.strictObject({
  id: z.string(),
  variable: z.string(),
  block: z.string(),
  item: z.string(),
  label: z.string(),
  value: z.string(),
  words: z.string(),
  isReserved: z.boolean(),
  /**
   * Held back from this reader: neither value nor words travel. A section closed to the reader is one such line, of
   * which only the state is told: which of its questions have an answer says something by itself.
   */
  isWithheld: z.boolean(),
  /** Null for what nobody types: indicators and administrative columns. */
  state: z.enum(lineStates).nullable(),
  /** Mark of the answer, sent back when it is passed: an answer changed meanwhile shows as changed. */
  mark: z.string(),
  passedBy: z.string().nullable(),
});
export type SheetLine = z.infer<typeof sheetLineSchema>;

export const progressSchema = z.strictObject({
  state: z.enum(sheetStates),
  total: z.int(),
  done: z.int(),
  changed: z.int(),
});
export type SheetProgress = z.infer<typeof progressSchema>;

export const registrationSchema = z.strictObject({
  fichaNumber: fichaNumberSchema,
  registeredOn: civilDateSchema,
  /** Why it was corrected; null for the first. */
  reason: z.string().nullable(),
  recordedBy: z.string(),
  recordedAt: instantSchema,
});
export type Registration = z.infer<typeof registrationSchema>;

export const registerFormSchema = z.strictObject({
  fichaNumber: fichaNumberSchema,
  registeredOn: civilDateSchema,
  reason: cleanedText(300).nullable(),
});

/** A line as its reader saw it: `mark` says which answer. */
const seenLineSchema = z.strictObject({ id: z.string().max(80), mark: z.string().length(32) });
const mostLines = 600;

const lineStateSchema = z.strictObject({ id: z.string(), state: z.enum(lineStates), passedBy: z.string().nullable() });

const registerLineSchema = z.strictObject({
  ...caseOverviewSchema.pick({ caseId: true, number: true, fichaNumber: true, userName: true, admittedOn: true }).shape,
  progress: progressSchema,
  registeredOn: civilDateSchema.nullable(),
});
export type RegisterCase = z.infer<typeof registerLineSchema>;

const paperIdSchema = idSchema('BlankPaperId');

export const blankPaperSchema = z.strictObject({
  id: paperIdSchema,
  number: z.string(),
  kind: z.enum(blankKinds),
  state: oneOf(blankStateLabels),
  /** Our number of the ficha it became; null while it did not come back, and for who may not know of that ficha. */
  caseNumber: z.string().nullable(),
  reason: z.string().nullable(),
  printedBy: z.string(),
  printedAt: instantSchema,
});
export type BlankPaperLine = z.infer<typeof blankPaperSchema>;

/** Why a month is not the same here and in the central register. */
export const differenceCauses = ['notTyped', 'changed', 'annulled', 'sealed', 'draft', 'otherMonth'] as const;

const marksOfWork = noAudit('marks of work on a sheet whose reading is registered; nothing of the case changes');

export const registerContract = {
  getRegisterSheet: readingCase('registerForm.readB', 'register.sheetRead', {
    number: z.string(),
    fichaNumber: fichaNumberSchema.nullable(),
    lines: z.array(sheetLineSchema),
    progress: progressSchema,
    /** Newest first. */
    registrations: z.array(registrationSchema),
    documents: z.array(issuedDocumentSchema),
  }),
  /** Says which lines were passed to the central register, or takes it back. */
  passRegisterLines: changing('registerForm.writeB', marksOfWork, {
    input: z.strictObject({
      ...ofCase,
      lines: z
        .array(seenLineSchema.extend({ isPassed: z.boolean() }))
        .min(1)
        .max(mostLines),
    }),
    output: z.strictObject({ lines: z.array(lineStateSchema), progress: progressSchema }),
    whileClosed: 'always',
  }),
  /**
   * «Registrada»: number and date. Again, with a reason: the correction of either.
   *
   * `lines` are those on the sheet of who says so: each is passed if the answer is still the one seen. What changed
   * since, and what that reader may not read, waits to be passed.
   */
  registerCase: changing('registerForm.writeB', 'register.caseRegistered', {
    input: z.strictObject({ ...ofCase, form: registerFormSchema, lines: z.array(seenLineSchema).max(mostLines) }),
    output: z.strictObject({ registrations: z.array(registrationSchema), progress: progressSchema }),
    whileClosed: 'always',
  }),
  /** Cases within reach that are not in the central register, or not as they are now. */
  listToRegister: readingAll('registerForm.readB', 'register.listed', {
    cases: z.array(registerLineSchema),
    isCut: z.boolean(),
  }),
  /** A month here and in the central register, ficha by ficha that makes the difference (R14); without what is closed to the reader. */
  readReconciliation: reading('report.internal', 'register.reconciled', {
    input: z.strictObject({ month: monthSchema }),
    output: z.strictObject({
      /** Validated fichas that count in the month. */
      here: z.int(),
      /** Fichas admitted in the month that are typed in the central register. */
      there: z.int(),
      differences: listOf({
        /** Null: annulled. */
        caseId: caseIdSchema.nullable(),
        number: z.string(),
        cause: z.enum(differenceCauses),
        /** What it adds there beside here. */
        adds: z.literal([-1, 0, 1]),
        /** The month in which the other side counts it. */
        otherMonth: monthSchema.nullable(),
        /** Answers that are another one now than when it was typed. */
        changed: z.int(),
      }),
    }),
  }),
  issueRegisterSheet: changing('print.wholeCase', 'register.sheetIssued', {
    input: z.strictObject(ofCase),
    output: z.strictObject({ document: issuedDocumentSchema }),
    passwordAgain: true,
    whileClosed: 'always',
  }),
  listBlankPapers: readingAll('blankPaper.print', 'blankPaper.listed', {
    papers: z.array(blankPaperSchema),
    isCut: z.boolean(),
  }),
  /** Reserves a number a copy, then saves or prints them as one file. */
  printBlankPapers: changing('blankPaper.print', 'blankPaper.printed', {
    input: z.strictObject({
      kind: z.enum(blankKinds),
      copies: z.int().min(1).max(mostCopies),
      way: z.enum(['save', 'print']),
    }),
    output: z.strictObject({
      numbers: z.array(z.string()),
      pages: z.int().positive(),
      file: fileHandleSchema.nullable(),
    }),
  }),
  /** A paper that came back: the ficha it belongs to, or why it is not used any more. */
  settleBlankPaper: changing('blankPaper.print', 'blankPaper.closed', {
    input: z.strictObject({
      paperId: paperIdSchema,
      end: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('used'), caseNumber: cleanedText(12) }),
        z.strictObject({ kind: z.literal('voided'), reason: cleanedText(120) }),
      ]),
    }),
    output: blankPaperSchema,
  }),
} as const;
