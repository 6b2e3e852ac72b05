/** A signed update: what it says of itself, and whether it may follow the program that reads it. */
import { civilDateSchema } from '../platform/dates.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';

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
