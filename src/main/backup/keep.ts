/**
 * Which copies stay: 7 daily, 4 weekly, 12 monthly, by the days of Lima (reliability design §4.3). A period only says
 * what is wished for: a copy goes when one that stays holds everything it holds, and never otherwise (decision D35).
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { civilDateOf } from '../../shared/platform/clock.ts';
import { ExpectedFailure } from '../../shared/platform/failures.ts';
import { vaultFolderName } from '../platform/storage/file-vault.ts';
import { isOfKey, readManifest, type Manifest } from './manifest.ts';

const folderName = /^backup-\d{8}t\d{6}z-\d+$/;
const dayMs = 24 * 60 * 60 * 1000;

export type KnownCopy = {
  readonly name: string;
  /** Instant. */
  readonly utc: string;
  readonly seq: number;
  /** Hash of its last audit entry, hexadecimal. */
  readonly head: string;
  /** The record it is a copy of. */
  readonly line: string;
  /** Heads whose whole history is inside it. */
  readonly contains: ReadonlySet<string>;
  /** Files of the cases that it has, and those it was made without. */
  readonly files: ReadonlySet<string>;
  readonly lostFiles: readonly string[];
};

const dayOf = (utc: string): string => civilDateOf(Date.parse(utc));

/** Monday weeks counted from a Monday; a week is the same in every year. */
function weekOf(utc: string): string {
  const monday = Date.UTC(1970, 0, 5);
  return String(Math.floor((Date.parse(`${dayOf(utc)}T00:00:00.000Z`) - monday) / (7 * dayMs)));
}

const periods = [
  { keep: 7, of: dayOf },
  { keep: 4, of: weekOf },
  { keep: 12, of: (utc: string) => dayOf(utc).slice(0, 7) },
] as const;

function newestFirst(copies: readonly KnownCopy[]): KnownCopy[] {
  return copies.toSorted((a, b) => (a.utc === b.utc ? b.seq - a.seq : a.utc < b.utc ? 1 : -1));
}

/** The newest of each of the last days, weeks and months that have one. */
function wished(copies: readonly KnownCopy[]): Set<KnownCopy> {
  const kept = new Set<KnownCopy>();
  for (const { keep, of } of periods) {
    const seen = new Set<string>();
    for (const copy of copies) {
      const period = of(copy.utc);
      if (seen.has(period)) continue;
      if (seen.size === keep) break;
      seen.add(period);
      kept.add(copy);
    }
  }
  return kept;
}

/** Whether nothing of `older` would be lost with it: its history and its files are in the other. */
function holds(copy: KnownCopy, older: KnownCopy): boolean {
  return (
    copy.line === older.line && copy.contains.has(older.head) && !copy.lostFiles.some((lost) => older.files.has(lost))
  );
}

/**
 * Names of the copies of one line that may go. Copies of another line are nobody's to judge: the clock of a restored
 * record says nothing about what the record before it went on to hold.
 */
export function copiesToRemove(copies: readonly KnownCopy[], line: string): string[] {
  const ours = newestFirst(copies.filter((copy) => copy.line === line));
  const kept = wished(ours);
  const gone: string[] = [];
  for (const copy of ours.filter((one) => !kept.has(one))) {
    if ([...kept].some((one) => holds(one, copy))) gone.push(copy.name);
    else kept.add(copy);
  }
  return gone;
}

function known(name: string, { utc, audit, line, contains, files, lostFiles = [] }: Manifest): KnownCopy {
  const prefix = `${vaultFolderName}/`;
  const kept = files.filter((file) => file.name.startsWith(prefix)).map((file) => file.name.slice(prefix.length));
  const { seq, head } = audit;
  return { name, utc, seq, head, line, contains: new Set(contains), files: new Set(kept), lostFiles };
}

/**
 * Verified copies of this register in a folder, newest first, as the holder of the key wrote them; what belongs to others,
 * is unfinished or was changed is not ours to judge.
 */
export function listCopies(target: string, dbId: string, dek: Buffer): KnownCopy[] {
  const ours = manifestsIn(target).filter(({ manifest }) => manifest.dbId === dbId && isOfKey(manifest, dek));
  return newestFirst(ours.map(({ name, manifest }) => known(name, manifest)));
}

/** Every folder that looks like a copy and can be read, of whichever register and key; what it says is not proven. */
export function manifestsIn(target: string): { readonly name: string; readonly manifest: Manifest }[] {
  return readdirSync(target)
    .filter((one) => folderName.test(one))
    .flatMap((name) => {
      const manifest = manifestIn(join(target, name));
      return manifest === null ? [] : [{ name, manifest }];
    });
}

/**
 * The newest readable copy in a folder and how many there are, of whichever register; null where there is none or the
 * folder does not let itself be looked into.
 */
export function newestIn(folder: string): { readonly name: string; readonly among: number } | null {
  try {
    const found = manifestsIn(folder).toSorted((a, b) => (a.manifest.utc < b.manifest.utc ? 1 : -1));
    const [newest] = found;
    return newest === undefined ? null : { name: newest.name, among: found.length };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

/** Names of the sets that this record's key of today should open, sound or not, newest first. */
export function setsOf(target: string, keyring: { readonly dbId: string; readonly epoch: number }): string[] {
  const { dbId, epoch } = keyring;
  const ours = manifestsIn(target).filter(({ manifest }) => manifest.dbId === dbId && manifest.epoch === epoch);
  return ours
    .map(({ name }) => name)
    .sort()
    .toReversed();
}

function manifestIn(folder: string): Manifest | null {
  try {
    return readManifest(folder);
  } catch (error) {
    if (error instanceof ExpectedFailure) return null;
    throw error;
  }
}

/** Removes what may go, oldest first. */
export function removeOldCopies(target: string, { dbId, line }: { dbId: string; line: string }, dek: Buffer): void {
  for (const name of copiesToRemove(listCopies(target, dbId, dek), line).toReversed()) {
    rmSync(join(target, name), { recursive: true, force: true });
  }
}
