/**
 * A verified copy (reliability design §4), as the copying thread makes it. A copy that was not opened again does not count.
 *
 * `VACUUM INTO` runs on a connection of that thread: it sees one committed state while the record goes on being written.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../shared/platform/dates.ts';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import type { KdfPolicy } from '../platform/crypto/kdf.ts';
import {
  flushFile,
  flushFolder,
  renameWithRetry,
  replaceFile,
  writeAndFlush,
} from '../platform/storage/durable-file.ts';
import { vaultFolderName, type StoredFile } from '../platform/storage/file-vault.ts';
import { keyringText, recoveryText, parseKeyring } from '../platform/storage/keyring-format.ts';
import type { Keyring } from '../platform/storage/keyring.ts';
import { queriesOf } from '../platform/storage/migrate.ts';
import { openDatabase, type Database, type OpenMode, metaValue } from '../platform/storage/open-database.ts';
import { systemDriveTable } from '../platform/storage/paths.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import { translateSqliteError } from '../platform/storage/translate-sqlite-error.ts';
import { checkContent, type Knowledge } from './content.ts';
import { copyKeptFiles } from './kept-files.ts';
import { listCopies, removeOldCopies, type KnownCopy } from './keep.ts';
import { copyFiles, fingerprint, manifestFileName, sealManifest, verifiedFileName, type Manifest } from './manifest.ts';
import { sweepUnfinished, unfinishedName } from './unfinished.ts';

export type VerifiedCopy = {
  /** Folder name, `backup-20260610t140000z-57`. */
  readonly name: string;
  readonly at: Instant;
  /** Last audit entry inside, and its hash in hexadecimal. */
  readonly seq: number;
  readonly head: string;
  /** Files of the cases that it had to be made without: sound neither in the record nor in any copy before. */
  readonly lostFiles: readonly string[];
};

/** Everything about one copy, as it travels to the thread. */
export type CopyJob = {
  readonly kind: 'copy';
  readonly at: Instant;
  /** Data folder, and the folder of the copies. */
  readonly folder: string;
  readonly target: string;
  readonly keyring: Keyring;
  readonly policy: KdfPolicy;
  readonly newestVersion: number;
  readonly line: string;
  readonly parent: Manifest['parent'];
};

/** What is put aside in the data folder before a newer program changes the record, as what a restore replaces is. */
export type AsideJob = Pick<CopyJob, 'at' | 'folder' | 'keyring' | 'policy' | 'newestVersion'> & {
  readonly kind: 'aside';
};

/** `dek` is the caller's to zero. */
export type WithKey<Job> = Job & { readonly dek: Buffer };

export function openWith(
  { keyring, newestVersion, dek }: Pick<WithKey<CopyJob>, 'keyring' | 'newestVersion' | 'dek'>,
  file: string,
  mode: OpenMode,
): Database {
  const { dbId, epoch, practice } = keyring;
  const expected = { dbId, epoch, practice, newestVersion, mark: null };
  return openDatabase({ file, key: dek, mode, expected, drives: systemDriveTable() });
}

function vacuumInto(job: WithKey<AsideJob | CopyJob>, target: string): void {
  const source = openWith(job, join(job.folder, job.keyring.dbFile), 'reader');
  try {
    source.prepare('vacuum into ?').run(target);
  } catch (error) {
    throw translateSqliteError(error);
  } finally {
    source.close();
  }
}

/** Whoever holds an old copy with the key could forge every later entry (security design §7.1). */
function takeAuditKeyOut(db: Database): void {
  // Neither a journal file nor a freed page may keep the key.
  db.pragma('journal_mode=DELETE');
  db.pragma('journal_mode=MEMORY');
  db.prepare('update audit_state set audit_key = null').run();
}

