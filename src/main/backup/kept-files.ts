/** Files beside the database in a copy: encrypted as they are, every one that the copied record names. */
import { copyFileSync, linkSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fail } from '../../shared/platform/failures.ts';
import { flushFile, flushFolder } from '../platform/storage/durable-file.ts';
import { isStoredAs, vaultFolderName, type StoredFile } from '../platform/storage/file-vault.ts';
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

/** The first of these folders in which the file stands as it was stored; null when it is sound in none. */
async function soundIn(folders: readonly string[], file: StoredFile): Promise<string | null> {
  for (const folder of folders) if (await isStoredAs(folder, file)) return folder;
  return null;
}

/**
 * Copies the files of a copied record, and proves each from the medium by the hash that the record keeps. Answers the
 * names of those that are sound neither here nor in any copy before: one of them must not keep all else from being
 * copied, and the copy says which it lacks.
 *
 * @param sharesOwn a second name for the record's own file will do: the copy is no help against a worn disk anyway
 * @param earlier folders of the copies before, newest first
 * @throws damaged `copy-damaged` when what was written does not read back
 */
export async function copyKeptFiles(
  { folder, sharesOwn }: { readonly folder: string; readonly sharesOwn: boolean },
  target: string,
  files: readonly StoredFile[],
  earlier: readonly string[],
): Promise<string[]> {
  if (files.length === 0) return [];
  const lost: string[] = [];
  mkdirSync(join(target, vaultFolderName), { mode: 0o700 });
  for (const file of files) {
    const at = (root: string) => join(root, vaultFolderName, file.name);
    // The newest copy first, which shares its bytes; the older ones only for what is damaged here.
    const from = await soundIn([...earlier.slice(0, 1), folder, ...earlier.slice(1)], file);
    if (from === null) lost.push(file.name);
    else {
      place(at(from), at(target), sharesOwn || from !== folder);
      if (!(await isStoredAs(target, file))) throw fail('damaged', 'copy-damaged');
    }
    await setImmediate();
  }
  await flushFolder(join(target, vaultFolderName));
  return lost;
}

/** Brings the files of a copy into an empty data folder; `taken` is told of each. */
export async function takeKeptFiles(
  copy: string,
  folder: string,
  manifest: Manifest,
  taken: () => void,
): Promise<void> {
  const names = manifest.files.map(({ name }) => name).filter((name) => name.startsWith(`${vaultFolderName}/`));
  if (names.length === 0) return;
  mkdirSync(join(folder, vaultFolderName), { mode: 0o700 });
  for (const name of names) {
    copyFileSync(join(copy, name), join(folder, name));
    flushFile(join(folder, name));
    taken();
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
