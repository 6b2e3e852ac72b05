/** Which copies stay: 7 daily, 4 weekly, 12 monthly, and always the newest verified one (reliability design §4.3). */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ExpectedFailure } from '../../shared/platform/failures.ts';
import { readManifest } from './manifest.ts';

const folderName = /^backup-\d{8}t\d{6}z-\d+$/;
const weekMs = 7 * 24 * 60 * 60 * 1000;

export type KnownCopy = { readonly name: string; /** Instant. */ readonly utc: string; readonly seq: number };

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

/** Names of the copies to keep: the newest of each of the last days, weeks and months that have one. */
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
  return kept;
}

/** Verified copies of this register in a folder; what belongs to others or is unfinished is not ours to judge. */
export function listCopies(target: string, dbId: string): KnownCopy[] {
  const found: KnownCopy[] = [];
  for (const name of readdirSync(target).filter((one) => folderName.test(one))) {
    try {
      const manifest = readManifest(join(target, name));
      if (manifest.dbId === dbId) found.push({ name, utc: manifest.utc, seq: manifest.audit.seq });
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error;
    }
  }
  return found;
}

/** Folder of the newest copy of this register in `target`; null when there is none. */
export function newestCopy(target: string, dbId: string): string | null {
  const [newest] = listCopies(target, dbId).toSorted((a, b) => (a.utc < b.utc ? 1 : -1));
  return newest === undefined ? null : join(target, newest.name);
}

export function removeOldCopies(target: string, dbId: string): void {
  const copies = listCopies(target, dbId);
  const kept = copiesToKeep(copies);
  for (const copy of copies.filter((one) => !kept.has(one.name))) {
    rmSync(join(target, copy.name), { recursive: true, force: true });
  }
}
