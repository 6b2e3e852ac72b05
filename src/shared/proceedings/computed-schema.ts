/** A computed term as data: kept with the record and shown on screen. */
import { civilDateSchema, timeOfDaySchema } from '../platform/dates.ts';
import { oneOf, z } from '../platform/zod.ts';
import { confirmationLabels } from '../record/index.ts';
import { termActors, termUnitLabels } from './codes.ts';
import { momentSchema } from './schema.ts';

const skippedDaySchema = z.strictObject({ on: civilDateSchema, name: z.string() });
export type SkippedDay = Readonly<z.infer<typeof skippedDaySchema>>;

const termSchema = z.strictObject({
  start: momentSchema,
  /** The start is itself the first day counted; false in what was computed before it was known. */
  countsStart: z.boolean().default(false),
  /** The time was not known: counted from 00:00, the earliest. */
  assumesMidnight: z.boolean(),
  due: z.strictObject({ on: civilDateSchema, time: timeOfDaySchema }),
  skipped: z.array(skippedDaySchema),
  distanceDays: z.int().nonnegative(),
});
export type Term = Readonly<Omit<z.infer<typeof termSchema>, 'skipped'>> & {
  /** Days that did not count, those over which the end moved among them, in order. */
  readonly skipped: readonly SkippedDay[];
};

/** The earlier and the later reading of one term (`Ends`); null for a term without length. */
const endsShape = { byEntry: termSchema.nullable(), byEffect: termSchema.nullable() };

export const computedTermSchema = z.strictObject({
  ...endsShape,
  /** With the days that may not bind the office; null where they change nothing, and in what was computed before them. */
  ifOff: z
    .strictObject({ ...endsShape, days: z.array(skippedDaySchema) })
    .nullable()
    .default(null),
  assumesSevere: z.boolean(),
  lacksDistance: z.boolean(),
  /** The rule as it read when it was applied. */
  rule: z.strictObject({
    task: z.string(),
    actor: z.enum(termActors),
    amount: z.int().nullable(),
    unit: oneOf(termUnitLabels),
    officeAction: z.string(),
    remindHoursBefore: z.array(z.int()),
    source: z.string(),
    note: z.string().nullable(),
    confirmation: oneOf(confirmationLabels),
  }),
});
export type ComputedTerm = z.infer<typeof computedTermSchema>;
