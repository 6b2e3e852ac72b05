/** The safety plan of a case: made with her, kept by versions, read again, carried as a card. */
import { copyWays } from '../papers/index.ts';
import { changing, reading, readingCase } from '../platform/contract.ts';
import { civilDateSchema } from '../platform/dates.ts';
import { fileHandleSchema, ofCase } from '../platform/ids.ts';
import { listOf, z } from '../platform/zod.ts';
import { safetyTopics } from './codes.ts';
import {
  cardLookSchema,
  safetyPlanFormSchema,
  safetyPlanIdSchema,
  safetyPlanVersionSchema,
  usualLook,
} from './schema.ts';

const look = cardLookSchema.default(usualLook);

export const safetyContract = {
  getSafetyPlan: readingCase('safetyPlan.read', 'safetyPlan.read', {
    /** Newest first. */
    versions: z.array(safetyPlanVersionSchema),
    /** Why it has to be read again today; null where nothing asks for it. */
    reread: z.enum(['valued', 'answered', 'dueDay']).nullable(),
    /** What cannot wait and the plan does not hold: facts that are open, and measures taken since it was made or read. */
    told: listOf({
      topic: z.enum(safetyTopics),
      fact: z.string(),
      /** What was done; null: the fact is open. */
      words: z.string().nullable(),
    }),
    /** Proposed day of the next reading. */
    rereadOn: civilDateSchema,
  }),
  /** Keeps a version; the ones before stay as they were. */
  keepSafetyPlan: changing('safetyPlan.write', 'safetyPlan.kept', {
    input: z.strictObject({
      ...ofCase,
      plan: safetyPlanFormSchema,
      /** The version that was open; null for the first. */
      over: safetyPlanIdSchema.nullable(),
    }),
    output: z.strictObject({ number: z.int().positive() }),
  }),
  /** Read again with her, and nothing changed. */
  rereadSafetyPlan: changing('safetyPlan.write', 'safetyPlan.reread', {
    input: z.strictObject({ ...ofCase, planId: safetyPlanIdSchema }),
    output: z.strictObject({}),
  }),
  safetyCard: reading('safetyPlan.read', 'safetyPlan.cardShown', {
    input: z.strictObject({ ...ofCase, look }),
    output: z.strictObject({
      file: fileHandleSchema,
      pages: z.int().positive(),
      /** The day with a ring: her next visit; null where none is agreed. */
      circled: civilDateSchema.nullable(),
      /** Words of the card that she is called with, too: he may know them. */
      doubts: z.array(z.string()),
    }),
  }),
  /** Made anew and registered as a copy for her, then printed or saved: the register says «tarjeta» and nothing of it. */
  releaseSafetyCard: changing('safetyPlan.write', 'safetyPlan.cardReleased', {
    input: z.strictObject({ ...ofCase, look, way: z.enum(copyWays), printer: z.string().max(200).nullable() }),
    output: z.strictObject({ number: z.string(), file: fileHandleSchema.nullable() }),
    whileClosed: 'always',
  }),
} as const;
