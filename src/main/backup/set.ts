/** A copy that somebody brings: what can be said of it before and after its key is known. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CopyKey } from '../../shared/backup/index.ts';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import type { KdfPolicy } from '../platform/crypto/kdf.ts';
import { decodeRecoveryKey } from '../platform/crypto/recovery-key.ts';
import {
  readKeyring,
  readKeyringFiles,
  unlockSlot,
  unlockWithRecovery,
  type Keyring,
} from '../platform/storage/keyring.ts';
import { checkVersion, newestVersion } from '../platform/storage/migrate.ts';
import { openDatabase, type Database, type OpenMode } from '../platform/storage/open-database.ts';
import { newestIn } from './keep.ts';
import { checkFiles, checkManifestMac, manifestFileName, readManifest, type Manifest } from './manifest.ts';
import type { CopyParts } from './parts.ts';

/** `staffId` is null for the recovery key, which is nobody's. The caller zeroes `dek`. */
export type CopyKeys = { readonly dek: Buffer; readonly staffId: string | null };

export type OpenedSet = CopyKeys & {
  readonly folder: string;
  /** How many copies stood beside it where it was looked for; null when the folder named was the copy itself. */
  readonly among: number | null;
  readonly manifest: Manifest;
  readonly keyring: Keyring;
};

/** The one way into an archive of keys for somebody who is not signed in. @throws wrong-secret, damaged */
export async function keysOf(keyring: Keyring, by: CopyKey, policy: KdfPolicy): Promise<CopyKeys> {
  if (by.kind === 'password') {
    const { dek, secretKey, staffId } = await unlockSlot(keyring, by.login, by.password, policy);
    secretKey.fill(0);
    return { dek, staffId };
  }
  const recoveryKey = decodeRecoveryKey(by.key);
  try {
    return { dek: unlockWithRecovery(keyring, recoveryKey), staffId: null };
  } finally {
    recoveryKey.fill(0);
  }
}

/** Every archive of keys that stands in a folder and can be read; one that was damaged has others beside it. */
export function archivesIn(folder: string, policy: KdfPolicy): Keyring[] {
  try {
    const { archives, staged } = readKeyringFiles(folder, policy);
    return staged === null ? [...archives] : [...archives, staged];
  } catch (error) {
    if (error instanceof ExpectedFailure) return [];
    throw error;
  }
}

/** The keys of the first archive that somebody opens. @throws what the first one met; wrong-secret where there is none */
export async function keysOfAny(archives: readonly Keyring[], by: CopyKey, policy: KdfPolicy): Promise<CopyKeys> {
  let met: unknown = null;
  for (const keyring of archives) {
    try {
      return await keysOf(keyring, by, policy);
    } catch (error) {
      met ??= error;
    }
  }
  throw met instanceof Error ? met : fail('wrong-secret');
}

/** The copy that is meant by a folder: itself, or the newest one that stands in it. */
function copyMeant(folder: string): { folder: string; among: number | null } {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw fail('storage', 'copy-folder-missing');
  const inside = existsSync(join(folder, manifestFileName)) ? null : newestIn(folder);
  return inside === null ? { folder, among: null } : { folder: join(folder, inside.name), among: inside.among };
}

/** @throws storage `copy-folder-missing`; damaged `copy-incomplete`, `copy-damaged`, `copy-foreign`; wrong-secret */
export async function openSet(parts: CopyParts, named: string, by: CopyKey): Promise<OpenedSet> {
  const { folder, among } = copyMeant(named);
  const { policy } = parts.strongroom;
  const manifest = readManifest(folder);
  checkVersion(manifest.schema, parts.migrations);
  const { keyring } = readKeyring(folder, policy);
  if (keyring.dbId !== manifest.dbId || keyring.epoch !== manifest.epoch) throw fail('damaged', 'copy-foreign');
  await checkFiles(folder, manifest);
  const keys = await keysOf(keyring, by, policy);
  try {
    checkManifestMac(manifest, keys.dek);
    return { ...keys, folder, among, manifest, keyring };
  } catch (error) {
    keys.dek.fill(0);
    throw error;
  }
}

/** A database that belongs to an archive of keys. @throws damaged `copy-foreign` when it is of another register */
export function openBy(
  parts: CopyParts,
  { keyring, dek }: { readonly keyring: Keyring; readonly dek: Buffer },
  { file, mode }: { readonly file: string; readonly mode: OpenMode },
): Database {
  const { dbId, epoch, practice } = keyring;
  const expected = { dbId, epoch, practice, newestVersion: newestVersion(parts.migrations), mark: null };
  try {
    return openDatabase({ file, key: dek, mode, expected, drives: parts.ports.drives });
  } catch (error) {
    const reason = error instanceof ExpectedFailure ? error.failure.reason : null;
    if (reason === 'database-foreign' || reason === 'epoch-mismatch') throw fail('damaged', 'copy-foreign');
    throw error;
  }
}

/** The copied database where it stands, to look and not to touch. */
export function openInPlace(parts: CopyParts, set: OpenedSet): Database {
  return openBy(parts, set, { file: join(set.folder, 'data.db'), mode: 'verify' });
}
