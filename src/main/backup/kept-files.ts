/** Files beside the database in a copy: encrypted as they are, every one that the copied record names. */
import { copyFileSync, linkSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fail } from '../../shared/platform/failures.ts';
import { flushFolder } from '../platform/storage/durable-file.ts';
import { isStoredAs, vaultFolderName, type StoredFile } from '../platform/storage/file-vault.ts';
import { flushFile } from './flush-file.ts';
import type { Manifest } from './manifest.ts';

/**
 * A file never changes: the newest copy beside this one may have it already, and a second name costs no room. A disk
 * that knows no second names gets a copy of the bytes. Each is read again afterwards, whichever way it came.
 */
function place(from: string, to: string, mayShare: boolean): void {
  if (mayShare) {
    try {
      linkSync(from, to);
      return;
    } catch {
      // FAT and exFAT sticks: the bytes are copied.
    }
  }
  copyFileSync(from, to);
  flushFile(to);
}

/**
 * Copies the files of a copied record, and proves each from the medium by the hash that the record keeps. Answers the
 * names of those that are sound neither here nor in the copy before: one of them must not keep all else from being
 * copied, and the copy says which it lacks.
 *
 * @param earlier folder of the newest copy before, null for the first
 * @throws damaged `copy-damaged` when what was written does not read back
 */
export async function copyKeptFiles(
  folder: string,
  target: string,
  files: readonly StoredFile[],
  earlier: string | null,
): Promise<string[]> {
  if (files.length === 0) return [];
  const lost: string[] = [];
  mkdirSync(join(target, vaultFolderName), { mode: 0o700 });
  for (const file of files) {
    const at = (root: string) => join(root, vaultFolderName, file.name);
    const before = earlier !== null && (await isStoredAs(earlier, file)) ? at(earlier) : null;
    if (before === null && !(await isStoredAs(folder, file))) lost.push(file.name);
    else {
      place(before ?? at(folder), at(target), before !== null);
      if (!(await isStoredAs(target, file))) throw fail('damaged', 'copy-damaged');
    }
    await setImmediate();
  }
  await flushFolder(join(target, vaultFolderName));
  return lost;
}

/** Brings the files of a copy into an empty data folder. */
export async function takeKeptFiles(copy: string, folder: string, manifest: Manifest): Promise<void> {
  const names = manifest.files.map(({ name }) => name).filter((name) => name.startsWith(`${vaultFolderName}/`));
  if (names.length === 0) return;
  mkdirSync(join(folder, vaultFolderName), { mode: 0o700 });
  for (const name of names) {
    copyFileSync(join(copy, name), join(folder, name));
    flushFile(join(folder, name));
  }
  await flushFolder(join(folder, vaultFolderName));
}

/** @throws damaged `copy-damaged` when a file that the record names, and the copy had, is not there as it was stored */
export async function checkKeptFiles(folder: string, files: readonly StoredFile[], manifest: Manifest): Promise<void> {
  const lost = new Set(manifest.lostFiles);
  for (const file of files.filter(({ name }) => !lost.has(name))) {
    if (!(await isStoredAs(folder, file))) throw fail('damaged', 'copy-damaged');
  }
}
