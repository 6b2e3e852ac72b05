/** «Pausa», the own PIN, and when a window locks by itself. */
import { changing, noAudit, reading } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { z } from '../platform/zod.ts';
import { idleMinutesSchema, pinSchema } from './pin.ts';

export const lockSettingsSchema = z.strictObject({
  hasPin: z.boolean(),
  /** Minutes that count for this person now. */
  idleMinutes: idleMinutesSchema,
  /** The most that Coordinación allows. */
  idleMaximum: idleMinutesSchema,
  pauseAllowed: z.boolean(),
});
export type LockSettings = z.infer<typeof lockSettingsSchema>;

export const pauseContract = {
  /** The window shows nothing and nothing is answered; the session stays in memory. */
  pauseSession: reading('anyone-signed-in', 'session.pause', {
    input: { why: z.enum(['asked', 'idle']) },
    output: { endsAt: instantSchema },
  }),
  /** Three wrong ones end the session. */
  resumeSession: reading('anyone-signed-in', 'session.resume', {
    input: { pin: z.string().max(12) },
    whilePaused: true,
  }),
  /** For whoever forgot the PIN: the password brings back the same screen. */
  resumeWithPassword: reading('anyone-signed-in', 'session.resume', { passwordAgain: true, whilePaused: true }),
  getLockSettings: reading('anyone-signed-in', noAudit('own settings of the window, no data of the record'), {
    output: lockSettingsSchema,
  }),
  setPin: changing('anyone-signed-in', 'staff.pinSet', {
    input: { pin: pinSchema },
    output: lockSettingsSchema,
    passwordAgain: true,
  }),
  /** From now on F12 closes the session. */
  clearPin: changing('anyone-signed-in', 'staff.pinCleared', { output: lockSettingsSchema }),
  setIdleMinutes: changing('anyone-signed-in', 'staff.idleSet', {
    input: { minutes: idleMinutesSchema },
    output: lockSettingsSchema,
  }),
  /** For the whole centre; acts at once on everybody who is signed in. */
  setLockRules: changing('settings.centre', 'centre.lockRulesSet', {
    input: { pauseAllowed: z.boolean(), idleMaximum: idleMinutesSchema },
    output: lockSettingsSchema,
  }),
} as const;
