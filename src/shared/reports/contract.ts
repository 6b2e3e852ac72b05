/** The month: quality list, exact figures inside, the rounded publication, closing by two people, export. */
import { proposalSchema } from '../access/index.ts';
import { codesOf } from '../platform/codes-of.ts';
import { changing, reading, nothing } from '../platform/contract.ts';
import { instantSchema, monthSchema } from '../platform/dates.ts';
import { caseIdSchema, fileHandleSchema, proposalIdSchema } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';
import { qualityLineSchema } from './quality.ts';
import { publishedMonthSchema } from './schema.ts';

const month = { month: monthSchema };

export const monthStateLabels = {
  future: 'Aún no empieza',
  current: 'En curso',
  open: 'Por cerrar',
  proposed: 'Cierre propuesto',
  closed: 'Cerrado',
} as const;
export const monthStates = codesOf(monthStateLabels);

export const reportsContract = {
  listMonths: reading({
    input: nothing,
    output: z.strictObject({
      months: z.array(
        z.strictObject({
          ...{ month: monthSchema, state: z.enum(monthStates), closedAt: instantSchema.nullable() },
          /** Published as «menos de 21» and nothing else; null while it is not closed. */
          isBand: z.boolean().nullable(),
        }),
      ),
    }),
    permission: 'report.quality',
    audit: 'report.listed',
  }),
  /** Data quality and state of one month. Unvalidated cases are listed and do not stop the closing (D20). */
  getMonth: reading({
    input: z.strictObject(month),
    output: z.strictObject({
      state: z.enum(monthStates),
      validated: z.int(),
      /** Totals differ from the central register by so many sealed cases (D24). */
      sealed: z.int(),
      quality: z.array(qualityLineSchema),
      /** Validated, and nothing of theirs is missing. */
      complete: z.array(z.strictObject({ caseId: caseIdSchema, number: z.string() })),
      proposal: proposalSchema.nullable(),
      closedAt: instantSchema.nullable(),
    }),
    permission: 'report.quality',
    audit: 'report.qualityRead',
  }),
  /** Draft of the publication; not exportable. */
  previewMonth: reading({
    input: z.strictObject(month),
    output: z.strictObject({ published: publishedMonthSchema }),
    permission: 'report.preview',
    audit: 'report.previewed',
  }),
  /** Exact counts of the month that runs and what the oldest open one still needs; for the centre's own eyes. */
  readMonthsNow: reading({
    input: nothing,
    output: z.strictObject({
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
    permission: 'report.preview',
    audit: 'report.nowRead',
  }),
  proposeMonthClosing: changing({
    input: z.strictObject(month),
    output: proposalSchema,
    permission: 'report.closeMonth',
    audit: 'report.closingProposed',
    passwordAgain: true,
  }),
  /** Freezes counts, rounding, view and the exact bytes of every file, in one transaction. */
  approveMonthClosing: changing({
    input: z.strictObject({ proposalId: proposalIdSchema }),
    output: z.strictObject(month),
    permission: 'proposal.decide',
    audit: 'report.monthClosed',
    passwordAgain: true,
    approves: 'month-closing',
  }),
  /** The stored bytes, never recomputed. */
  exportMonth: reading({
    input: z.strictObject(month),
    output: z.strictObject({ files: z.array(fileHandleSchema) }),
    permission: 'report.readFrozen',
    audit: 'report.exported',
  }),
} as const;
