/**
 * A verified copy (reliability design §4), as the copying thread makes it. A copy that was not opened again does not count.
 *
 * `VACUUM INTO` runs on a connection of that thread: it sees one committed state while the record goes on being written.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Instant } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { KdfPolicy } from '../platform/crypto/kdf.ts';
import { flushFolder, renameWithRetry, replaceFile, writeAndFlush } from '../platform/storage/durable-file.ts';
import { vaultFolderName, type StoredFile } from '../platform/storage/file-vault.ts';
import { keyringText, recoveryText } from '../platform/storage/keyring-format.ts';
import type { Keyring } from '../platform/storage/keyring.ts';
import { queriesOf } from '../platform/storage/migrate.ts';
import { openDatabase, type Database, type OpenMode } from '../platform/storage/open-database.ts';
import { systemDriveTable } from '../platform/storage/paths.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import type { SealedKind } from '../platform/storage/record-seals.ts';
import { clearSecrets, readSecrets } from '../platform/storage/secrets.ts';
import { translateSqliteError } from '../platform/storage/translate-sqlite-error.ts';
import { checkContent } from './content.ts';
import { flushFile } from './flush-file.ts';
import { copyKeptFiles } from './kept-files.ts';
import { keyringOfCopy } from './keys-of-copy.ts';
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

/** What belongs to the program and not to one copy: the thread knows it by itself. */
export type Knowledge = {
  readonly kinds: readonly SealedKind[];
  /** Files beside the database that a state of the record names: a copy without one of them is no copy. */
  readonly filesOf: (db: Kysely<PlatformTables>) => Promise<readonly StoredFile[]>;
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

function vacuumInto(job: WithKey<CopyJob>, target: string): void {
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

/** Fills the folder and proves it from a fresh, read-only opening. */
async function fill(
  job: WithKey<CopyJob>,
  knowledge: Knowledge,
  folder: string,
  earlier: readonly KnownCopy[],
): Promise<Pick<VerifiedCopy, 'seq' | 'head' | 'lostFiles'>> {
  const { dek, line, parent, at } = job;
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
  const db = openWith(job, file, 'verify');
  try {
    const queries = queriesOf<PlatformTables>(db);
    const secrets = await queries.transaction().execute((trx) => readSecrets(trx));
    const { kinds } = knowledge;
    const { head, counts } = await checkContent(db, { kinds, recordSealKey: secrets.recordSealKey });
    clearSecrets(secrets);
    const kept = await knowledge.filesOf(queries);
    const folders = earlier.map(({ name }) => join(job.target, name));
    const lostFiles = await copyKeptFiles(job.folder, folder, kept, folders);
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

/**
 * Makes a copy in the target, proves it, and only then gives it its name; older ones go by the keep policy.
 *
 * @throws storage, damaged `copy-damaged`; a failed copy leaves nothing behind, and what a killed one left goes with the
 *   next
 */
export async function makeVerifiedCopy(job: WithKey<CopyJob>, knowledge: Knowledge): Promise<VerifiedCopy> {
  const { at, target, line, dek } = job;
  const { dbId } = job.keyring;
  const stamp = stampOf(at);
  sweepUnfinished(target, { dbId, at });
  const unfinished = join(target, unfinishedName({ stamp, dbId }));
  try {
    makeFolder(unfinished);
    const made = await fill(job, knowledge, unfinished, listCopies(target, dbId, dek));
    const name = `backup-${stamp}-${made.seq}`;
    await flushFolder(unfinished);
    await renameWithRetry(unfinished, join(target, name));
    await flushFolder(target);
    removeOldCopies(target, { dbId, line }, dek);
    return { name, at, ...made };
  } catch (error) {
    removeQuietly(unfinished);
    throw error;
  }
}

/** What cannot go now is swept before the next copy: the error that ended this one is the one to tell. */
function removeQuietly(unfinished: string): void {
  try {
    rmSync(unfinished, { recursive: true, force: true });
  } catch {
    // Told above.
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
