/** The papers of the clock: hearing sheet, neutral card and day sheet, looked at or released as copies. */
import { copyWays } from '../papers/index.ts';
import { changing, reading } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { fileHandleSchema, ofCase } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';
import { boardScopes } from './codes.ts';
import { hearingIdSchema } from './hearing.ts';

const wayOut = { way: z.enum(copyWays), printer: z.string().max(200).nullable() };
const releasedSchema = z.strictObject({
  /** Number of the registered copy. */
  number: z.string(),
  /** What a browser downloads itself; null for paper and where it was written. */
  file: fileHandleSchema.nullable(),
});
const fileSchema = z.strictObject({ file: fileHandleSchema, pages: z.int().positive() });

export const paperProcedures = {
  /** One page for who goes to the hearing, or a neutral card for her. */
  hearingPaper: reading({
    input: z.strictObject({ ...ofCase, hearingId: hearingIdSchema, paper: z.enum(['sheet', 'card']) }),
    output: fileSchema,
    permission: 'print.appointmentSlip',
    audit: 'proceedings.hearingPaper',
  }),
  /** Terms and hearings of a day and the next, on one list: printed at closing. */
  dayPaper: reading({
    input: z.strictObject({ scope: z.enum(boardScopes) }),
    output: fileSchema,
    permission: 'deadline.read',
    audit: 'deadline.dayPaper',
  }),
  /** Made anew, issued and registered as a copy, then printed or saved. */
  releaseHearingPaper: changing({
    input: z.strictObject({ ...ofCase, hearingId: hearingIdSchema, paper: z.enum(['sheet', 'card']), ...wayOut }),
    output: releasedSchema,
    permission: 'print.appointmentSlip',
    audit: 'proceedings.hearingPaperReleased',
    whileClosed: 'measures',
  }),
  releaseDayPaper: changing({
    input: z.strictObject({ scope: z.enum(boardScopes), ...wayOut }),
    output: releasedSchema,
    permission: 'deadline.read',
    audit: 'deadline.dayPaperReleased',
  }),
  /** When a sheet of today last left, one's own or anybody's of the whole centre; null while none did: for the reminder at closing. */
  getDayPaperState: reading({
    output: z.strictObject({
      leftAt: instantSchema.nullable(),
      /** From the hour on that the table «Hoja del día» has for today; false where it has none. */
      isClosingTime: z.boolean(),
    }),
    permission: 'deadline.read',
    audit: { none: 'whether a paper was printed today, no person' },
  }),
} as const;
