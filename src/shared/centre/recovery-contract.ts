/** «Olvidamos las contraseñas»: the paper key gives a coordinator a new password, and itself gives way to a new paper. */
import { loginSchema, passwordSchema, sessionViewSchema } from '../access/index.ts';
import { noAudit, reading, readingAll } from '../platform/contract.ts';
import { z } from '../platform/zod.ts';
import { recoveryGroupSchema } from './schema.ts';

const beforeSignIn = 'before any sign-in; the entry «keys.recovered» stands in the file that it makes';

export const recoveryContract = {
  /** Proves paper and person, and makes the new paper key. Nothing of the record changes. */
  beginRecovery: reading('anyone', noAudit(beforeSignIn), {
    input: z.strictObject({
      /** 14 groups as they stand on the paper; spaces, hyphens and case do not count. */
      recoveryKey: z.string().min(1).max(200),
      /** Of an active person of Coordinación. */
      login: loginSchema,
      newPassphrase: passwordSchema,
    }),
    output: z.strictObject({
      /** Shown once, printed, never stored: 14 groups of 4. */
      recoveryKey: z.array(z.string()).length(14),
      /** The four positions that must be typed back. */
      asked: z.array(z.int()).length(4),
    }),
  }),
  /** The sheet of a begun recovery as PDF, where the host's dialog says, or handed back where it has none. */
  saveRecoverySheet: readingAll('anyone', noAudit(beforeSignIn), {
    /** Base64; null when it was written. */
    handedBack: z.base64().nullable(),
  }),
  /**
   * Four groups of the new paper: from here on the new password enters, the old paper and the old password of that person
   * open nothing, and the record has a new key.
   */
  finishRecovery: reading('anyone', noAudit(beforeSignIn), {
    input: z.strictObject({ groups: z.array(recoveryGroupSchema).length(4) }),
    output: z.strictObject({ session: sessionViewSchema }),
  }),
} as const;
