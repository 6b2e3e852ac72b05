/** The alerts of the cases a person may open. They are raised by other domains, never by a procedure of this one. */
import { changing, noAudit, readingAll, readingCase } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { caseIdSchema, idSchema } from '../platform/ids.ts';
import { listOf, z } from '../platform/zod.ts';
import { alertKinds } from './codes.ts';
import { dangerKinds } from './danger.ts';

const alertIdSchema = idSchema('AlertId');

const alertSchema = z.strictObject({
  alertId: alertIdSchema,
  caseId: caseIdSchema,
  number: z.string(),
  userName: z.string(),
  kind: z.enum(alertKinds),
  /** What was said or seen, null when the kind says it all. */
  note: z.string().nullable(),
  raisedAt: instantSchema,
  /** Null when matching found it behind somebody's screen. */
  raisedBy: z.string().nullable(),
  /** The first of the team who saw it. */
  seenAt: instantSchema.nullable(),
  seenBy: z.string().nullable(),
  /** Whether the reader saw it: what a colleague has seen is still news to the reader. */
  isSeen: z.boolean(),
  closedAt: instantSchema.nullable(),
  closedBy: z.string().nullable(),
});
export type Alert = z.infer<typeof alertSchema>;

const dangerSchema = z.strictObject({
  alertId: alertIdSchema,
  caseId: caseIdSchema,
  number: z.string(),
  kind: z.enum(dangerKinds),
  /** Of whom matching found; null for what is told of a case. */
  arrival: z.strictObject({ label: z.string(), time: z.string() }).nullable(),
  seenAt: instantSchema.nullable(),
  others: listOf({ name: z.string(), at: instantSchema }),
});
export type Danger = z.infer<typeof dangerSchema>;

/** `seen`: the reader read it. `closed`: what it asks for was done; it leaves the list. */
export const alertActs = ['seen', 'closed'] as const;

export const alertsContract = {
  /** What the team must know at once: not received yet first, then what the reader received today. */
  listDangers: readingAll('alert.read', noAudit('numbers of fichas and arrivals, asked again with every screen'), {
    dangers: z.array(dangerSchema),
  }),
  /** Every alert of one case, open ones first. */
  listCaseAlerts: readingCase('alert.read', 'alert.read', { alerts: z.array(alertSchema) }),
  /** The first name stays: an alert that somebody saw or closed keeps it, and is seen by this reader too. */
  acknowledgeAlert: changing('alert.acknowledge', 'alert.acknowledged', {
    input: z.strictObject({ caseId: caseIdSchema, alertId: alertIdSchema, act: z.enum(alertActs) }),
    output: alertSchema,
    whileClosed: 'always',
  }),
} as const;
