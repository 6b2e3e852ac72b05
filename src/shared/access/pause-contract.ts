/** «Pausa», the own PIN, and when a window locks by itself. */
import { nothing, procedure } from '../platform/contract.ts';
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
  pauseSession: procedure({
    input: z.strictObject({ why: z.enum(['asked', 'idle']) }),
    output: z.strictObject({ endsAt: instantSchema }),
    permission: 'anyone-signed-in',
    audit: 'session.pause',
    changes: false,
  }),
  /** Three wrong ones end the session. */
  resumeSession: procedure({
    input: z.strictObject({ pin: z.string().max(12) }),
    output: nothing,
    permission: 'anyone-signed-in',
    audit: 'session.resume',
    changes: false,
    whilePaused: true,
  }),
  /** For whoever forgot the PIN: the password brings back the same screen. */
  resumeWithPassword: procedure({
    input: nothing,
    output: nothing,
    permission: 'anyone-signed-in',
    audit: 'session.resume',
    changes: false,
    passwordAgain: true,
    whilePaused: true,
  }),
  getLockSettings: procedure({
    input: nothing,
    output: lockSettingsSchema,
    permission: 'anyone-signed-in',
    audit: { none: 'own settings of the window, no data of the record' },
    changes: false,
  }),
  setPin: procedure({
    input: z.strictObject({ pin: pinSchema }),
    output: lockSettingsSchema,
    permission: 'anyone-signed-in',
    audit: 'staff.pinSet',
    changes: true,
    passwordAgain: true,
  }),
  /** From now on F12 closes the session. */
  clearPin: procedure({
    input: nothing,
    output: lockSettingsSchema,
    permission: 'anyone-signed-in',
    audit: 'staff.pinCleared',
    changes: true,
  }),
  setIdleMinutes: procedure({
    input: z.strictObject({ minutes: idleMinutesSchema }),
    output: lockSettingsSchema,
    permission: 'anyone-signed-in',
    audit: 'staff.idleSet',
    changes: true,
  }),
  /** For the whole centre; acts at once on everybody who is signed in. */
  setLockRules: procedure({
    input: z.strictObject({ pauseAllowed: z.boolean(), idleMaximum: idleMinutesSchema }),
    output: lockSettingsSchema,
    permission: 'settings.centre',
    audit: 'centre.lockRulesSet',
    changes: true,
  }),
} as const;
