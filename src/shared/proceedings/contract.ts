/** Proceedings of a case, their hearings and terms, and what the centre must do today. */
import { eventKinds, triggerKinds } from './event-kinds.ts';
import { changing, noAudit, reading, readingAll, readingCase } from '../platform/contract.ts';
import { civilDateSchema, instantSchema, timeOfDaySchema } from '../platform/dates.ts';
import { caseIdSchema, documentIdSchema, staffIdSchema, versionSchema, ofCase } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { optionsOf } from '../record/index.ts';
import { dataIncidentIdSchema, dataRequestIdSchema } from '../privacy/index.ts';
import { boardScopes, consequences, deadlineStateLabels, measureKinds, measureStateLabels } from './codes.ts';
import { computedTermSchema } from './computed-schema.ts';
import { hearingEndSchema, hearingFormSchema, hearingIdSchema, hearingStateLabels } from './hearing.ts';
import { noticeProcedures } from './notice-contract.ts';
import { paperProcedures } from './paper-contract.ts';
import {
  deadlineIdSchema,
  eventChangeReasonLabels,
  eventFormSchema,
  eventIdSchema,
  momentSchema,
  noveltyFormSchema,
  settleFormSchema,
} from './schema.ts';

const eventViewSchema = z.strictObject({
  id: eventIdSchema,
  event: z.strictObject({ ...eventFormSchema.shape, kind: z.enum(eventKinds) }),
  /** Day of effect of its notification, by hand or by rule; null without a notification. */
  effectOn: civilDateSchema.nullable(),
  /** Recorded by mistake: stays readable, starts nothing. */
  isWithdrawn: z.boolean(),
  changes: listOf({
    before: z.strictObject(eventFormSchema.shape),
    reason: oneOf(eventChangeReasonLabels),
    words: z.string().nullable(),
    by: z.string(),
    at: instantSchema,
  }),
  recordedBy: z.string(),
  recordedAt: instantSchema,
  version: versionSchema,
});
export type EventView = z.infer<typeof eventViewSchema>;

const measureViewSchema = z.strictObject({
  kind: z.enum(measureKinds),
  state: oneOf(measureStateLabels),
  detail: z.string().nullable(),
  /** Each step with its day, oldest first. */
  steps: listOf({ state: oneOf(measureStateLabels), at: momentSchema, eventId: eventIdSchema }),
});
export type MeasureView = z.infer<typeof measureViewSchema>;

/** How a term stood computed at a moment; `why` says what made it computed. */
const dueSchema = z.strictObject({
  ...computedTermSchema.omit({ rule: true }).shape,
  ruleVersion: z.int().positive(),
  why: z.enum(['recorded', 'corrected', 'rulesChanged']),
  computedAt: instantSchema,
});
export type DueView = z.infer<typeof dueSchema>;

const deadlineViewSchema = z.strictObject({
  id: deadlineIdSchema,
  eventId: eventIdSchema,
  trigger: z.strictObject({ kind: z.enum(triggerKinds), act: z.string().nullable(), at: momentSchema }),
  ruleId: z.string(),
  /** Which turn of a term that comes again; 1 for every other. */
  period: z.int().positive(),
  ...computedTermSchema.shape.rule.omit({ remindHoursBefore: true }).shape,
  due: dueSchema,
  /** The earlier of the two ends; null for a term without length. */
  warnsAt: z.strictObject({ on: civilDateSchema, time: timeOfDaySchema }).nullable(),
  isOverdue: z.boolean(),
  /** How it stood before, newest first. */
  earlier: z.array(dueSchema),
  state: oneOf(deadlineStateLabels),
  /** Who closed it, when, and with what; null while it is open. */
  settled: z
    .strictObject({
      on: civilDateSchema,
      by: z.string(),
      proof: z.string().nullable(),
      documentId: documentIdSchema.nullable(),
      documentNumber: z.string().nullable(),
    })
    .nullable(),
  version: versionSchema,
});
export type DeadlineView = z.infer<typeof deadlineViewSchema>;

