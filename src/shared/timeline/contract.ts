/** Reading the history of a case. */
import { services } from '../access/index.ts';
import { codesOf } from '../platform/codes-of.ts';
import { reading } from '../platform/contract.ts';
import { civilDateSchema, instantSchema, timeOfDaySchema } from '../platform/dates.ts';
import { caseIdSchema } from '../platform/ids.ts';
import { listOf, z } from '../platform/zod.ts';
import { timelineEntrySchema, timelineFilters } from './entry.ts';

export const timelineContract = {
  /** Everything of a case that the reader may read, newest first; `newest`: no more than so many. */
  readTimeline: reading('person.readIdentity', 'case.timelineRead', {
    input: z.strictObject({ caseId: caseIdSchema, newest: z.int().min(1).max(500).optional() }),
    output: z.strictObject({
      entries: z.array(timelineEntrySchema),
      /** How many there are of each filter, those left out with them; one without any is left out. */
      counts: z.partialRecord(z.enum(codesOf(timelineFilters)), z.int()),
      /** The end of the reader's visit before this one; null for the first. */
      lastVisitAt: instantSchema.nullable(),
      /** What holds now; null for who may not read the proceeding. */
      inForce: z
        .strictObject({
          measures: listOf({ words: z.string(), state: z.string(), since: civilDateSchema.nullable() }),
          hearing: z
            .strictObject({ words: z.string(), office: z.string(), on: civilDateSchema, time: timeOfDaySchema })
            .nullable(),
        })
        .nullable(),
      /** Services that have the case, each with who worked in it last. */
      team: listOf({ service: z.enum(services), name: z.string().nullable() }),
    }),
  }),
} as const;
