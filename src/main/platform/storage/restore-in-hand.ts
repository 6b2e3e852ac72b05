/**
 * A restore from its first byte to the archive of keys. The note comes first and goes last: what stands beside it while
 * there is no archive of keys came with a restore that was cut off, opens nothing, and the next attempt may clear it.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { flushFolder, writeAndFlush } from './durable-file.ts';
import { vaultFolderName } from './file-vault.ts';
import { writeKeyring } from './keyring-file.ts';
import type { Keyring } from './keyring-format.ts';

/** Name of the database until everything about it was proven. */
export const stagedName = 'restoring.db';
const noteName = 'restore-unfinished.json';
const keyNames = ['keyring.json', 'keyring.json.1', 'keyring.json.2', 'keyring.json.next', 'recovery-slot.json'];
const ofRestore =
  /^(?:(?:restoring|registro\.e\d+)\.db(?:-(?:journal|wal|shm))?|mark\.[ab]|(?:keyring|recovery-slot)\.json(?:\.\d)?\.[0-9a-f]{8}\.tmp)$/;

function comesWithRestore(name: string): boolean {
  return name === noteName || name === vaultFolderName || ofRestore.test(name);
}

/** Whether a restore was cut off before it had put the archive of keys in place. */
export function isRestoreUnfinished(folder: string): boolean {
  return existsSync(join(folder, noteName)) && !keyNames.some((name) => existsSync(join(folder, name)));
}

/** Names in the folder that an unfinished restore left; none when there is no such restore. */
export function leftByRestore(folder: string): string[] {
  return isRestoreUnfinished(folder) ? readdirSync(folder).filter(comesWithRestore) : [];
}

/** On the disk before anything else of the restore is. */
export async function beginRestore(folder: string): Promise<void> {
  await writeAndFlush(join(folder, noteName), '{}\n');
  await flushFolder(folder);
}

/** What comes after the archive of keys is written again when the restore was cut off there. */
export async function finishRestore(folder: string, keyring: Keyring): Promise<void> {
  if (!existsSync(join(folder, noteName))) return;
  await writeKeyring(folder, keyring);
  await endRestore(folder);
}

export async function endRestore(folder: string): Promise<void> {
  rmSync(join(folder, noteName), { force: true });
  await flushFolder(folder);
}

/** Takes out what an unfinished restore left; the note last, so that a cut here can be repeated. */
export function clearRestore(folder: string): void {
  const names = leftByRestore(folder);
  for (const name of names.filter((one) => one !== noteName)) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  if (names.length > 0) rmSync(join(folder, noteName), { force: true });
}
