/** A call to her: begun on a number that is safe now, ended with what came of it. */
import { changing } from '../platform/contract.ts';
import { civilDateSchema, timeOfDaySchema } from '../platform/dates.ts';
import { idSchema, versionSchema, ofCase } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { callResultLabels, callResults } from './codes.ts';

export const callIdSchema = idSchema('CallId');
const momentSchema = z.strictObject({ on: civilDateSchema, time: timeOfDaySchema });
const dialledSchema = z.strictObject({
  callId: callIdSchema,
  version: versionSchema,
  /** The one number that may be called now. */
  phone: z.string(),
  whose: z.string().nullable(),
  hours: z.string().nullable(),
  /** Safe until then; null: all day. */
  until: timeOfDaySchema.nullable(),
  whatToSay: z.string().nullable(),
  mayLeaveMessage: z.enum(['yes', 'no']).nullable(),
  /** When to try again, by result. */
  nextTries: listOf({ result: z.enum(callResults), at: momentSchema }),
});
export type Dialled = z.infer<typeof dialledSchema>;

export const callEndSchema = z
  .strictObject({
    result: oneOf(callResultLabels, { error: 'Elija cómo terminó.' }),
    said: cleanedText(500).nullable(),
    /** When to try again; both or neither. */
    nextOn: civilDateSchema.nullable(),
    nextTime: timeOfDaySchema.nullable(),
    /** The number is no longer safe: it is taken from those that may be called. */
    withdraws: z.boolean(),
    /** Code of the follow-up action that the call was: it is recorded as an attention. */
    action: z.string().max(60).nullable(),
  })
  .refine(({ nextOn, nextTime }) => (nextOn === null) === (nextTime === null), {
    path: ['nextTime'],
    error: 'Escriba el día y la hora, o ninguno.',
  })
  .refine(({ result, action }) => action === null || result === 'her', {
    path: ['action'],
    error: 'Solo si contestó ella queda como atención.',
  });

export const contactContract = {
  /** Answers the number, and keeps others from calling her meanwhile. */
  startCall: changing('call.make', 'call.started', {
    input: z.strictObject({
      ...ofCase,
      /** The last call that the list showed; null for none. */
      lastCallId: callIdSchema.nullable(),
      /** Whoever calls read her hours, which the program does not understand, and it is now one of them. */
      isWithinHours: z.boolean().default(false),
    }),
    output: dialledSchema,
  }),
  endCall: changing('call.make', 'call.ended', {
    input: z.strictObject({ ...ofCase, callId: callIdSchema, version: versionSchema, end: callEndSchema }),
    output: z.strictObject({ version: versionSchema }),
    // A call that was made is told, and an unsafe number withdrawn, also where the ficha was closed meanwhile.
    whileClosed: 'always',
  }),
} as const;
