/** «Orden de llegada»: who is here, who calls, who attends, who waits how long. */
import { services } from '../access/index.ts';
import { changing, noAudit, reading } from '../platform/contract.ts';
import { civilDateSchema, instantSchema } from '../platform/dates.ts';
import { arrivalIdSchema, staffIdSchema, versionSchema } from '../platform/ids.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { outcomeLabels, presences } from './codes.ts';
import { arrivalFactsSchema, arrivalLineSchema, staffLineSchema, visitLineSchema } from './schema.ts';
import { serviceWaitingSchema } from './waiting.ts';

const ofArrival = { arrivalId: arrivalIdSchema, version: versionSchema };
/** `isAsked`: Coordinación said that she may pass, which a held arrival asks for. */
const ofPassing = { ...ofArrival, isAsked: z.boolean().default(false) };

const boardSchema = z.strictObject({
  /** Clock of the application: waiting times run from here. */
  now: instantSchema,
  today: civilDateSchema,
  /** Present now, urgent first, then in order of arrival. */
  arrivals: z.array(arrivalLineSchema),
  /** Visits booked for today that have not arrived. */
  visits: z.array(visitLineSchema),
  staff: z.array(staffLineSchema),
  /** Ends of the arrivals registered today. */
  ended: listOf({ outcome: oneOf(outcomeLabels), count: z.int() }),
  /** Arrivals of earlier days that nobody closed. */
  earlier: z.array(arrivalLineSchema),
  /** Doors opened and never registered: mine, all for Coordinación. */
  unregistered: listOf({ arrivalId: arrivalIdSchema, openedAt: instantSchema, openedBy: z.string() }),
});
export type Board = z.infer<typeof boardSchema>;

export const boardContract = {
  openBoard: reading('case.open', 'arrival.boardRead', { output: boardSchema }),
  /** What visitors may see: numbers and services, and nothing else travels to that screen. */
  readPublicBoard: reading('case.open', noAudit('order numbers only, no datum of a person'), {
    output: z.strictObject({
      now: instantSchema,
      called: listOf({ label: z.string(), service: z.enum(services).nullable(), calledAt: instantSchema }),
      waiting: z.array(z.string()),
    }),
    // The waiting room goes on while the desk is paused.
    whilePaused: true,
  }),
  /**
   * Gives an open door its number and puts it on the board. Null opens the door with it: over a line that is cut a second
   * call would be made by nobody once the screen is locked.
   */
  registerArrival: changing('case.open', 'arrival.registered', {
    input: z.strictObject({ arrivalId: arrivalIdSchema.nullable(), facts: arrivalFactsSchema }),
    output: z.strictObject({ arrivalId: arrivalIdSchema, label: z.string(), mustCall: z.boolean() }),
  }),
  getArrival: reading('case.open', 'arrival.read', {
    input: z.strictObject({ arrivalId: arrivalIdSchema }),
    output: z.strictObject({
      version: versionSchema,
      label: z.string(),
      facts: arrivalFactsSchema,
      /** Name of the person of the record, masked; null without one. */
      personName: z.string().nullable(),
      mustCall: z.boolean(),
      /**
       * Whether the door is still open: then a ficha can be opened and a person looked for. To a reader who must not know
       * of its ficha it is open as long as she waits.
       */
      isOpen: z.boolean(),
    }),
  }),
  changeArrival: changing('case.open', 'arrival.changed', {
    input: z.strictObject({ ...ofArrival, facts: arrivalFactsSchema }),
    output: z.strictObject({ mustCall: z.boolean() }),
  }),
  callArrival: changing('case.open', 'arrival.called', { input: z.strictObject(ofPassing) }),
  /** The attention begins: by the professional who says so, or by the one the desk names. */
  attendArrival: changing('case.open', 'arrival.attended', {
    input: z.strictObject({ ...ofPassing, staffId: staffIdSchema.nullable() }),
  }),
  /** To a service or to one professional. With a ficha it is itself the grant (D3). */
  handOverArrival: changing('case.open', 'arrival.handedOver', {
    input: z
      .strictObject({ ...ofArrival, service: z.enum(services).nullable(), staffId: staffIdSchema.nullable() })
      .refine((to) => (to.service === null) !== (to.staffId === null), {
        error: 'Elija un servicio o una persona.',
        path: ['service'],
      }),
    /** Whether a ficha went along. */
    output: z.strictObject({ hasGrant: z.boolean() }),
  }),
  /** Coordinación lets her pass, or asks to be called first. */
  setArrivalHold: changing('arrival.hold', 'arrival.holdSet', {
    input: z.strictObject({ ...ofArrival, mustCall: z.boolean() }),
  }),
  setMyPresence: changing('case.open', 'presence.set', { input: z.strictObject({ state: z.enum(presences) }) }),
  /** Waits that began on these days, and how the arrivals of these days ended. */
  getWaiting: reading('waiting.read', 'waiting.read', {
    input: z.strictObject({ from: civilDateSchema, to: civilDateSchema }).refine((span) => span.from <= span.to, {
      error: 'La fecha final no puede ser anterior a la inicial.',
      path: ['to'],
    }),
    output: z.strictObject({
      total: z.array(serviceWaitingSchema),
      days: listOf({ day: civilDateSchema, services: z.array(serviceWaitingSchema) }),
      arrivals: z.int(),
      calls: z.int(),
      outcomes: listOf({ outcome: oneOf(outcomeLabels), count: z.int() }),
      /** Still without an end. */
      open: z.int(),
    }),
  }),
} as const;
