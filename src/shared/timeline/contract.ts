/** Reading the history of a case. */
import { reading } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
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
    }),
    permission: 'person.readIdentity',
    audit: 'case.timelineRead',
  }),
} as const;
