/** `manifest.json` of a copy: what it holds, byte by byte, under a key that only the database key gives. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fail } from '../../shared/platform/failures.ts';
import { instantSchema } from '../../shared/platform/dates.ts';
import { z } from '../../shared/platform/zod.ts';
import { canonicalJson } from '../platform/crypto/canonical.ts';
import { hkdf, hmac, sameBytes } from '../platform/crypto/sealing.ts';
import { readJson } from '../platform/storage/durable-file.ts';

export const copyFiles = ['data.db', 'keyring.json', 'recovery-slot.json'] as const;
export const manifestFileName = 'manifest.json';
/** Written last, after the copy was opened again and checked: without it a copy does not count. */
export const verifiedFileName = 'verified.json';

/** Files that the rows of the record name, each under its random name. */
const keptFileName = /^files\/[0-9a-f]{32}\.bin$/;

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

/** Where an audit had arrived. */
const headSchema = z.strictObject({ seq: z.int().positive(), head: hex64 });

/** What tells a manifest of ours, of any version, from that of another program. */
export const manifestFormat = /^registro-cem-copy\|/;

export const manifestSchema = z.strictObject({
  format: z.literal('registro-cem-copy|v2'),
  dbId: z.uuid(),
  epoch: z.int().positive(),
  /** Number of the newest migration in the copy. */
  schema: z.int().positive(),
  utc: instantSchema,
  audit: headSchema,
  /** The record this is a copy of: founded or restored records each go on in a line of their own (decision D35). */
  line: z.uuid(),
  /** Head of the copy made before in the same line; null for the first. */
  parent: headSchema.nullable(),
  /** Heads of the copies of the line that stood beside this one and whose whole history is in it, looked up inside. */
  contains: z.array(hex64),
  /** Rows per table. */
  counts: z.record(z.string().regex(/^[a-z0-9_]{1,64}$/), z.int().nonnegative()),
  files: z
    .array(
      z.strictObject({
        name: z.enum(copyFiles).or(z.string().regex(keptFileName)),
        size: z.int().nonnegative(),
        sha256: hex64,
      }),
    )
    .min(copyFiles.length)
    .refine((files) => new Set(files.map(({ name }) => name)).size === files.length)
    .refine((files) => copyFiles.every((name) => files.some((file) => file.name === name))),
  /** Files that were damaged already when the copy was made; left out when there are none. */
  lostFiles: z.array(z.string().regex(/^[0-9a-f]{32}\.bin$/)).optional(),
  /** HMAC-SHA256 over the canonical JSON of everything else. */
  mac: hex64,
});
export type Manifest = z.infer<typeof manifestSchema>;

function macOf({ lostFiles, ...rest }: Omit<Manifest, 'mac'>, dek: Buffer): Buffer {
  const key = hkdf(dek, 'backup-manifest|v1');
  try {
    return hmac(key, canonicalJson(lostFiles === undefined ? rest : { ...rest, lostFiles }));
  } finally {
    key.fill(0);
  }
}

export function sealManifest(rest: Omit<Manifest, 'mac'>, dek: Buffer): Manifest {
  return { ...rest, mac: macOf(rest, dek).toString('hex') };
}

/** Whether the holder of this key wrote it, to the last digit. */
export function isOfKey(manifest: Manifest, dek: Buffer): boolean {
  const { mac, ...rest } = manifest;
  return sameBytes(Buffer.from(mac, 'hex'), macOf(rest, dek));
}

/** @throws damaged `copy-damaged` */
export function checkManifestMac(manifest: Manifest, dek: Buffer): void {
  if (!isOfKey(manifest, dek)) throw fail('damaged', 'copy-damaged');
}

/** Size and SHA-256 of a file, read piece by piece. */
export async function fingerprint(path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { size: statSync(path).size, sha256: hash.digest('hex') };
}

/** @throws damaged `copy-incomplete` (a file is missing), `copy-damaged` (not a manifest of this program) */
export function readManifest(folder: string): Manifest {
  const names = [...copyFiles, manifestFileName, verifiedFileName];
  if (!names.every((name) => existsSync(join(folder, name)))) throw fail('damaged', 'copy-incomplete');
  const manifest = readJson(join(folder, manifestFileName), manifestSchema);
  if (manifest === null) throw fail('damaged', 'copy-damaged');
  return manifest;
}

/** @throws damaged `copy-incomplete` when a file is missing, `copy-damaged` when it is not the one that was copied */
export async function checkFiles(folder: string, manifest: Manifest): Promise<void> {
  for (const { name, size, sha256 } of manifest.files) {
    if (!existsSync(join(folder, name))) throw fail('damaged', 'copy-incomplete');
    const found = await fingerprint(join(folder, name));
    if (size !== found.size || sha256 !== found.sha256) throw fail('damaged', 'copy-damaged');
  }
}