/** A term that the record starts by itself, as it stands now. */
const recordTermSchema = z.strictObject({
  ...deadlineViewSchema.pick({ ruleId: true, task: true, actor: true, amount: true, unit: true }).shape,
  ...deadlineViewSchema.pick({ officeAction: true, source: true, note: true, confirmation: true }).shape,
  ...deadlineViewSchema.pick({ warnsAt: true, isOverdue: true }).shape,
  /** The first and the last moment it can have started. */
  trigger: z.strictObject({ kind: z.enum(triggerKinds), first: momentSchema, last: momentSchema }),
  due: computedTermSchema.omit({ rule: true }),
  state: z.enum(['open', 'done', 'date']),
  doneOn: civilDateSchema.nullable(),
});
export type RecordTermView = z.infer<typeof recordTermSchema>;

const hearingViewSchema = z.strictObject({
  id: hearingIdSchema,
  hearing: z.strictObject(hearingFormSchema.shape),
  attends: z.string().nullable(),
  substitute: z.string().nullable(),
  state: z.literal(optionsOf(hearingStateLabels).map(({ code }) => code)),
  result: z.string().nullable(),
  version: versionSchema,
});
export type HearingView = z.infer<typeof hearingViewSchema>;

const clashSchema = z.strictObject({
  kind: z.enum(['clash', 'travel']),
  time: timeOfDaySchema,
  /** Who would have to be at both. */
  person: z.string(),
  /** Ficha of the other hearing; null when the reader may not know of it. */
  number: z.string().nullable(),
});
export type Clash = z.infer<typeof clashSchema>;

export const boardDeadlineSchema = z.strictObject({
  /** Null, with number and name, for a term of the centre itself. */
  caseId: caseIdSchema.nullable(),
  number: z.string().nullable(),
  userName: z.string().nullable(),
  /** Null for a term that the record starts by itself: it ends with what the record holds, nobody closes it. */
  deadlineId: deadlineIdSchema.nullable(),
  /** The incident with personal data whose notice is due; null for every other term. */
  incidentId: dataIncidentIdSchema.nullable(),
  /** The request of a person about her data that waits for an answer; null for every other term. */
  requestId: dataRequestIdSchema.nullable(),
  ...deadlineViewSchema.pick({ task: true, actor: true, ruleId: true, confirmation: true, isOverdue: true }).shape,
  consequence: z.enum(consequences),
  /** Null while nobody wrote down the day that the act fixed: it waits for that. */
  warnsAt: deadlineViewSchema.shape.warnsAt,
});
export type BoardDeadline = z.infer<typeof boardDeadlineSchema>;

export const boardHearingSchema = z.strictObject({
  caseId: caseIdSchema,
  number: z.string(),
  userName: z.string(),
  hearingId: hearingIdSchema,
  on: civilDateSchema,
  time: timeOfDaySchema,
  kind: z.string(),
  office: z.string(),
  attends: z.string().nullable(),
});
export type BoardHearing = z.infer<typeof boardHearingSchema>;

const startedSchema = z.strictObject({
  task: z.string(),
  ruleId: z.string(),
  on: civilDateSchema,
  time: timeOfDaySchema,
});
const noveltyAnswer = z.strictObject({
  eventId: eventIdSchema,
  /** Terms that started with it, the earliest first. */
  started: z.array(startedSchema),
});

