/** What each role opens on: what is next in each case, and what the centre waits for. */
import { services } from '../access/index.ts';
import { noAudit, reading, readingAll, readingCase } from '../platform/contract.ts';
import { civilDateSchema, monthSchema, timeOfDaySchema } from '../platform/dates.ts';
import { callIdSchema, callResultLabels, noCallLabels } from '../contact/index.ts';
import { caseIdSchema, staffIdSchema } from '../platform/ids.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { boardDeadlineSchema, boardHearingSchema } from '../proceedings/index.ts';
import { nextGroups, nextKinds, nextPages } from './codes.ts';
import { codesOf } from '../platform/codes-of.ts';

/** What goes along with the «casos a cargo» of somebody: read before another person takes them. */
export const caseloadLabels = {
  steps: 'Acciones del plan a su nombre',
  visits: 'Citas y visitas',
  hearings: 'Audiencias a las que va',
  terms: 'Plazos de sus casos',
  calls: 'Llamadas por repetir',
} as const;
export type CaseloadKind = keyof typeof caseloadLabels;
export const caseloadKinds = codesOf(caseloadLabels);

const nextSchema = z.strictObject({ on: civilDateSchema, time: timeOfDaySchema.nullable() });

export const caseloadContract = {
  /** Counts and next days alone: no ficha and no name. What is reserved goes along with nobody, and is not counted. */
  readCaseload: reading('caseload.cover', 'caseload.read', {
    input: z.strictObject({ staffId: staffIdSchema }),
    output: z.strictObject({
      /** Held by name; those of the service are the substitute's already. */
      cases: z.int(),
      lines: listOf({ kind: z.enum(caseloadKinds), label: z.string(), count: z.int(), next: nextSchema.nullable() }),
    }),
  }),
} as const;

const nextItemSchema = z.strictObject({
  kind: z.enum(nextKinds),
  group: z.enum(nextGroups),
  /** The act: «Volver a valorar el riesgo». */
  task: z.string(),
  /** The fact it comes from; null where the act says it. */
  why: z.string().nullable(),
  /** Whose turn it is: services of the case, or a person by name. */
  who: z.string(),
  /** The same as services, for who leads the centre. */
  turn: z.array(z.enum(services)),
  isMine: z.boolean(),
  due: z.strictObject({ on: civilDateSchema, time: timeOfDaySchema.nullable() }).nullable(),
  /** «hoy», «hace 2 días, 08/06»; empty without a date. */
  until: z.string(),
  page: z.enum(nextPages),
  isCall: z.boolean(),
  /** Says something of the person that nobody should read over a shoulder. */
  isSensitive: z.boolean(),
});
export type NextItem = z.infer<typeof nextItemSchema>;

const headSchema = {
  caseId: caseIdSchema,
  number: z.string(),
  userName: z.string(),
};

const nextLineSchema = z.strictObject({
  ...headSchema,
  age: z.int().nullable(),
  /** Valuation of the centre. */
  level: z.literal([1, 2, 3]).nullable(),
  /** Of one case, the most pressing first; never empty. */
  items: z.array(nextItemSchema),
});
export type NextLine = z.infer<typeof nextLineSchema>;

const momentSchema = z.strictObject({ on: civilDateSchema, time: timeOfDaySchema });

/** Which of her numbers may be called, masked, and when; or why none. */
const callableSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.enum(['now', 'ask', 'later']),
    mask: z.string(),
    whose: z.string().nullable(),
    hours: z.string().nullable(),
    whatToSay: z.string().nullable(),
    /** Of `now`: safe until then; null: all day. */
    until: timeOfDaySchema.nullable(),
    /** Of `later`. */
    from: momentSchema.nullable(),
  }),
  z.strictObject({ state: z.literal('never'), why: oneOf(noCallLabels) }),
]);

const callLineSchema = z.strictObject({
  ...headSchema,
  level: z.literal([1, 2, 3]).nullable(),
  /** Why she is called, the most pressing first. */
  items: z.array(nextItemSchema),
  callable: callableSchema,
  /** Somebody is calling her now. */
  running: z.strictObject({ by: z.string(), isOwn: z.boolean(), since: timeOfDaySchema }).nullable(),
  last: z
    .strictObject({
      callId: callIdSchema,
      result: oneOf(callResultLabels),
      on: civilDateSchema,
      time: timeOfDaySchema,
      by: z.string(),
    })
    .nullable(),
  /** The next try that was set, where it is still to come. */
  next: momentSchema.nullable(),
  /** Calls without her since the last contact. */
  tries: z.int(),
});
export type CallLine = z.infer<typeof callLineSchema>;

const countSchema = z.strictObject({ label: z.string(), count: z.int() });

/** The centre at a glance, for Coordinación. */
const centreNowSchema = z.strictObject({
  services: listOf({ service: z.enum(services), cases: z.int(), overdue: z.int(), isStaffed: z.boolean() }),
  /** What is late, by the act, the most first. */
  overdue: z.array(countSchema),
  unvalidated: z.int(),
  unanswered: z.int(),
});
export type CentreNow = z.infer<typeof centreNowSchema>;

export const dayContract = {
  ...caseloadContract,
  /** The cases of the reader in which something is next, the most pressing first; with the names of a service only. */
  readMyDay: readingAll('alert.read', 'day.read', {
    today: civilDateSchema,
    cases: z.int(),
    lines: z.array(nextLineSchema),
    /** Of today and the next seven days, of the own cases. */
    hearings: z.array(boardHearingSchema),
    /** Terms of acts and of law, for who answers for them; null for everybody else. */
    terms: z.array(boardDeadlineSchema).nullable(),
    /** Of the next six days, those that no term of a court or of the police counts; empty where `terms` is null. */
    daysOff: z.array(civilDateSchema),
    /** Null for who does not lead the centre. */
    centre: centreNowSchema.nullable(),
  }),
  /** Who is to be called today, by whom it is the reader's turn; a number only masked, and only while it is safe. */
  readCalls: readingAll('call.read', 'call.listed', {
    today: civilDateSchema,
    time: timeOfDaySchema,
    lines: z.array(callLineSchema),
  }),
  /** The same of one case, whoever's turn it is. */
  readCaseNext: readingCase('alert.read', 'day.caseRead', { items: z.array(nextItemSchema) }),
  /** How the centre does, for who leads it: how long until somebody was attended, month by month, and measures. */
  readCentreYear: readingAll('waiting.read', 'day.yearRead', {
    /** Of months in which anybody was attended, oldest first; minutes. */
    attention: listOf({ month: monthSchema, count: z.int(), p50: z.number(), p90: z.number() }),
    /** Fichas with measures asked for, granted and carried out in this year; reserved ones are not counted. */
    measures: z.strictObject({ year: z.int(), requested: z.int(), granted: z.int(), executed: z.int() }),
  }),
  /** How many cases ask the reader for an answer today or are late. */
  countMyDay: readingAll('alert.read', noAudit('two numbers, asked again with every screen'), {
    today: z.int(),
    overdue: z.int(),
  }),
} as const;
