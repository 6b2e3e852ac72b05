/**
 * Which copies stay: 7 daily, 4 weekly, 12 monthly, always the newest verified one (reliability design §4.3), and the
 * last that has a file which a later one lacks.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ExpectedFailure } from '../../shared/platform/failures.ts';
import { vaultFolderName } from '../platform/storage/file-vault.ts';
import { readManifest, type Manifest } from './manifest.ts';

const folderName = /^backup-\d{8}t\d{6}z-\d+$/;
const weekMs = 7 * 24 * 60 * 60 * 1000;

export type KnownCopy = {
  readonly name: string;
  /** Instant. */
  readonly utc: string;
  readonly seq: number;
  /** Files of the cases that it has, and those it was made without. */
  readonly files: ReadonlySet<string>;
  readonly lostFiles: readonly string[];
};

/** Monday weeks counted from a Monday; a week is the same in every year. */
function weekOf(utc: string): string {
  const monday = Date.UTC(1970, 0, 5);
  return String(Math.floor((Date.parse(utc) - monday) / weekMs));
}

const periods = [
  { keep: 7, of: (utc: string) => utc.slice(0, 10) },
  { keep: 4, of: weekOf },
  { keep: 12, of: (utc: string) => utc.slice(0, 7) },
] as const;

/**
 * Names of the copies to keep: the newest of each of the last days, weeks and months that have one, and for each file
 * that any of them lacks the newest that has it.
 */
export function copiesToKeep(copies: readonly KnownCopy[]): Set<string> {
  const newestFirst = copies.toSorted((a, b) => (a.utc === b.utc ? b.seq - a.seq : a.utc < b.utc ? 1 : -1));
  const kept = new Set<string>();
  for (const { keep, of } of periods) {
    const seen = new Set<string>();
    for (const copy of newestFirst) {
      const period = of(copy.utc);
      if (seen.has(period)) continue;
      if (seen.size === keep) break;
      seen.add(period);
      kept.add(copy.name);
    }
  }
  for (const lost of new Set(copies.flatMap(({ lostFiles }) => lostFiles))) {
    const last = newestFirst.find(({ files }) => files.has(lost));
    if (last !== undefined) kept.add(last.name);
  }
  return kept;
}

function known(name: string, { utc, audit, files, lostFiles = [] }: Manifest): KnownCopy {
  const prefix = `${vaultFolderName}/`;
  const kept = files.filter((file) => file.name.startsWith(prefix)).map((file) => file.name.slice(prefix.length));
  return { name, utc, seq: audit.seq, files: new Set(kept), lostFiles };
}

/** Verified copies of this register in a folder; what belongs to others or is unfinished is not ours to judge. */
export function listCopies(target: string, dbId: string): KnownCopy[] {
  const found: KnownCopy[] = [];
  for (const name of readdirSync(target).filter((one) => folderName.test(one))) {
    try {
      const manifest = readManifest(join(target, name));
      if (manifest.dbId === dbId) found.push(known(name, manifest));
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error;
    }
  }
  return found;
}

/** Folders of the copies of this register in `target`, newest first. */
export function copyFolders(target: string, dbId: string): string[] {
  const newestFirst = listCopies(target, dbId).toSorted((a, b) => (a.utc < b.utc ? 1 : -1));
  return newestFirst.map(({ name }) => join(target, name));
}

export function removeOldCopies(target: string, dbId: string): void {
  const copies = listCopies(target, dbId);
  const kept = copiesToKeep(copies);
  for (const copy of copies.filter((one) => !kept.has(one.name))) {
    rmSync(join(target, copy.name), { recursive: true, force: true });
  }
}
