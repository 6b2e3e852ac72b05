/** Files that leave the record: where they may be saved, and how they are written (bad input 97). */
import { existsSync, realpathSync } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { dirname, isAbsolute, relative } from 'node:path';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import type { FileDialogs, FileSaver, SavedPlace, Saving } from './ports.ts';
import { checkPlace, isUnc, type DriveTable } from './storage/paths.ts';

/** Longest path that every Windows program opens again. */
export const longestPath = 259;

export type SavingPolicy = {
  readonly drives: DriveTable;
  /** Nothing of what leaves may stand among the files of the record. */
  readonly dataFolder: string;
  /** Folders outside this computer where Coordinación lets files be saved. */
  readonly allowed: () => Promise<ReadonlySet<string>>;
};

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

const refusals: Readonly<Record<string, string>> = {
  'path-network': 'save-network',
  'path-sync-folder': 'save-sync-folder',
};

/** Why a folder is outside this computer; null for one of its own disks. */
function whyNot(folder: string, drives: DriveTable): string | null {
  try {
    checkPlace(folder, drives);
    return null;
  } catch (error) {
    const told = error instanceof ExpectedFailure ? (error.failure.reason ?? '') : '';
    // Said last, of a link whose own place and where it leads are both of this computer: a file may go there.
    if (told === 'path-link') return null;
    const reason = refusals[told];
    if (reason === undefined) throw error;
    return reason;
  }
}

/**
 * What place a chosen path is.
 *
 * @throws storage `save-path-long`, `save-folder-missing`, `save-inside-data`, `save-network`, `save-sync-folder`
 */
export async function judgePlace(path: string, { drives, dataFolder, allowed }: SavingPolicy): Promise<SavedPlace> {
  if (path.length > longestPath) throw fail('storage', 'save-path-long');
  const folder = dirname(path);
  const named = [...(await allowed())].filter((one) => isInside(folder, one));
  // Before it is looked for: a server that does not answer would hold everybody up.
  if (isUnc(path) && named.length === 0) throw fail('storage', 'save-network');
  if (!existsSync(folder)) throw fail('storage', 'save-folder-missing');
  if (isInside(realpathSync(folder), realpathSync(dataFolder))) throw fail('storage', 'save-inside-data');
  const reason = whyNot(folder, drives);
  // A link inside an allowed folder may lead to another share: what counts is where it ends.
  const isAllowed = named.some((one) => isInside(realpathSync(folder), realpathSync(one)));
  if (reason !== null && !isAllowed) throw fail('storage', reason);
  if (reason !== null) return 'allowed';
  // What nobody knows is listed as outside until somebody says it was deleted.
  return (await drives.isRemovable?.(realpathSync(folder))) === false ? 'computer' : 'removable';
}

const writeReasons: Readonly<Record<string, string>> = {
  EEXIST: 'save-exists',
  EISDIR: 'save-exists',
  EACCES: 'save-no-rights',
  EPERM: 'save-no-rights',
  EROFS: 'save-no-rights',
  ENOENT: 'save-folder-missing',
  ENAMETOOLONG: 'save-path-long',
  ENOSPC: 'save-disk-full',
  EDQUOT: 'save-disk-full',
};

/** What kept a new file from being written. @param error of the system */
export function writeFailure(error: unknown): ExpectedFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return fail('storage', writeReasons[code] ?? 'cannot-write');
}

/** Half of a file is no file. What stopped the writing is told, not that it stops this as well. */
async function takeBack(path: string, file: FileHandle): Promise<void> {
  await file.close().catch(() => undefined);
  await rm(path, { force: true }).catch(() => undefined);
}

/** A new file or none: nothing that stands there is ever replaced, and no half of a file stays. */
async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  let file: FileHandle | null = null;
  try {
    file = await open(path, 'wx', 0o600);
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
  } catch (error) {
    if (file !== null) await takeBack(path, file);
    throw writeFailure(error);
  }
}

/** Asks with the dialog of the system, judges the place, and writes. @throws cancelled, storage */
export function dialogSaver(dialogs: FileDialogs): FileSaver {
  return {
    save: async (suggestedName, bytes, rule) => {
      const path = await dialogs.saveFile(suggestedName);
      if (path === null) throw fail('cancelled');
      const place = await rule.judge(path);
      await writeNew(path, bytes);
      return { path, place };
    },
  };
}

export function judgedSaver(saver: FileSaver, policy: SavingPolicy): Saving {
  const { allowed } = policy;
  const judge = (path: string) => judgePlace(path, policy);
  return { save: (name, bytes) => saver.save(name, bytes, { judge, allowed }) };
}
