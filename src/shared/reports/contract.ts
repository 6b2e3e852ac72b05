/** The month: quality list, exact figures inside, the rounded publication, closing by two people, export. */
import { proposalSchema } from '../access/index.ts';
import { codesOf } from '../platform/codes-of.ts';
import { approving, changing, noAudit, reading, readingAll } from '../platform/contract.ts';
import { instantSchema, monthSchema } from '../platform/dates.ts';
import { caseIdSchema, fileHandleSchema, proposalIdSchema } from '../platform/ids.ts';
import { listOf, z } from '../platform/zod.ts';
import { qualityLineSchema } from './quality.ts';
import { publishedYearSchema } from './year.ts';
import { leavingNameSchema } from '../platform/file-names.ts';
import { publishedMonthSchema, unitPeriodSchema } from './schema.ts';

const month = { month: monthSchema };

export const monthStateLabels = {
  future: 'Aún no empieza',
  current: 'En curso',
  open: 'Por cerrar',
  proposed: 'Cierre propuesto',
  closed: 'Cerrado',
} as const;
export const monthStates = codesOf(monthStateLabels);

export const restoredAnswerLabels = {
  none: 'No se publicó nada más',
  lost: 'Se publicó y no tenemos los archivos',
} as const;

export const reportsContract = {
  listMonths: readingAll('report.quality', 'report.listed', {
    months: listOf({
      ...{ month: monthSchema, state: z.enum(monthStates), closedAt: instantSchema.nullable() },
      /** Published as «menos de 21» and nothing else; null while it is not closed. */
      isBand: z.boolean().nullable(),
    }),
    /** The only month that may be closed: the first since the founding that is not. */
    next: monthSchema,
  }),
  /** Data quality and state of one month. Unvalidated cases are listed and do not stop the closing (D20). */
  getMonth: reading('report.quality', 'report.qualityRead', {
    input: z.strictObject(month),
    output: z.strictObject({
      state: z.enum(monthStates),
      validated: z.int(),
      /** Totals differ from the central register by so many sealed cases (D24). */
      sealed: z.int(),
      quality: z.array(qualityLineSchema),
      /** Validated, and nothing of theirs is missing. */
      complete: listOf({ caseId: caseIdSchema, number: z.string() }),
      proposal: proposalSchema.nullable(),
      closedAt: instantSchema.nullable(),
      /** Has to be closed before this one; null where none has, or the month is closed. */
      earlier: monthSchema.nullable(),
      /** Before the record began: never published. */
      isBeforeFounding: z.boolean(),
    }),
  }),
  /** Draft of the publication; not exportable. */
  previewMonth: reading('report.preview', 'report.previewed', {
    input: z.strictObject(month),
    output: z.strictObject({ published: publishedMonthSchema }),
  }),
  /** Exact counts of the month that runs and what the oldest open one still needs; for the centre's own eyes. */
  readMonthsNow: readingAll('report.preview', 'report.nowRead', {
    /** Over, with cases and not closed; null when there is none. */
    open: z
      .strictObject({
        ...{ month: monthSchema, state: z.enum(monthStates), validated: z.int() },
        ...{ missing: z.int(), fichas: z.int() },
      })
      .nullable(),
    /** Validated cases, by main type in the order of the report. */
    now: z.strictObject({ month: monthSchema, cases: z.int(), types: z.array(z.int()).length(4) }),
    before: z.strictObject({ month: monthSchema, cases: z.int() }),
  }),
  proposeMonthClosing: changing('report.closeMonth', 'report.closingProposed', {
    input: z.strictObject(month),
    output: proposalSchema,
    passwordAgain: true,
  }),
  /** Freezes counts, rounding, view and the exact bytes of every file, in one transaction. */
  approveMonthClosing: approving('month-closing', 'report.monthClosed', z.strictObject(month), {
    /** Of `readProposedClosing`; without it the figures of the moment are approved (two people at one machine). */
    seen: z.string().optional(),
  }),
  /**
   * What who is asked to approve a closing sees of it: the figures as they would go out beside the last published month,
   * what they leave out and how complete they are; nothing of a case. For who may decide that proposal, while it waits.
   */
  readProposedClosing: reading('report.readProposed', 'report.proposedRead', {
    input: z.strictObject({ proposalId: proposalIdSchema }),
    output: z.strictObject({
      month: monthSchema,
      proposal: proposalSchema,
      /** Units in the order in which they are frozen: the month, and what it sets free. */
      units: z.array(publishedMonthSchema),
      /** The lists of the year that December closes; null for any other month. */
      year: publishedYearSchema.nullable(),
      /** Published before; null for the first. */
      before: publishedMonthSchema.nullable(),
      validated: z.int(),
      /** Fichas of the month that are not validated and count nowhere yet. */
      drafts: z.int(),
      /** Answers that go out as «Sin registro». */
      missing: z.int(),
      /** Whether cases with reserve are left out; how many is for Coordinación alone (D24). */
      hasSealed: z.boolean(),
      /** What was said of a restore before which this month was over; null where there was none. */
      restored: z.enum(codesOf(restoredAnswerLabels)).nullable(),
      /** Of these very figures: goes back with the approval, so that no others are approved. */
      seen: z.string(),
    }),
  }),
  /** Whether it must be said what was published between the copy that was restored and its restoring; null where not. */
  readRestoredReports: readingAll('report.quality', noAudit('a question that stands on the page of months'), {
    asked: z.strictObject({ restoredAt: instantSchema, copyMadeAt: instantSchema, next: monthSchema }).nullable(),
  }),
  /** `none`: nothing else was published meanwhile. `lost`: something was, and its files are gone: revision 2 (D41). */
  settleRestoredReports: changing('report.settleRestored', 'report.restoredSettled', {
    input: z.strictObject({ answer: z.enum(codesOf(restoredAnswerLabels)) }),
    output: z.strictObject({}),
    passwordAgain: true,
  }),
  /** Files of one unit as they went out, with their signed list; the next one by its number of publication. */
  bringBackReport: changing('report.settleRestored', 'report.broughtBack', {
    input: z.strictObject({
      files: listOf({ name: leavingNameSchema, base64: z.base64().max(8_000_000) })
        .min(2)
        .max(5),
    }),
    output: z.strictObject({ period: unitPeriodSchema }),
    passwordAgain: true,
  }),
  /** The stored bytes, never recomputed. */
  exportMonth: reading('report.readFrozen', 'report.exported', {
    input: z.strictObject(month),
    output: z.strictObject({ files: z.array(fileHandleSchema) }),
  }),
} as const;
