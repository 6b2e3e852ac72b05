/** Shapes of the monthly report: what is counted, what is published, what a published file must look like. */
import { civilDateSchema, monthSchema } from '../platform/dates.ts';
import { ageMax } from '../register/index.ts';
import { listOf, z } from '../platform/zod.ts';
import {
  cubeId,
  cubeSize,
  roundingBase,
  schemaVersion,
  schemaVersions,
  singleCountGroups,
  tableIds,
  violenceTypes,
  views,
} from './codes.ts';

const count = z.int().nonnegative();
const published = count.multipleOf(roundingBase);

/** What the report knows of a validated case: nothing else may reach the counting. Age in completed years. */
export const caseForCountSchema = z.strictObject({
  violenceType: z.literal([0, 1, 2, 3]),
  age: z.int().min(0).max(ageMax),
  sex: z.literal([0, 1]),
  condition: z.literal([1, 2, 3, 4, 5]),
  riskLevel: z.literal([1, 2, 3]).nullable(),
  bondGroup: z.literal([1, 2, 3]).nullable(),
  complaint: z.literal([0, 1]).nullable(),
  protection: z.literal([0, 1]).nullable(),
});
export type CaseForCount = z.infer<typeof caseForCountSchema>;

/** True counts of one unit; every list in canonical order, «missing» last. Never leaves the centre. */
export const exactCountsSchema = z.strictObject({
  total: count,
  /** Index = type·6 + age·2 + sex. */
  cube: z.array(count).length(cubeSize),
  condition: z.array(count).length(5),
  risk: z.array(count).length(4),
  bond: z.array(count).length(4),
  complaint: z.array(count).length(3),
  protection: z.array(count).length(3),
});
export type ExactCounts = z.infer<typeof exactCountsSchema>;

/** `2026-03`, `2026-Q1-residual`, the rest of a year (`2026-residual`), or the lists of one (`2026`). */
export const unitPeriodSchema = z
  .string()
  .regex(/^(19|20|21)\d\d(-(0[1-9]|1[0-2]|(Q[1-4]-)?residual))?$/, { error: 'Periodo no válido.' });

/** Code of the centre in labels and file names: `C-0001`. */
export const centreCodeSchema = z
  .string()
  .regex(/^[A-Z0-9](?:[A-Z0-9-]{0,14}[A-Z0-9])?$/, { error: 'Código de centro no válido.' });

/** A count beside the cases of the unit, true value. */
export const singleCountSchema = z.strictObject({ group: z.enum(singleCountGroups), count });
export type SingleCount = z.infer<typeof singleCountSchema>;

/** A unit published before, in the same year: what the year to date is made of. */
export const earlierUnitSchema = z.strictObject({
  period: unitPeriodSchema,
  view: z.enum(views),
  /** Null in a band. */
  total: published.nullable(),
  ages: z.array(published).length(3).nullable(),
  /** Months that a residual unit collected. */
  collects: z.array(monthSchema),
});
export type EarlierUnit = z.infer<typeof earlierUnitSchema>;

export const publishedCellSchema = z.strictObject({
  type: z.literal(violenceTypes),
  age: z.literal([0, 1, 2]),
  /** Null in the coarse view: both sexes together. */
  sex: z.literal([0, 1]).nullable(),
  count: published,
});
export type PublishedCell = z.infer<typeof publishedCellSchema>;

export const tableColumns = ['cases', 'percent', 'year-to-date', 'age-0', 'age-1', 'age-2', 'acts'] as const;
export type TableColumn = (typeof tableColumns)[number];

export const publishedTableSchema = z.strictObject({
  id: z.enum(tableIds),
  /** Which question of T12; null elsewhere. */
  part: z.enum(['complaint', 'protection']).nullable(),
  columns: z.array(z.enum(tableColumns)),
  rows: listOf({
    code: z.string().regex(/^[a-zA-Z0-9-]{1,40}$/),
    /** One per column; null = not shown («–»). */
    values: z.array(z.number().nonnegative().nullable()),
  }),
});
export type PublishedTable = z.infer<typeof publishedTableSchema>;

export const publishedMarginsSchema = z.strictObject({
  type: z.array(published).length(4),
  age: z.array(published).length(3),
  /** Null in the coarse view. */
  sex: z.array(published).length(2).nullable(),
});
export type PublishedMargins = z.infer<typeof publishedMarginsSchema>;

/** One published unit. Holds rounded figures only; margins and totals are sums of the cells shown. */
export const publishedMonthSchema = z.strictObject({
  schemaVersion: z.literal(schemaVersions),
  cubeId: z.literal(cubeId),
  centre: centreCodeSchema,
  period: unitPeriodSchema,
  view: z.enum(views),
  roundingBase: z.literal(roundingBase),
  /** 1; 2 only for a quarter that the law obliges to correct. */
  revision: z.int().positive(),
  note: z.string(),
  /** Months of the year published as «menos de 21» whose cases are in no figure yet: what the year to date lacks. */
  waiting: z.array(monthSchema).default([]),
  /** Months whose cases a residual unit collects, or the months that the rest of a year completes; none for a month. */
  collects: z.array(monthSchema).default([]),
  /** The same in words, with what a residual unit is; null where there is nothing to say. */
  coverage: z.string().nullable().default(null),
  cells: z.array(publishedCellSchema),
  tables: z.array(publishedTableSchema),
  margins: publishedMarginsSchema.nullable(),
  total: published.nullable(),
});
export type PublishedMonth = z.infer<typeof publishedMonthSchema>;

/**
 * What every file says of where it comes from. Never the place in the audit chain: it tells how much was worked, and with
 * it the size of the months that are not shown (D41).
 */
export const imprintSchema = z.strictObject({
  /** 1, 2, 3 … of this centre. */
  publication: z.int().positive(),
  /** Code of the audit at the closing; with the number it is found again by «Verificar código». */
  seal: z.string().regex(/^[0-9A-Z]{10}$/),
  /** Day of the record that was counted. */
  cutOff: civilDateSchema,
  centreName: z.string(),
  /** District of the centre, code of INEI. */
  ubigeo: z.string().regex(/^\d{6}$/),
  department: z.string(),
  district: z.string(),
  /** Of the key that signs, as it stands on the founding sheet and in «Centro». */
  fingerprint: z.string(),
});
export type Imprint = z.infer<typeof imprintSchema>;

/** The JSON file: the unit and where it comes from. */
export const reportFileSchema = publishedMonthSchema.extend({
  schemaVersion: z.literal(schemaVersion),
  imprint: imprintSchema,
});
export type ReportFile = z.infer<typeof reportFileSchema>;

/** The JSON file of before, which carried its place in the audit. */
export const reportFileBeforeSchema = publishedMonthSchema.extend({
  schemaVersion: z.literal(1),
  auditSeq: z.int().positive(),
  auditSeal: z.string().regex(/^[A-Za-z0-9+/=_-]{6,88}$/),
});
