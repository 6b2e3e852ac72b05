/** The monthly drill: copies are brought into a folder of their own and proven as for a restore (decision D25). */
import { copyFileSync, mkdirSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import { checkSet, type Knowledge } from './content.ts';
import { openWith, type CopyJob, type WithKey } from './copy-job.ts';
import { checkFiles, checkManifestMac, readManifest, type Manifest } from './manifest.ts';

export type DrillJob = Pick<CopyJob, 'folder' | 'target' | 'keyring' | 'newestVersion'> & {
  readonly kind: 'drill';
  readonly sets: readonly string[];
};

export type DrilledSet = {
  readonly name: string;
  /** Why it would not have served, a reason of the failures; null when it is sound. */
  readonly problem: string | null;
};

export const drillFolderName = 'drill';
/** Room for the index files that proving makes. */
const spareBytes = 64 * 1024 * 1024;

function bring(copy: string, staging: string, manifest: Manifest): void {
  const needed = manifest.files.reduce((sum, { size }) => sum + size, 0) + spareBytes;
  const { bavail, bsize } = statfsSync(staging);
  if (bavail * bsize < needed) throw fail('storage', 'copy-disk-full');
  for (const { name } of manifest.files) {
    mkdirSync(dirname(join(staging, name)), { recursive: true, mode: 0o700 });
    copyFileSync(join(copy, name), join(staging, name));
  }
}

/** The whole proof of one set that stands in a folder. @throws damaged, storage, from-the-future */
async function prove(job: WithKey<DrillJob>, knowledge: Knowledge, folder: string, manifest: Manifest): Promise<void> {
  checkManifestMac(manifest, job.dek);
  await checkFiles(folder, manifest);
  const db = openWith(job, join(folder, 'data.db'), 'verify');
  try {
    await checkSet(db, { folder, manifest }, knowledge);
  } finally {
    db.close();
  }
}

async function drillOne(job: WithKey<DrillJob>, knowledge: Knowledge, name: string): Promise<DrilledSet> {
  const staging = join(job.folder, drillFolderName);
  rmSync(staging, { recursive: true, force: true });
  try {
    mkdirSync(staging, { mode: 0o700 });
    const manifest = readManifest(join(job.target, name));
    bring(join(job.target, name), staging, manifest);
    await prove(job, knowledge, staging, manifest);
    return { name, problem: null };
  } catch (error) {
    if (error instanceof ExpectedFailure) return { name, problem: error.failure.reason ?? error.failure.code };
    // A disk that does not read: the set would not have served, whatever its words.
    if (error instanceof Error && 'code' in error) return { name, problem: 'copy-damaged' };
    throw error;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Each set by itself: one that fails says nothing about the other. */
export async function drillCopies(job: WithKey<DrillJob>, knowledge: Knowledge): Promise<DrilledSet[]> {
  const results: DrilledSet[] = [];
  for (const name of job.sets) results.push(await drillOne(job, knowledge, name));
  return results;
}
