/** What the program says of itself: its version and what it is made of. */
import { nothing, changing, reading } from '../platform/contract.ts';
import { folderPathSchema } from '../platform/typed-path.ts';
import { z } from '../platform/zod.ts';
import { partSchema } from './notices.ts';
import { updateManifestSchema } from './update.ts';

export const updateSchema = z.strictObject({
  ...updateManifestSchema.pick({ version: true, date: true, notes: true }).shape,
  /** Of the installer, in bytes. */
  size: z.int().positive(),
});
export type Update = z.infer<typeof updateSchema>;

export const programContract = {
  listNotices: reading({
    input: nothing,
    output: z.strictObject({
      /** Of the program itself, `0.1.0`. */
      version: z.string(),
      parts: z.array(partSchema),
    }),
    permission: 'settings.read',
    audit: { none: 'a list that ships with the program, nothing of the record' },
  }),
  /** Texts of the licence of one part, in their own language. */
  readNotice: reading({
    input: z.strictObject({ name: z.string().max(120), version: z.string().max(40) }),
    output: z.strictObject({ texts: z.array(z.string()) }),
    permission: 'settings.read',
    audit: { none: 'a text that ships with the program, nothing of the record' },
  }),
  /** Reads an update file to its last byte: signature, version, size and hash. Nothing is written. */
  checkUpdate: reading({
    input: z.strictObject({ file: folderPathSchema }),
    output: updateSchema,
    permission: 'settings.technical',
    audit: 'update.checked',
  }),
  /**
   * The same, then a verified copy of the record, then the installer as a new file in the folder. Nothing is ever run: that
   * is for whoever administers the computer.
   */
  prepareUpdate: changing({
    input: z.strictObject({ file: folderPathSchema, folder: folderPathSchema }),
    output: z.strictObject({
      ...updateSchema.shape,
      /** Where the installer stands. */
      installer: z.string(),
    }),
    permission: 'settings.technical',
    audit: 'update.prepared',
  }),
} as const;
