/** Verified copies, and coming back from one. */
import { loginSchema, passwordSchema } from '../access/index.ts';
import { nothing, procedure } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { z } from '../platform/zod.ts';

export const copyStateSchema = z.strictObject({
  /** Folder the person chose, shown as she typed it; null while none. */
  folder: z.string().nullable(),
  lastVerifiedAt: instantSchema.nullable(),
  /** True after 24 h without a verified copy outside the data folder (D25). */
  isLate: z.boolean(),
  /** Files of cases that the newest copy had to be made without: damaged in the record and in every copy before. */
  lostFiles: z.int().nonnegative(),
});

export const backupContract = {
  getCopyState: procedure({
    input: nothing,
    output: copyStateSchema,
    permission: 'backup.run',
    audit: { none: 'age and folder of the copies, no person' },
    changes: false,
    failures: [],
  }),
  /** Null asks with the system's dialog (Electron); a browser types the path. */
  chooseCopyFolder: procedure({
    input: z.strictObject({ folder: z.string().trim().min(1).max(400).nullable() }),
    output: copyStateSchema,
    permission: 'settings.technical',
    audit: 'backup.folderChosen',
    changes: true,
    failures: ['storage', 'cancelled', 'invalid', 'rule-broken'],
  }),
  makeCopy: procedure({
    input: nothing,
    output: copyStateSchema,
    permission: 'backup.run',
    audit: 'backup.made',
    changes: false,
    failures: ['storage', 'damaged', 'rule-broken'],
  }),
  /** «Recuperar desde una copia»: only into an empty data folder; a password of the copy opens it. */
  restoreCopy: procedure({
    input: z.strictObject({
      folder: z.string().trim().min(1).max(400),
      login: loginSchema,
      password: passwordSchema,
      /** The start key of the new segment is handed out in the answer; else it waits for its sheet. */
      takesStartKey: z.boolean().default(false),
    }),
    output: z.strictObject({
      /** The segment that the restore began. */
      segment: z.int().positive(),
      /** 64 hexadecimal digits in groups; null unless it was asked for. */
      startKey: z.string().nullable(),
    }),
    permission: 'anyone',
    audit: 'backup.restored',
    changes: false,
    phases: ['empty'],
    failures: ['storage', 'damaged', 'wrong-secret', 'from-the-future', 'rule-broken'],
  }),
} as const;