async function writeManifest(
  folder: string,
  { kept, ...about }: Omit<Manifest, 'mac' | 'files' | 'format'> & { kept: readonly StoredFile[] },
  dek: Buffer,
): Promise<void> {
  const files: Manifest['files'] = kept.map(({ name, storedSize, storedSha256 }) => ({
    name: `${vaultFolderName}/${name}`,
    size: storedSize,
    sha256: storedSha256,
  }));
  for (const name of copyFiles) files.push({ name, ...(await fingerprint(join(folder, name))) });
  const manifest = sealManifest({ format: 'registro-cem-copy|v2', ...about, files }, dek);
  await writeAndFlush(join(folder, manifestFileName), `${JSON.stringify(manifest, null, 1)}\n`);
}

/** One of each: what a bit of it may lose, the manifest tells, and another copy has. */
async function writeKeys(folder: string, keyring: Keyring): Promise<void> {
  await replaceFile(join(folder, 'keyring.json'), keyringText(keyring));
  const recovery = recoveryText(keyring);
  if (recovery !== null) await replaceFile(join(folder, 'recovery-slot.json'), recovery);
}

/** Heads of the copies of this line that the copied record contains: looked up, never concluded from a date. */
function headsInside(db: Database, line: string, copies: readonly KnownCopy[]): string[] {
  const find = db.prepare('select 1 from audit_entry where seq = ? and hash = ?');
  const ours = copies.filter((copy) => copy.line === line);
  return ours.filter(({ seq, head }) => find.get(seq, Buffer.from(head, 'hex')) !== undefined).map(({ head }) => head);
}

/** The pages of the record under its keys, not proven yet. */
async function bringPages(job: WithKey<AsideJob | CopyJob>, folder: string): Promise<Keyring> {
  const file = join(folder, 'data.db');
  vacuumInto(job, file);
  const writable = openWith(job, file, 'copy');
  let keyring: Keyring;
  try {
    takeAuditKeyOut(writable);
    keyring = keyringOfCopy(writable, job);
  } finally {
    writable.close();
  }
  flushFile(file);
  await writeKeys(folder, keyring);
  return keyring;
}

/** How the files of the cases come into a copy: from copies before, and whether its disk is that of the record. */
type Beside = { readonly earlier: readonly KnownCopy[]; readonly sharesOwn: boolean };

/** Proves the pages from a fresh, read-only opening, brings the files of the cases, and signs for all of it. */
async function prove(
  job: WithKey<CopyJob>,
  knowledge: Knowledge,
  { folder, keyring, earlier, sharesOwn }: Beside & { readonly folder: string; readonly keyring: Keyring },
): Promise<Pick<VerifiedCopy, 'seq' | 'head' | 'lostFiles'>> {
  const { dek, line, parent, at } = job;
  const db = openWith(job, join(folder, 'data.db'), 'verify');
  try {
    const queries = queriesOf<PlatformTables>(db);
    const { head, counts } = await checkContent(db, knowledge.kindsAt);
    const kept = await knowledge.filesOf(queries);
    const folders = earlier.map(({ name }) => join(job.target, name));
    const lostFiles = await copyKeptFiles({ folder: job.folder, sharesOwn }, folder, kept, folders);
    const hash = head.hash.toString('hex');
    const about = {
      dbId: keyring.dbId,
      epoch: keyring.epoch,
      schema: Number(db.pragma('user_version', { simple: true })),
      utc: at,
      audit: { seq: head.seq, head: hash },
      line,
      parent,
      contains: headsInside(db, line, earlier),
      counts,
      kept: kept.filter(({ name }) => !lostFiles.includes(name)),
      ...(lostFiles.length === 0 ? {} : { lostFiles }),
    };
    await writeManifest(folder, about, dek);
    await writeAndFlush(join(folder, verifiedFileName), `${JSON.stringify({ verifiedAt: at, seq: head.seq })}\n`);
    return { seq: head.seq, head: hash, lostFiles };
  } finally {
    db.close();
  }
}

