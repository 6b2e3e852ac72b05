/** `lista-firmada-….json`: what was exported, hashed and signed by the centre, so that a recipient can check every byte. */
import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { z } from '../../../shared/platform/zod.ts';
import { centreCodeSchema, unitPeriodSchema } from '../../../shared/reports/index.ts';
import { canonicalJson } from '../../platform/crypto/canonical.ts';

/** A file as it is handed out; the name is `^[a-z0-9.-]{1,64}$`. */
export type ManifestEntry = { readonly name: string; readonly bytes: Uint8Array };

const manifestSchema = z.strictObject({
  format: z.literal('registro-cem-report|v1'),
  centre: centreCodeSchema,
  period: unitPeriodSchema,
  schemaVersion: z.int().positive(),
  files: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z0-9.-]{1,64}$/),
      size: z.int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  /** Ed25519, SPKI in base64. */
  publicKey: z.base64(),
  /** Ed25519 over the canonical JSON of everything else, base64. */
  signature: z.base64(),
});
type Manifest = z.infer<typeof manifestSchema>;

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function signedBytes(rest: Omit<Manifest, 'signature'>): Buffer {
  return Buffer.from(canonicalJson(rest), 'utf8');
}

/** Bytes of the manifest; files are listed by name. Ed25519 is deterministic: same input, same bytes. */
export function manifestFile(
  unit: { readonly centre: string; readonly period: string; readonly schemaVersion: number },
  files: readonly ManifestEntry[],
  centreSigningKey: KeyObject,
): Uint8Array {
  const rest: Omit<Manifest, 'signature'> = {
    format: 'registro-cem-report|v1',
    centre: unit.centre,
    period: unit.period,
    schemaVersion: unit.schemaVersion,
    files: files
      .map(({ name, bytes }) => ({ name, size: bytes.length, sha256: sha256(bytes) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    publicKey: createPublicKey(centreSigningKey).export({ type: 'spki', format: 'der' }).toString('base64'),
  };
  const signature = sign(null, signedBytes(rest), centreSigningKey).toString('base64');
  const manifest = manifestSchema.parse({ ...rest, signature });
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
}

/** What a list says, its signature not yet checked; null for what is none. */
export function readManifest(bytes: Uint8Array): Manifest | null {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** True when exactly these files were signed, as below: nothing is missing and nothing was added. */
export function verifyManifest(
  manifest: Uint8Array,
  files: readonly ManifestEntry[],
  centrePublicKey: KeyObject,
): boolean {
  return readManifest(manifest)?.files.length === files.length && verifyListed(manifest, files, centrePublicKey);
}

/**
 * True when the signature is the given centre's and each of these files was signed with it, byte by byte.
 *
 * The key is the one known for the centre, never the one inside the manifest: anybody could sign with a key of theirs.
 */
export function verifyListed(
  manifest: Uint8Array,
  files: readonly ManifestEntry[],
  centrePublicKey: KeyObject,
): boolean {
  const read = readManifest(manifest);
  if (read === null) return false;
  const { signature, ...rest } = read;
  const known = centrePublicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  if (rest.publicKey !== known) return false;
  if (!verify(null, signedBytes(rest), centrePublicKey, Buffer.from(signature, 'base64'))) return false;
  const listed = new Map(read.files.map((file) => [file.name, file]));
  return files.every(({ name, bytes }) => {
    const file = listed.get(name);
    return file !== undefined && bytes.length === file.size && sha256(bytes) === file.sha256;
  });
}
