/**
 * A verified copy (reliability design §4). A copy that was not opened again does not count.
 *
 * `VACUUM INTO` runs on a second connection of this process: it sees one committed state while the first keeps writing.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { instantIn } from '../../shared/platform/clock.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import { flushFolder, renameWithRetry, writeAndFlush } from '../platform/storage/durable-file.ts';
import { writeKeyring, type Keyring } from '../platform/storage/keyring.ts';
import { vaultFolderName, type StoredFile } from '../platform/storage/file-vault.ts';
import { newestVersion, queriesOf } from '../platform/storage/migrate.ts';
import { metaValue, openDatabase, type Database, type OpenMode } from '../platform/storage/open-database.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import { translateSqliteError } from '../platform/storage/translate-sqlite-error.ts';
import { checkContent } from './content.ts';
import { copyFiles, fingerprint, manifestFileName, sealManifest, verifiedFileName, type Manifest } from './manifest.ts';
import type { CopyParts } from './parts.ts';
import { flushFile } from './flush-file.ts';
import { copyKeptFiles } from './kept-files.ts';
import { copyFolders, removeOldCopies } from './keep.ts';

export type VerifiedCopy = {
  /** Folder name, `backup-20260610t140000z-57`. */
  readonly name: string;
  readonly at: Instant;
  /** Last audit entry inside. */
  readonly seq: number;
  /** Files of the cases that it had to be made without: sound neither in the record nor in any copy before. */
  readonly lostFiles: readonly string[];
};

/** Keys of this copy alone: a lock in the middle zeroes those of the strong room, and zeros must sign nothing. */
type Held = Pick<CopyParts, 'ports' | 'kinds' | 'migrations' | 'filesOf'> & {
  readonly folder: string;
  readonly keyring: Keyring;
  readonly dek: Buffer;
  readonly recordSealKey: Buffer;
};

function hold({ strongroom, ports, kinds, migrations, filesOf }: CopyParts): Held {
  const { folder, keyring, dek, secrets } = strongroom;
  const keys = { dek: Buffer.from(dek), recordSealKey: Buffer.from(secrets.recordSealKey) };
  return { ports, kinds, migrations, filesOf, folder, keyring, ...keys };
}

function open(held: Held, file: string, mode: OpenMode): Database {
  const { dbId, epoch, practice } = held.keyring;
  const expected = { dbId, epoch, practice, newestVersion: newestVersion(held.migrations), mark: null };
  return openDatabase({ file, key: held.dek, mode, expected, drives: held.ports.drives });
}

function vacuumInto(held: Held, target: string): void {
  const source = open(held, join(held.folder, held.keyring.dbFile), 'reader');
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

/** The archive of keys must be the one of the copied state, or the one just after it. */
function checkRevision(db: Database, keyring: Keyring): void {
  const stored = Number(metaValue(db, 'keyring_revision'));
  if (keyring.revision !== stored && keyring.revision !== stored + 1) throw fail('conflict');
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
  const manifest = sealManifest({ format: 'registro-cem-copy|v1', ...about, files }, dek);
  await writeAndFlush(join(folder, manifestFileName), `${JSON.stringify(manifest, null, 1)}\n`);
}

/** Fills the folder and proves it from a fresh, read-only opening. */
async function fill(
  held: Held,
  folder: string,
  at: Instant,
  earlier: readonly string[],
): Promise<Pick<VerifiedCopy, 'seq' | 'lostFiles'>> {
  const { keyring, dek, kinds, recordSealKey } = held;
  const file = join(folder, 'data.db');
  vacuumInto(held, file);
  const writable = open(held, file, 'copy');
  try {
    takeAuditKeyOut(writable);
    checkRevision(writable, keyring);
  } finally {
    writable.close();
  }
  flushFile(file);
  await writeKeyring(folder, keyring);
  const db = open(held, file, 'verify');
  try {
    const { head, counts } = await checkContent(db, { kinds, recordSealKey });
    const kept = await held.filesOf(queriesOf<PlatformTables>(db));
    const lostFiles = await copyKeptFiles(held.folder, folder, kept, earlier);
    const about = {
      dbId: keyring.dbId,
      epoch: keyring.epoch,
      schema: Number(db.pragma('user_version', { simple: true })),
      utc: at,
      audit: { seq: head.seq, head: head.hash.toString('hex') },
      counts,
      kept: kept.filter(({ name }) => !lostFiles.includes(name)),
      ...(lostFiles.length === 0 ? {} : { lostFiles }),
    };
    await writeManifest(folder, about, dek);
    await writeAndFlush(join(folder, verifiedFileName), `${JSON.stringify({ verifiedAt: at, seq: head.seq })}\n`);
    return { seq: head.seq, lostFiles };
  } finally {
    db.close();
  }
}

/**
 * Makes a copy in `target`, proves it, and only then gives it its name; older ones go by the keep policy.
 *
 * @throws storage, damaged `copy-damaged`; a failed copy leaves nothing behind
 */
export async function makeVerifiedCopy(parts: CopyParts, target: string): Promise<VerifiedCopy> {
  const at = instantIn(parts.clock);
  const stamp = at
    .replace(/\.\d+Z$/, 'z')
    .replace(/[-:]/g, '')
    .toLowerCase();
  const held = hold(parts);
  const unfinished = join(target, `unfinished-${stamp}-${process.pid}`);
  try {
    makeFolder(unfinished);
    const made = await fill(held, unfinished, at, copyFolders(target, held.keyring.dbId));
    const name = `backup-${stamp}-${made.seq}`;
    await flushFolder(unfinished);
    await renameWithRetry(unfinished, join(target, name));
    await flushFolder(target);
    removeOldCopies(target, held.keyring.dbId);
    return { name, at, ...made };
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  } finally {
    held.dek.fill(0);
    held.recordSealKey.fill(0);
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch {
    throw fail('storage', 'copy-folder-missing');
  }
}
