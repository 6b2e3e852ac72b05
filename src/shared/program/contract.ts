/** What the program says of itself: its version and what it is made of. */
import { changing, noAudit, reading, readingAll } from '../platform/contract.ts';
import { folderPathSchema } from '../platform/typed-path.ts';
import { listOf, z, oneOf } from '../platform/zod.ts';
import { civilDateSchema } from '../platform/dates.ts';
import { cleanedText } from '../platform/text.ts';

// A signed update: what it says of itself, and whether it may follow the program that reads it.

/** `1.12.0`: three numbers, nothing before or after them. */
export const versionSchema = z.string().regex(/^(?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2}$/);

/** Installers are a hundred and some megabytes; what says more is none of ours. */
export const largestInstaller = 512 * 1024 * 1024;

export const updateManifestSchema = z.strictObject({
  version: versionSchema,
  /** The oldest version that may be followed by this one. */
  minimumVersion: versionSchema,
  date: civilDateSchema,
  /** What is new, in plain words. */
  notes: cleanedText(4000),
  installer: z.strictObject({
    /** In bytes. */
    size: z.int().positive(),
    /** Hexadecimal. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
});
export type UpdateManifest = z.infer<typeof updateManifestSchema>;

/** Below 0, 0 or above 0, as `one` is older than, the same as, or newer than `other`. Both are versions. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  for (const at of [0, 1, 2]) {
    const difference = (a?.[at] ?? 0) - (b?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Why an update does not follow the program of that version; null when it does. */
export function whyNotNext(
  { version, minimumVersion, installer }: UpdateManifest,
  current: string,
): 'update-same' | 'update-older' | 'update-step-missing' | 'update-too-large' | null {
  const order = compareVersions(version, current);
  if (order === 0) return 'update-same';
  if (order < 0) return 'update-older';
  if (compareVersions(current, minimumVersion) < 0) return 'update-step-missing';
  return installer.size > largestInstaller ? 'update-too-large' : null;
}

// What the program is made of besides itself: the list that ships with it (`resources/notices`).

/** Where a part works: bundled into the program or the window, a package beside them, the shell around all, or fonts of papers. */
export const noticePlaceLabels = {
  program: 'Programa',
  window: 'Ventana',
  beside: 'Biblioteca aparte',
  shell: 'Base de la ventana',
  fonts: 'Letras de los documentos',
} as const;
export type NoticePlace = keyof typeof noticePlaceLabels;

export const partSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  /** SPDX expression. */
  licence: z.string(),
  places: z.array(oneOf(noticePlaceLabels)).min(1),
});
export type Part = z.infer<typeof partSchema>;

/** The file as it is written: equal texts stand once, each part names its own by their position. */
export const noticesSchema = z.strictObject({
  parts: listOf({ ...partSchema.shape, texts: z.array(z.int().nonnegative()).min(1) }).min(1),
  texts: z.array(z.string().min(1)),
});
export type Notices = z.infer<typeof noticesSchema>;

export const updateSchema = z.strictObject({
  ...updateManifestSchema.pick({ version: true, date: true, notes: true }).shape,
  /** Of the installer, in bytes. */
  size: z.int().positive(),
});
export type Update = z.infer<typeof updateSchema>;

export const programContract = {
  listNotices: readingAll('settings.read', noAudit('a list that ships with the program, nothing of the record'), {
    /** Of the program itself, `0.1.0`. */
    version: z.string(),
    parts: z.array(partSchema),
  }),
  /** Texts of the licence of one part, in their own language. */
  readNotice: reading('settings.read', noAudit('a text that ships with the program, nothing of the record'), {
    input: { name: z.string().max(120), version: z.string().max(40) },
    output: { texts: z.array(z.string()) },
  }),
  /** Reads an update file to its last byte: signature, version, size and hash. Nothing is written. */
  checkUpdate: reading('settings.technical', 'update.checked', {
    input: { file: folderPathSchema },
    output: updateSchema,
  }),
  /**
   * The same, then a verified copy of the record, then the installer as a new file in the folder. Nothing is ever run: that
   * is for whoever administers the computer.
   */
  prepareUpdate: changing('settings.technical', 'update.prepared', {
    input: { file: folderPathSchema, folder: folderPathSchema },
    output: {
      ...updateSchema.shape,
      /** Where the installer stands. */
      installer: z.string(),
    },
  }),
} as const;
