/** «Pausa», the own PIN, and when a window locks by itself. */
import { changing, reading } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { z } from '../platform/zod.ts';
import { idleMinutesSchema, pinSchema } from './pin.ts';

export const lockSettingsSchema = z.strictObject({
  hasPin: z.boolean(),
  /** Minutes that count for this person now. */
  idleMinutes: idleMinutesSchema,
  /** The most that Coordinación allows. */
  idleMaximum: idleMinutesSchema,
  /** Whether the centre uses «Pausa». */
  pauseAllowed: z.boolean(),
});
export type LockSettings = z.infer<typeof lockSettingsSchema>;

export const pauseContract = {
  /** The window shows nothing and nothing is answered; the session stays in memory. */
  pauseSession: reading({
    input: z.strictObject({ why: z.enum(['asked', 'idle']) }),
    output: z.strictObject({ endsAt: instantSchema }),
    permission: 'anyone-signed-in',
    audit: 'session.pause',
  }),
  /** Three wrong ones end the session. */
  resumeSession: reading({
    input: z.strictObject({ pin: z.string().max(12) }),
    permission: 'anyone-signed-in',
    audit: 'session.resume',
    whilePaused: true,
  }),
  /** For whoever forgot the PIN: the password brings back the same screen. */
  resumeWithPassword: reading({
    permission: 'anyone-signed-in',
    audit: 'session.resume',
    passwordAgain: true,
    whilePaused: true,
  }),
  getLockSettings: reading({
    output: lockSettingsSchema,
    permission: 'anyone-signed-in',
    audit: { none: 'own settings of the window, no data of the record' },
  }),
  setPin: changing({
    input: z.strictObject({ pin: pinSchema }),
    output: lockSettingsSchema,
    permission: 'anyone-signed-in',
    audit: 'staff.pinSet',
    passwordAgain: true,
  }),
  /** From now on F12 closes the session. */
  clearPin: changing({
    output: lockSettingsSchema,
    permission: 'anyone-signed-in',
    audit: 'staff.pinCleared',
  }),
  setIdleMinutes: changing({
    input: z.strictObject({ minutes: idleMinutesSchema }),
    output: lockSettingsSchema,
    permission: 'anyone-signed-in',
    audit: 'staff.idleSet',
  }),
  /** For the whole centre; acts at once on everybody who is signed in. */
  setLockRules: changing({
    input: z.strictObject({ pauseAllowed: z.boolean(), idleMaximum: idleMinutesSchema }),
    output: lockSettingsSchema,
    permission: 'settings.centre',
    audit: 'centre.lockRulesSet',
  }),
} as const;
