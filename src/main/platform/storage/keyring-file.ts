/**
 * Reading and writing `keyring.json`, its two replicas, a change on its way, and the recovery slot (decision 0043).
 *
 * The three files say the same: one that was damaged is mended from the others, and no older password opens any of them.
 */
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fail } from '../../../shared/platform/failures.ts';
import type { KdfPolicy } from '../crypto/kdf.ts';
import { renameWithRetry, replaceFile, writeAndFlushNow } from './durable-file.ts';
import { keyringText, largestKeyringBytes, parseKeyring, recoveryFileSchema, recoveryText } from './keyring-format.ts';
import type { Keyring, RecoveryFile } from './keyring-format.ts';

const currentName = 'keyring.json';
/** A change that its transaction has not yet confirmed, or that was cut off right after. */
const stagedName = 'keyring.json.next';
const replicaNames = ['keyring.json.1', 'keyring.json.2'] as const;
const recoveryName = 'recovery-slot.json';

export interface FoundKeyring {
  keyring: Keyring;
  /** 0 for `keyring.json`; 1 or 2 for a replica, because those before it could not be read. */
  generation: 0 | 1 | 2;
}

export interface KeyringFiles {
  /** What the three files say, each archive once, the likeliest first. */
  readonly archives: readonly Keyring[];
  /** The one of `keyring.json.next`; null when there is none or it cannot be read. */
  readonly staged: Keyring | null;
  /** The three say the same and none is on its way. */
  readonly isEven: boolean;
}

/** Text of a small file; null when it is missing, too large or cannot be read. */
function smallText(path: string): string | null {
  try {
    return statSync(path).size > largestKeyringBytes ? null : readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function read(folder: string, name: string, policy: KdfPolicy): Keyring | null {
  const text = smallText(join(folder, name));
  return text === null ? null : parseKeyring(text, policy);
}

/** Everything in the folder that may open it. Throws `damaged`/keyring-missing or keyring-damaged; derives nothing. */
export function readKeyringFiles(folder: string, policy: KdfPolicy): KeyringFiles {
  const names = [currentName, stagedName, ...replicaNames];
  if (!names.some((name) => existsSync(join(folder, name)))) throw fail('damaged', 'keyring-missing');
  const found = [currentName, ...replicaNames].map((name) => read(folder, name, policy));
  const staged = read(folder, stagedName, policy);
  const distinct = new Map(found.flatMap((one) => (one === null ? [] : [[keyringText(one), one] as const])));
  if (distinct.size === 0 && staged === null) throw fail('damaged', 'keyring-damaged');
  return { archives: [...distinct.values()], staged, isEven: distinct.size === 1 && !found.includes(null) };
}

/** The first sound one of the three. Throws `damaged`/keyring-missing or keyring-damaged; derives nothing. */
export function readKeyring(folder: string, policy: KdfPolicy): FoundKeyring {
  const names = [currentName, ...replicaNames];
  if (![...names, stagedName].some((name) => existsSync(join(folder, name)))) throw fail('damaged', 'keyring-missing');
  for (const [generation, name] of names.entries()) {
    const keyring = read(folder, name, policy);
    if (keyring !== null) return { keyring, generation: generation === 0 ? 0 : generation === 1 ? 1 : 2 };
  }
  throw fail('damaged', 'keyring-damaged');
}

/** Whether every file of the folder says exactly this, and none is on its way. */
export function isKeyringWhole(folder: string, keyring: Keyring): boolean {
  const text = keyringText(keyring);
  return (
    !existsSync(join(folder, stagedName)) &&
    [currentName, ...replicaNames].every((name) => smallText(join(folder, name)) === text) &&
    smallText(join(folder, recoveryName)) === recoveryText(keyring)
  );
}

/** Puts the archive in its place with one rename; its replicas follow. */
export async function commitKeyring(folder: string, keyring: Keyring): Promise<void> {
  await replaceFile(join(folder, currentName), keyringText(keyring));
}

/** Writes the archive in its three files and the recovery slot beside them; nothing stays on its way. */
export async function writeKeyring(folder: string, keyring: Keyring): Promise<void> {
  for (const name of [currentName, ...replicaNames]) await replaceFile(join(folder, name), keyringText(keyring));
  const recovery = recoveryText(keyring);
  if (recovery !== null) await replaceFile(join(folder, recoveryName), recovery);
  await rm(join(folder, stagedName), { force: true });
}

/** Puts a change beside the archive, on the disk before its transaction is. Synchronous: a transaction waits for it. */
export function stageKeyring(folder: string, keyring: Keyring): void {
  writeAndFlushNow(join(folder, stagedName), keyringText(keyring));
}

/** The transaction was taken back. What cannot be removed opens nothing that the database does not know. */
export function dropStagedKeyring(folder: string): void {
  try {
    rmSync(join(folder, stagedName), { force: true });
  } catch {
    // Found at the next start, where the database decides.
  }
}

/** After the commit: the staged archive takes its place, then its replicas follow. */
export async function promoteKeyring(folder: string, keyring: Keyring): Promise<void> {
  if (smallText(join(folder, stagedName)) === keyringText(keyring)) {
    await renameWithRetry(join(folder, stagedName), join(folder, currentName));
  }
  await writeKeyring(folder, keyring);
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
