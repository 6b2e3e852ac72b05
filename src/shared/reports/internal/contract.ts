/** «Tablas»: the exact tables of a month or a year, the list behind each figure, and what changed since a closing. */
import { copyWays } from '../../papers/index.ts';
import { codesOf } from '../../platform/codes-of.ts';
import { changing, reading } from '../../platform/contract.ts';
import { civilDateSchema, monthSchema } from '../../platform/dates.ts';
import { caseIdSchema, fileHandleSchema } from '../../platform/ids.ts';
import { listOf, z } from '../../platform/zod.ts';
import { preventionSheetIds } from '../../prevention/index.ts';
import { ageGroupings } from '../../register/index.ts';
import { internalRules } from './tables.ts';

const groupingNames = codesOf(ageGroupings);
const keys = internalRules.map(({ key }) => key);
/** With those of prevention, whose figures are activities: they open no list of fichas. */
const allKeys = [...keys, ...preventionSheetIds];

/** A month, or a year. */
export const internalPeriodSchema = z
  .string()
  .regex(/^(19|20|21)\d\d(-(0[1-9]|1[0-2]))?$/, { error: 'Elija un mes o un año.' });

/** `grouping`: of every age it fits; null is the usual one. */
const ofPeriod = { period: internalPeriodSchema, grouping: z.enum(groupingNames).nullable() };
const error = 'Elija una tabla.';
const ofTable = { ...ofPeriod, table: z.enum(allKeys, { error }) };

export const internalTableSchema = z.strictObject({
  key: z.string(),
  title: z.string(),
  groupings: z.array(z.string()),
  columns: listOf({ label: z.string(), kind: z.enum(['count', 'percent']) }),
  rows: listOf({
    label: z.string(),
    total: z.boolean(),
    /** One per column; a null percentage is a denominator of 0, printed «–» (R9). */
    cells: z.array(z.number().nonnegative().nullable()),
  }),
  notes: z.array(z.string()),
});
export type InternalTable = z.infer<typeof internalTableSchema>;

/** Why a closed month is not as it was published. */
export const changeCauses = ['twice', 'annulled', 'unsealed', 'moved', 'corrected'] as const;
export type ChangeCause = (typeof changeCauses)[number];

export const internalContract = {
  readInternalTable: reading('report.internal', 'report.tableRead', {
    input: z.strictObject(ofTable),
    output: z.strictObject({
      table: internalTableSchema,
      /** Validated cases that count; of prevention none. */
      cases: z.int(),
    }),
  }),
  /** What a figure counts, in the order of the fichas; what the reader may not open is there without a number. */
  listFigure: reading('report.internal', 'report.figureListed', {
    input: z.strictObject({
      ...ofPeriod,
      table: z.enum(keys, { error }),
      row: z.int().nonnegative(),
      column: z.int().nonnegative(),
    }),
    output: z.strictObject({
      things: listOf({
        caseId: caseIdSchema.nullable(),
        number: z.string().nullable(),
        /** Day of an act; null for a case. */
        on: civilDateSchema.nullable(),
      }),
    }),
  }),
  /**
   * A closed month: what was frozen, what would be counted today, and the fichas that make the difference; of none of them
   * what is reserved today or closed to the reader.
   */
  readMonthChanges: reading('report.internal', 'report.changesRead', {
    input: z.strictObject({ month: monthSchema }),
    output: z.strictObject({
      /** Null while the month is not closed. */
      frozen: z
        .strictObject({
          rows: listOf({ label: z.string(), frozen: z.int(), today: z.int() }),
          changes: listOf({
            /** Null: annulled. */
            caseId: caseIdSchema.nullable(),
            number: z.string(),
            cause: z.enum(changeCauses),
            on: civilDateSchema,
            /** The other ficha: where it counts as well, or went. */
            other: z.strictObject({ caseId: caseIdSchema, number: z.string() }).nullable(),
          }),
          /** Activities and participations of T18: as they stood at the closing, and today. */
          preventionRows: listOf({ label: z.string(), frozen: z.int(), today: z.int() }),
          /** Activities written, corrected or moved after the closing. */
          prevention: listOf({ topic: z.string(), heldOn: civilDateSchema, on: civilDateSchema }),
        })
        .nullable(),
    }),
  }),
  /** Every table of the period, one sheet each; saved through the register of prints. */
  makeInternalFile: reading('report.internal', 'report.internalSaved', {
    input: z.strictObject(ofPeriod),
    output: z.strictObject({ file: fileHandleSchema }),
  }),
  internalPaper: reading('report.internal', 'report.internalPaper', {
    input: z.strictObject({ ...ofPeriod, table: ofTable.table.nullable() }),
    output: z.strictObject({ file: fileHandleSchema, pages: z.int().positive() }),
  }),
  /** Issued, registered as a copy, and let out. */
  releaseInternalPaper: changing('report.internal', 'report.internalReleased', {
    input: z.strictObject({
      ...{ ...ofPeriod, table: ofTable.table.nullable() },
      ...{ way: z.enum(copyWays), printer: z.string().max(200).nullable() },
    }),
    output: z.strictObject({ number: z.string(), file: fileHandleSchema.nullable() }),
  }),
} as const;
