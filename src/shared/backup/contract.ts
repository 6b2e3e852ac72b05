/** Verified copies, and coming back from one. */
import { loginSchema, passwordSchema } from '../access/index.ts';
import { changing, noAudit, phases, reading } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { folderPathSchema } from '../platform/typed-path.ts';
import { listOf, z } from '../platform/zod.ts';
import { copyPlaces, missingKinds } from './codes.ts';
import { formerCopySchema } from './rotation.ts';

export const drillSchema = z.strictObject({
  at: instantSchema,
  sets: listOf({
    /** Folder name of the copy. */
    name: z.string(),
    /** Reason for which it would not have served; null when it is sound. */
    problem: z.string().nullable(),
  }),
});
export type Drill = z.infer<typeof drillSchema>;

export const copyStateSchema = z.strictObject({
  /** Folder the person chose, shown as she typed it; null while none. */
  folder: z.string().nullable(),
  /** Where that folder stands; null while none was chosen. */
  place: z.enum(copyPlaces).nullable(),
  /** Other accounts than those of the staff may use the files of the newest copy; false before the first. */
  isOpenToOthers: z.boolean(),
  lastVerifiedAt: instantSchema.nullable(),
  /** Newest verified copy on another disk. */
  lastOutsideAt: instantSchema.nullable(),
  /** True after 24 h without a verified copy on another disk (D25). */
  isLate: z.boolean(),
  /** Files of cases that the newest copy had to be made without: damaged in the record and in every copy before. */
  lostFiles: z.int().nonnegative(),
  /** The last monthly drill; null before the first. */
  drill: drillSchema.nullable(),
});
export type CopyState = z.infer<typeof copyStateSchema>;

export const copyListSchema = z.strictObject({
  /** False when the folder cannot be read now. */
  isReachable: z.boolean(),
  copies: listOf({
    name: z.string(),
    at: instantSchema,
    /** Last audit entry inside. */
    seq: z.int(),
    /** False for a copy of the record before a restore: never removed by the program. */
    isOfThisRecord: z.boolean(),
  }),
  /** What restores put aside in the data folder. */
  aside: listOf({ name: z.string(), since: instantSchema, until: instantSchema }),
  /** What a key of before opens, newest first. */
  former: z.array(formerCopySchema),
});
export type CopyList = z.infer<typeof copyListSchema>;

/** The key of a copy: a password that was valid when it was made, or the paper. */
export const copyKeySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('password'), login: loginSchema, password: passwordSchema }),
  z.strictObject({ kind: z.literal('recoveryKey'), key: z.string().trim().min(1).max(200) }),
]);
export type CopyKey = z.infer<typeof copyKeySchema>;

const setSchema = z.strictObject({ folder: folderPathSchema, by: copyKeySchema });

export const restorePreviewSchema = z.strictObject({
  /** The copy that was looked at; `among` how many stood in the folder that was named, null when it named the copy. */
  copy: z.strictObject({ folder: z.string(), among: z.int().positive().nullable() }),
  madeAt: instantSchema,
  /** Last thing that the copy knows of. */
  lastEntryAt: instantSchema,
  present: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('empty') }),
    /** A record that the keys of the copy do not open: what would be missing is not known. */
    z.strictObject({ kind: z.literal('unreadable') }),
    z.strictObject({
      kind: z.literal('record'),
      lastEntryAt: instantSchema,
      /** Entries of the audit that the copy has not. */
      entries: z.int().nonnegative(),
      /** What the record has and the copy has not. */
      missing: listOf({ kind: z.enum(missingKinds), count: z.int().positive(), last: instantSchema.nullable() }),
    }),
  ]),
});
export type RestorePreview = z.infer<typeof restorePreviewSchema>;

export const backupContract = {
  getCopyState: reading('backup.run', noAudit('age and folder of the copies, no person'), { output: copyStateSchema }),
  /** Looks into the folder of the copies: slower than their state, for their own screen. */
  listCopies: reading('backup.run', noAudit('names and dates of the copies, no person'), { output: copyListSchema }),
  /** Null asks with the system's dialog (Electron); a browser types the path. */
  chooseCopyFolder: changing('settings.technical', 'backup.folderChosen', {
    input: { folder: folderPathSchema.nullable() },
    output: copyStateSchema,
  }),
  makeCopy: reading('backup.run', 'backup.made', { output: copyStateSchema }),
  /** The monthly drill, now: the newest copy and one of the older ones are brought aside and proven. */
  drillCopies: reading('backup.verify', 'backup.drilled', { output: copyStateSchema }),
  /** What a restore would take away; changes nothing. */
  previewRestore: reading('anyone', noAudit('before any sign-in; the restore that follows is audited'), {
    input: setSchema,
    output: restorePreviewSchema,
    phases: [...phases],
  }),
  /**
   * «Recuperar desde una copia». Over a record that is there it takes two people at this computer, or the recovery key
   * (decision D4), and what was there stays 30 days.
   */
  restoreCopy: reading('anyone', 'backup.restored', {
    input: setSchema.extend({
      second: z.strictObject({ login: loginSchema, password: passwordSchema }).nullable(),
      /** The start key of the new segment is handed out in the answer; else it waits for its sheet. */
      takesStartKey: z.boolean().default(false),
    }),
    output: {
      segment: z.int().positive(),
      /** 64 hexadecimal digits in groups; null unless it was asked for. */
      startKey: z.string().nullable(),
      /** Folder inside the data folder with what was there; null when nothing was. */
      aside: z.string().nullable(),
    },
    phases: [...phases],
  }),
} as const;
