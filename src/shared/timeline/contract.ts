/** Reading the history of a case. */
import { services } from '../access/index.ts';
import { reading } from '../platform/contract.ts';
import { civilDateSchema, instantSchema, timeOfDaySchema } from '../platform/dates.ts';
import { caseIdSchema } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';
import { timelineEntrySchema } from './entry.ts';

export const timelineContract = {
  /** Everything of a case that the reader may read, newest first. */
  readTimeline: reading({
    input: z.strictObject({ caseId: caseIdSchema }),
    output: z.strictObject({
      entries: z.array(timelineEntrySchema),
      /** The end of the reader's visit before this one; null for the first. */
      lastVisitAt: instantSchema.nullable(),
      /** What holds now; null for who may not read the proceeding. */
      inForce: z
        .strictObject({
          measures: z.array(
            z.strictObject({ words: z.string(), state: z.string(), since: civilDateSchema.nullable() }),
          ),
          hearing: z
            .strictObject({ words: z.string(), office: z.string(), on: civilDateSchema, time: timeOfDaySchema })
            .nullable(),
        })
        .nullable(),
      /** Services that have the case, each with who worked in it last. */
      team: z.array(z.strictObject({ service: z.enum(services), name: z.string().nullable() })),
    }),
    permission: 'person.readIdentity',
    audit: 'case.timelineRead',
  }),
} as const;