/** Fills a folder of its own and gives it its name at the end; what fails leaves nothing behind. */
async function inOwnFolder<Made>(
  target: string,
  { at, dbId }: { readonly at: Instant; readonly dbId: string },
  fill: (unfinished: string) => Promise<Made>,
  nameOf: (made: Made) => string,
): Promise<{ made: Made; name: string }> {
  sweepUnfinished(target, { dbId, at });
  const unfinished = join(target, unfinishedName({ stamp: stampOf(at), dbId }));
  try {
    makeFolder(unfinished);
    const made = await fill(unfinished);
    const name = nameOf(made);
    await flushFolder(unfinished);
    await renameWithRetry(unfinished, join(target, name));
    await flushFolder(target);
    return { made, name };
  } catch (error) {
    removeQuietly(unfinished);
    throw error;
  }
}

/**
 * Puts a copy aside beside the record, which a restore takes by that folder. What cannot be proven is kept as it is,
 * without a manifest: a damaged record is still to be opened, and never changed without its pages of before.
 *
 * @throws storage
 */
export async function putCopyAside(job: WithKey<AsideJob>, knowledge: Knowledge): Promise<string> {
  const { at, folder } = job;
  const { dbId } = job.keyring;
  const fill = async (unfinished: string) => {
    const keyring = await bringPages(job, unfinished);
    const own = { ...job, kind: 'copy' as const, target: folder, line: randomUUID(), parent: null };
    try {
      await prove(own, knowledge, { folder: unfinished, keyring, earlier: [], sharesOwn: true });
    } catch (error) {
      if (!(error instanceof ExpectedFailure) || error.failure.code !== 'damaged') throw error;
    }
  };
  const { name } = await inOwnFolder(folder, { at, dbId }, fill, () => asideFor(folder, at));
  return name;
}

/**
 * Makes a copy in the target, proves it, and only then gives it its name; older ones go by the keep policy.
 *
 * @throws storage, damaged `copy-damaged`; a failed copy leaves nothing behind, and what a killed one left goes with the
 *   next
 */
export async function makeVerifiedCopy(job: WithKey<CopyJob>, knowledge: Knowledge): Promise<VerifiedCopy> {
  const { at, target, line, dek } = job;
  const { dbId } = job.keyring;
  const fill = async (folder: string) => {
    const keyring = await bringPages(job, folder);
    const earlier = listCopies(target, dbId, dek);
    return prove(job, knowledge, { folder, keyring, earlier, sharesOwn: false });
  };
  const { made, name } = await inOwnFolder(target, { at, dbId }, fill, ({ seq }) => `backup-${stampOf(at)}-${seq}`);
  removeOldCopies(target, { dbId, line }, dek);
  return { name, at, ...made };
}

/** What cannot go now is swept before the next copy: the error that ended this one is the one to tell. */
function removeQuietly(unfinished: string): void {
  try {
    rmSync(unfinished, { recursive: true, force: true });
  } catch {
    // Told above.
  }
}

/** Name of a folder for what is put aside that is not there yet: two of one second do not share it. */
export function asideFor(folder: string, since: string): string {
  for (let at = Date.parse(since); ; at += 1000) {
    const name = `anterior-${stampOf(new Date(at).toISOString())}`;
    if (!existsSync(join(folder, name))) return name;
  }
}

/** `20260610t140000z`: an instant as part of a folder name. */
export function stampOf(at: string): string {
  return at
    .replace(/\.\d+Z$/, 'z')
    .replace(/[-:]/g, '')
    .toLowerCase();
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch {
    throw fail('storage', 'copy-folder-missing');
  }
}

/**
 * The archive that was committed with the copied state, so that both always belong together; a record that keeps none
 * inside goes with the archive of the moment, which must be the one of that state or the one just after it.
 *
 * @throws damaged `keyring-damaged`, conflict
 */
function keyringOfCopy(db: Database, now: { readonly keyring: Keyring; readonly policy: KdfPolicy }): Keyring {
  const kept = metaValue(db, 'keyring');
  if (kept !== null) {
    const keyring = parseKeyring(kept, now.policy);
    if (keyring === null) throw fail('damaged', 'keyring-damaged');
    return keyring;
  }
  const stored = Number(metaValue(db, 'keyring_revision'));
  const { revision } = now.keyring;
  if (revision !== stored && revision !== stored + 1) throw fail('conflict');
  return now.keyring;
}