export const proceedingsContract = {
  getProceedings: readingCase('legalFile.read', 'proceedings.read', {
    /** `status`: measures, dates, hearings and breaches, without the notes of the legal service. */
    view: z.enum(['full', 'status']),
    /** Newest first. */
    events: z.array(eventViewSchema),
    measures: z.array(measureViewSchema),
    hearings: z.array(hearingViewSchema),
    /** Open ones by the moment of their warning, then the closed ones. */
    deadlines: z.array(deadlineViewSchema),
    /** Terms of the record: open ones by the moment of their warning, then the dates, then what was done. */
    recordTerms: z.array(recordTermSchema),
    /** Names of acts that the table of terms knows beside the kinds of the program. */
    ownActs: z.array(z.string()),
    /** Who may go to a hearing. */
    professionals: listOf({ id: staffIdSchema, name: z.string() }),
  }),
  recordEvent: changing('legalFile.write', 'proceedings.eventRecorded', {
    input: z.strictObject({ ...ofCase, event: eventFormSchema }),
    output: z.strictObject({ eventId: eventIdSchema, started: z.array(startedSchema) }),
    whileClosed: 'measures',
  }),
  /** What it replaces stays in its history; its open terms are computed again, the closed ones stay. */
  correctEvent: changing('legalFile.write', 'proceedings.eventCorrected', {
    input: z
      .strictObject({
        ...ofCase,
        eventId: eventIdSchema,
        version: versionSchema,
        event: eventFormSchema,
        isWithdrawn: z.boolean(),
        reason: oneOf(eventChangeReasonLabels, { error: 'Elija un motivo.' }),
        words: cleanedText(300).nullable(),
      })
      .refine(({ reason, words }) => reason !== 'other' || words !== null, {
        path: ['words'],
        error: 'Escriba el motivo.',
      }),
    output: z.strictObject({ version: versionSchema }),
    // Without measures in force only putting back what was taken back: asked where the event is known.
    whileClosed: 'always',
  }),
  /** Other hearings that who goes, or who stands in, could not attend besides this one. */
  findClashes: reading('legalFile.write', noAudit('hours of hearings only, asked before saving one'), {
    input: z.strictObject({ ...ofCase, hearingId: hearingIdSchema.nullable(), hearing: hearingFormSchema }),
    output: z.strictObject({ clashes: z.array(clashSchema) }),
  }),
  /** `hearingId` null for a new one. */
  saveHearing: changing('legalFile.write', 'proceedings.hearingSaved', {
    input: z.strictObject({
      ...ofCase,
      hearingId: hearingIdSchema.nullable(),
      version: versionSchema.nullable(),
      hearing: hearingFormSchema,
    }),
    output: z.strictObject({ hearingId: hearingIdSchema }),
    whileClosed: 'measures',
  }),
  endHearing: changing('legalFile.write', 'proceedings.hearingEnded', {
    input: z.strictObject({ ...ofCase, hearingId: hearingIdSchema, version: versionSchema, end: hearingEndSchema }),
    whileClosed: 'measures',
  }),
  settleDeadline: changing('legalFile.write', 'deadline.closed', {
    input: z.strictObject({
      ...ofCase,
      deadlineId: deadlineIdSchema,
      version: versionSchema,
      settle: settleFormSchema,
    }),
    output: z.strictObject({ version: versionSchema }),
    whileClosed: 'always',
  }),
  /** A new fact or a breach, told by whoever learned of it: the team is alerted and the terms start. */
  reportNovelty: changing('novelty.append', 'proceedings.noveltyReported', {
    input: z.strictObject({ ...ofCase, novelty: noveltyFormSchema }),
    output: noveltyAnswer,
    whileClosed: 'always',
  }),
  /** The same for who is not of the team and knows only the number of the ficha. */
  reportNoveltyByNumber: changing('novelty.append', 'proceedings.noveltyReported', {
    input: z.strictObject({
      number: z.string().regex(/^\d{4}-\d{4,6}$/, { error: 'Escriba el número de la ficha como 2026-0123.' }),
      novelty: noveltyFormSchema,
    }),
    output: noveltyAnswer,
  }),
  listDeadlines: reading('deadline.read', 'deadline.listed', {
    input: z.strictObject({ scope: z.enum(boardScopes) }),
    output: z.strictObject({
      today: civilDateSchema,
      /** Whether the reader may look beyond the own cases. */
      mayAll: z.boolean(),
      /** Open terms, of acts and of the record: the gravest consequence first, then the earliest. */
      deadlines: z.array(boardDeadlineSchema),
      /** Hearings from today on, for the next seven days. */
      hearings: z.array(boardHearingSchema),
    }),
  }),
  countDeadlines: readingAll('deadline.read', noAudit('two numbers, asked again with every screen'), {
    overdue: z.int(),
    today: z.int(),
  }),
  /** Raises the alerts that are due, each once: called when the centre is opened and when its day changes. */
  remindDeadlines: changing('deadline.read', 'deadline.reminded', { output: z.strictObject({ raised: z.int() }) }),
  ...noticeProcedures,
  ...paperProcedures,
} as const;
