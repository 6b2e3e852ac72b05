/** What an inspector takes along: how the record was kept in a period, and nothing of any case. */
import { loginSchema, passwordSchema } from '../access/index.ts';
import { copyWays } from '../papers/index.ts';
import { changing, reading } from '../platform/contract.ts';
import { civilDateSchema } from '../platform/dates.ts';
import { fileHandleSchema } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';

export const periodSchema = z
  .strictObject({ from: civilDateSchema, to: civilDateSchema })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'Termina antes de empezar.' });

export const inspectionContract = {
  /** Its pages, to look at. */
  showInspection: reading('inspection.read', 'inspection.shown', {
    input: { period: periodSchema },
    output: { file: fileHandleSchema, pages: z.int().positive() },
  }),
  /** Issued and registered, then printed or saved, with a second person at the same computer (D4). */
  releaseInspection: changing('inspection.release', 'inspection.released', {
    input: {
      period: periodSchema,
      second: z.strictObject({ login: loginSchema, password: passwordSchema }),
      ...{ way: z.enum(copyWays), printer: z.string().max(200).nullable() },
    },
    output: {
      number: z.string(),
      file: fileHandleSchema.nullable(),
      /** The same tables as CSV, a copy of its own in the same act; null on paper. */
      tables: z.strictObject({ number: z.string(), file: fileHandleSchema.nullable() }).nullable(),
    },
    passwordAgain: true,
  }),
} as const;
