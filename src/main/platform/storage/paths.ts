/** Where a register may live: a local, writable folder that no sync tool copies (security design §3). */
import { lstatSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fail } from '../../../shared/platform/failures.ts';
import { holdFolder, limitFolder } from '../places/folder-rights.ts';
import { isSameDisk } from './disks.ts';
import { isRemovable } from './drive-kinds.ts';

/** What only the operating system knows about places. */
export interface DriveTable {
  /** True for a network share, mapped drives included. Gets an absolute path with links resolved. */
  isNetwork(path: string): boolean;
  /** Absolute folders that a sync tool copies elsewhere. */
  syncFolders(): readonly string[];
  /** True for what can be pulled out, a stick above all; null, or left out, when nobody knows. Gets a path as above. */
  isRemovable?(path: string): Promise<boolean | null>;
  /** Whether two existing folders stand on one physical disk; null, or left out, when that cannot be known. */
  isSameDisk?(one: string, other: string): Promise<boolean | null>;
  /** Limits a folder and what is inside to the accounts of the staff; false when it stays open to others. Never throws. */
  limit?(folder: string): Promise<boolean>;
  /** Whether nobody outside the staff can take the folder of both places away; left out where each account has its own. Never throws. */
  holds?(base: string): Promise<boolean>;
}

const networkFileSystems = /^(nfs|nfs4|cifs|smb|smbfs|smb3|ncpfs|afs|9p|fuse\.sshfs|fuse\.rclone|davfs|fuse\.davfs2)$/;
const syncFolderName =
  /^(onedrive( - .*)?|dropbox( \(.*\))?|google ?drive|googledrivefs|my drive|mi unidad|icloud ?drive|mobile documents|com~apple~clouddocs)$/i;

function linuxMountIsNetwork(path: string): boolean {
  let longest = '';
  let type = '';
  for (const line of readFileSync('/proc/mounts', 'utf8').split('\n')) {
    const [, at = '', kind = ''] = line.split(' ');
    const point = at.replace(/\\040/g, ' ');
    if (isInside(path, point) && point.length >= longest.length) [longest, type] = [point, kind];
  }
  return networkFileSystems.test(type);
}

/** The real table. On Windows a mapped drive resolves to its `\\server\share` path, which is what tells it apart. */
export function systemDriveTable(): DriveTable {
  return {
    isNetwork: (path) => isUnc(path) || (process.platform === 'linux' && linuxMountIsNetwork(path)),
    syncFolders: () =>
      ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer']
        .map((name) => process.env[name])
        .filter((folder): folder is string => typeof folder === 'string' && folder !== ''),
    isRemovable,
    isSameDisk,
    limit: limitFolder,
    ...(holdFolder === undefined ? {} : { holds: holdFolder }),
  };
}

/** `\\server\share`, in any of its spellings. */
export function isUnc(path: string): boolean {
  if (/^[\\/]{2}[?.][\\/]/.test(path)) return /^[\\/]{2}[?.][\\/]UNC[\\/]/i.test(path);
  return /^[\\/]{2}[^\\/]/.test(path);
}

function isInside(path: string, folder: string): boolean {
  const fold = (text: string): string => (process.platform === 'win32' ? text.toLowerCase() : text);
  const base = fold(folder).replace(/[\\/]+$/, '');
  return fold(path) === base || fold(path).startsWith(base + sep);
}

/** Throws `storage`/path-network, path-sync-folder or path-link. The folder must exist. */
export function checkPlace(folder: string, drives: DriveTable): void {
  if (isUnc(folder)) throw fail('storage', 'path-network');
  const absolute = resolve(folder);
  const real = realPathOf(absolute);
  if (isUnc(real) || drives.isNetwork(real)) throw fail('storage', 'path-network');
  for (const path of [absolute, real]) {
    if (path.split(/[\\/]/).some((name) => syncFolderName.test(name))) throw fail('storage', 'path-sync-folder');
    if (drives.syncFolders().some((sync) => isInside(path, sync))) throw fail('storage', 'path-sync-folder');
  }
  if (lstatSync(absolute).isSymbolicLink()) throw fail('storage', 'path-link');
}

function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    throw fail('storage', 'cannot-open');
  }
}

/** Written and removed again to see whether a folder takes files. */
export const writeProbeName = 'write-check.tmp';

/** Throws `storage`/path-read-only unless a file can be made in the folder; leaves nothing behind. */
export function checkWritable(folder: string): void {
  const probe = join(folder, writeProbeName);
  try {
    writeFileSync(probe, '', { flag: 'w' });
    rmSync(probe);
  } catch {
    throw fail('storage', 'path-read-only');
  }
}

/** Throws `storage`/path-link when the file is a link or has a second name. A missing file passes. */
export function checkOneName(file: string): void {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found !== undefined && (found.isSymbolicLink() || found.nlink > 1)) throw fail('storage', 'path-link');
}
