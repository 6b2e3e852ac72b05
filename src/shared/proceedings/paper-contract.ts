/** The papers of the clock: hearing sheet, neutral card and day sheet, looked at or released as copies. */
import { copyWays } from '../papers/index.ts';
import { changing, noAudit, reading, readingAll } from '../platform/contract.ts';
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
  hearingPaper: reading('print.appointmentSlip', 'proceedings.hearingPaper', {
    input: z.strictObject({ ...ofCase, hearingId: hearingIdSchema, paper: z.enum(['sheet', 'card']) }),
    output: fileSchema,
  }),
  /** Terms and hearings of a day and the next, on one list: printed at closing. */
  dayPaper: reading('deadline.read', 'deadline.dayPaper', {
    input: z.strictObject({ scope: z.enum(boardScopes) }),
    output: fileSchema,
  }),
  /** Made anew, issued and registered as a copy, then printed or saved. */
  releaseHearingPaper: changing('print.appointmentSlip', 'proceedings.hearingPaperReleased', {
    input: z.strictObject({ ...ofCase, hearingId: hearingIdSchema, paper: z.enum(['sheet', 'card']), ...wayOut }),
    output: releasedSchema,
    whileClosed: 'measures',
  }),
  releaseDayPaper: changing('deadline.read', 'deadline.dayPaperReleased', {
    input: z.strictObject({ scope: z.enum(boardScopes), ...wayOut }),
    output: releasedSchema,
  }),
  /** When a sheet of today last left, one's own or anybody's of the whole centre; null while none did: for the reminder at closing. */
  getDayPaperState: readingAll('deadline.read', noAudit('whether a paper was printed today, no person'), {
    leftAt: instantSchema.nullable(),
    /** From the hour on that the table «Hoja del día» has for today; false where it has none. */
    isClosingTime: z.boolean(),
  }),
} as const;
