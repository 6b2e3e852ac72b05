/** «Cambiar la llave del archivo» (security design §2.4), in two steps: nothing changes before the new paper is typed back. */
import { typedRecoveryKeySchema } from '../access/index.ts';
import { recoveryGroupSchema } from '../centre/index.ts';
import { changing, reading } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { fileHandleSchema } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';
import {
  copyEnds,
  formerCopyRefSchema,
  formerCopySchema,
  rotationFormSchema,
  rotationSecondSchema,
} from './rotation.ts';

export const rotationContract = {
  /** Proves both people, makes a verified copy and the new paper key. The record keeps its key. */
  beginRotation: reading('key.rotate', 'keys.rotationBegun', {
    input: {
      form: rotationFormSchema,
      second: rotationSecondSchema,
      /** The paper key of before: asked for where there are session notes and nobody of psychology works here now. */
      paper: typedRecoveryKeySchema.nullish(),
    },
    output: {
      /** Shown once, printed, never stored: 14 groups of 4. */
      recoveryKey: z.array(z.string()).length(14),
      /** The four positions that must be typed back. */
      asked: z.array(z.int()).length(4),
      sheet: fileHandleSchema,
      /** How the copy of before ended; without one the second step asks for an explicit yes. */
      copy: z.enum(copyEnds),
    },
    // What was begun is in memory; a kept answer would store the new paper key in the record.
    passwordAgain: true,
  }),
  /**
   * Four groups of the new paper: from here on the record has a new key, the old paper opens nothing, and every password
   * that works goes on working.
   */
  finishRotation: changing('key.finishRotation', 'keys.rotationFinished', {
    input: {
      groups: z.array(recoveryGroupSchema).length(4),
      /** The copy of before was not made, and it is done all the same. */
      withoutCopy: z.boolean(),
    },
    output: {
      rotatedAt: instantSchema,
      /** How the first copy under the new key ended. */
      copy: z.enum(copyEnds),
      /** To be destroyed or locked away, newest first. */
      former: z.array(formerCopySchema),
    },
  }),
  /** The list of what is still to be destroyed or locked away, to take along. */
  printFormerCopies: reading('settings.technical', 'backup.formerPrinted', {
    input: { way: z.enum(['save', 'print']) },
    /** Null where the host wrote or printed it. */
    output: { file: fileHandleSchema.nullable() },
  }),
  /** Somebody says that a copy of before was destroyed; said twice is said once. */
  noteCopyDestroyed: changing('settings.technical', 'backup.destroyedNoted', { input: formerCopyRefSchema }),
} as const;
