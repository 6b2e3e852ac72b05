/** Reading and writing `keyring.json`, its two older generations and the recovery slot (security design §2.2). */
import { copyFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../../../shared/platform/failures.ts';
import type { KdfPolicy } from '../crypto/kdf.ts';
import { renameWithRetry, replaceFile } from './durable-file.ts';
import { largestKeyringBytes, parseKeyring, recoveryFileSchema } from './keyring-format.ts';
import type { Keyring, RecoveryFile } from './keyring-format.ts';

const currentName = 'keyring.json';
const olderNames = ['keyring.json.1', 'keyring.json.2'] as const;
const recoveryName = 'recovery-slot.json';

export interface FoundKeyring {
  keyring: Keyring;
  /** 0 for `keyring.json`; 1 or 2 when a damaged newer one made us fall back. */
  generation: 0 | 1 | 2;
}

/** Text of a small file; null when it is missing, too large or cannot be read. */
function smallText(path: string): string | null {
  try {
    return statSync(path).size > largestKeyringBytes ? null : readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** The newest sound generation. Throws `damaged`/keyring-missing or keyring-damaged; derives nothing. */
export function readKeyring(folder: string, policy: KdfPolicy): FoundKeyring {
  const paths = [currentName, ...olderNames].map((name) => join(folder, name));
  if (!paths.some((path) => existsSync(path))) throw fail('damaged', 'keyring-missing');
  for (const [generation, path] of paths.entries()) {
    const text = smallText(path);
    const keyring = text === null ? null : parseKeyring(text, policy);
    if (keyring !== null) return { keyring, generation: generation === 0 ? 0 : generation === 1 ? 1 : 2 };
  }
  throw fail('damaged', 'keyring-damaged');
}

/** Writes the keyring, keeping the two before it, and the recovery slot beside it. */
export async function writeKeyring(folder: string, keyring: Keyring): Promise<void> {
  const current = join(folder, currentName);
  const [first, second] = olderNames.map((name) => join(folder, name));
  if (first !== undefined && second !== undefined && existsSync(current)) {
    if (existsSync(first)) await renameWithRetry(first, second);
    copyFileSync(current, first);
  }
  await replaceFile(current, JSON.stringify(keyring, null, 1));
  const slot = keyring.slots.find((one) => one.kind === 'recovery');
  if (slot === undefined) return;
  const { dbId, epoch, practice } = keyring;
  const recovery: RecoveryFile = { format: 1, dbId, epoch, practice, slot };
  await replaceFile(join(folder, recoveryName), JSON.stringify(recovery, null, 1));
}

/** Throws `damaged`/keyring-missing or keyring-damaged. */
export function readRecoveryFile(folder: string): RecoveryFile {
  const path = join(folder, recoveryName);
  if (!existsSync(path)) throw fail('damaged', 'keyring-missing');
  const text = smallText(path);
  try {
    return recoveryFileSchema.parse(JSON.parse(text ?? ''));
  } catch {
    throw fail('damaged', 'keyring-damaged');
  }
}
