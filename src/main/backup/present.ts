/** The record that stands in the data folder while nobody has it open: read to say what a restore would take away. */
import { join } from 'node:path';
import type { CopyKey } from '../../shared/backup/index.ts';
import { ExpectedFailure } from '../../shared/platform/failures.ts';
import { verifyMac, type Keyring } from '../platform/storage/keyring.ts';
import type { Database } from '../platform/storage/open-database.ts';
import type { CopyParts } from './parts.ts';
import { keysOfAny, openBy, type OpenedSet } from './set.ts';

/** What one of several keys opens; null when none does, or the record is damaged. */
export function openPresent(parts: CopyParts, archives: readonly Keyring[], deks: readonly Buffer[]): Database | null {
  for (const dek of deks) {
    const keyring = archives.find((one) => verifyMac(one, dek));
    if (keyring === undefined) continue;
    try {
      const file = join(parts.strongroom.folder, keyring.dbFile);
      return openBy(parts, { keyring, dek }, { file, mode: 'reader' });
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error;
    }
  }
  return null;
}

/**
 * Keys that may open the record that is there: that of the copy, and what the same person or paper opens here, where the
 * key was changed since. The caller zeroes all but the first, which is the copy's.
 */
export async function presentKeys(
  parts: CopyParts,
  archives: readonly Keyring[],
  set: OpenedSet,
  by: CopyKey,
): Promise<Buffer[]> {
  if (archives.some((one) => verifyMac(one, set.dek))) return [set.dek];
  try {
    return [set.dek, (await keysOfAny(archives, by, parts.strongroom.policy)).dek];
  } catch (error) {
    if (error instanceof ExpectedFailure) return [set.dek];
    throw error;
  }
}
