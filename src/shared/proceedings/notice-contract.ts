/** Reading a notice into a proposal, and counting the terms of an act before it is kept. Nothing of it is stored. */
import { noAudit, reading } from '../platform/contract.ts';
import { civilDateSchema } from '../platform/dates.ts';
import { caseIdSchema } from '../platform/ids.ts';
import { listOf, z } from '../platform/zod.ts';
import { computedTermSchema } from './computed-schema.ts';
import { noticeLimits, noticeReadingSchema } from './notice/index.ts';
import { eventFormShape, eventIdSchema } from './schema.ts';

const { head, tail } = noticeLimits;

export const noticeProcedures = {
  readCourtNotice: reading('legalFile.write', 'proceedings.noticeRead', {
    input: z.strictObject({
      caseId: caseIdSchema,
      given: z.discriminatedUnion('from', [
        z.strictObject({ from: z.literal('text'), text: z.string().max(head + tail + 2) }),
        /** A file sent in pieces, which stays in memory: it is kept only if the person says so. */
        z.strictObject({ from: z.literal('file'), fileId: z.uuid(), fileName: z.string().min(1).max(1000) }),
      ]),
    }),
    output: z.strictObject({
      reading: noticeReadingSchema,
      /** The one entry of the directory with the name of the office; null when none, or several. */
      authority: z
        .strictObject({ authorityId: z.uuid(), office: z.string(), district: z.string().nullable() })
        .nullable(),
      /** Another ficha whose acts carry this file number while this one’s do not; null also for one the reader may not know of. */
      elsewhere: z.strictObject({ caseId: caseIdSchema, number: z.string() }).nullable(),
      /** The act of this ficha that is this very notice. */
      registered: z.strictObject({ eventId: eventIdSchema, document: z.string(), on: civilDateSchema }).nullable(),
    }),
  }),
  /** Effect of the notification and terms, as recording the act would start them. */
  countTerms: reading('legalFile.write', noAudit('dates counted from what is typed, nothing read or kept'), {
    input: z.strictObject({
      caseId: caseIdSchema,
      act: z.strictObject({
        kind: eventFormShape.kind,
        act: eventFormShape.act,
        at: eventFormShape.at,
        authorityId: eventFormShape.authorityId,
        district: eventFormShape.district,
        notification: eventFormShape.notification,
        fixedOn: eventFormShape.fixedOn,
      }),
    }),
    output: z.strictObject({
      effectOn: civilDateSchema.nullable(),
      terms: listOf({ ...computedTermSchema.shape, ruleId: z.string() }),
    }),
  }),
} as const;
