/** Duties of the centre with personal data: incidents and the notice of them, and the review of permissions. */
import { changing, readingAll } from '../platform/contract.ts';
import { civilDateSchema, instantSchema, timeOfDaySchema } from '../platform/dates.ts';
import { versionSchema } from '../platform/ids.ts';
import { oneOf, z } from '../platform/zod.ts';
import { incidentStateLabels } from './labels.ts';
import {
  accessReviewFormSchema,
  accessReviewIdSchema,
  dataIncidentFormSchema,
  dataIncidentIdSchema,
  incidentEndSchema,
  reopenReasonSchema,
  withdrawReasonSchema,
} from './schema.ts';

const momentSchema = z.strictObject({ on: civilDateSchema, time: timeOfDaySchema });

const noticeSchema = z.strictObject({ at: momentSchema, entryNumber: z.string() });

/** That it was opened again, and how it had been closed. */
const reopeningViewSchema = z.strictObject({
  told: noticeSchema.nullable(),
  /** Why no notice had been due; null too for who may only know that there was an incident. */
  reason: z.string().nullable(),
  closedBy: z.string(),
  closedAt: instantSchema,
  reopenedBy: z.string(),
  reopenedAt: instantSchema,
  /** Why it was opened again, as the list says it or as written for «Otro»; null as above. */
  why: z.string().nullable(),
});

const incidentViewSchema = z.strictObject({
  id: dataIncidentIdSchema,
  known: momentSchema,
  /** Null for who may only know that there was one. */
  words: z.string().nullable(),
  recordedBy: z.string(),
  state: oneOf(incidentStateLabels),
  /** End of the term of the notice; null where the table of terms has none for that day. */
  due: momentSchema.nullable(),
  isOverdue: z.boolean(),
  /** Notice to the authority; null while it was not told, or need not be. */
  told: noticeSchema.nullable(),
  /** Why no notice was due. */
  reason: z.string().nullable(),
  /** Who closed it; null while it is open. */
  closedBy: z.string().nullable(),
  /** Oldest first. */
  reopenings: z.array(reopeningViewSchema),
  version: versionSchema,
});
export type DataIncidentView = z.infer<typeof incidentViewSchema>;

const reviewViewSchema = z.strictObject({
  id: accessReviewIdSchema,
  on: civilDateSchema,
  words: z.string().nullable(),
  by: z.string(),
  recordedAt: instantSchema,
  /** Null while it counts. */
  withdrawn: z.strictObject({ by: z.string(), at: instantSchema, why: z.string() }).nullable(),
  version: versionSchema,
});
export type AccessReviewView = z.infer<typeof reviewViewSchema>;

export const privacyContract = {
  /** Whoever notices it writes it down; Coordinación tells the authority. */
  recordDataIncident: changing('dataIncident.create', 'dataIncident.recorded', {
    input: { incident: dataIncidentFormSchema },
    output: { incidentId: dataIncidentIdSchema },
  }),
  /** Newest first; the own ones alone for who may not read those of others. */
  listDataIncidents: readingAll('dataIncident.read', 'dataIncident.listed', { incidents: z.array(incidentViewSchema) }),
  closeDataIncident: changing('dataIncident.close', 'dataIncident.closed', {
    input: { incidentId: dataIncidentIdSchema, version: versionSchema, end: incidentEndSchema },
  }),
  /** Closed by mistake: the term of the notice runs again, from when it was known. */
  reopenDataIncident: changing('dataIncident.close', 'dataIncident.reopened', {
    input: { incidentId: dataIncidentIdSchema, version: versionSchema, reason: reopenReasonSchema },
  }),
  getAccessReviews: readingAll('accessReview.read', 'accessReview.read', {
    /** The day the centre was founded: the first term of a review runs from it. */
    foundedOn: civilDateSchema,
    /** Newest first. */
    reviews: z.array(reviewViewSchema),
    /** Last day for the next one; null where the table of terms has none. */
    due: momentSchema.nullable(),
    isOverdue: z.boolean(),
  }),
  recordAccessReview: changing('accessReview.record', 'accessReview.recorded', {
    input: { review: accessReviewFormSchema },
    output: { reviewId: accessReviewIdSchema },
  }),
  /** Recorded by mistake: it stays and no longer counts. */
  withdrawAccessReview: changing('accessReview.record', 'accessReview.withdrawn', {
    input: { reviewId: accessReviewIdSchema, version: versionSchema, reason: withdrawReasonSchema },
  }),
} as const;
