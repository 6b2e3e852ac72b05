/** «Recuperar desde una copia»: into an empty data folder, checked before anything takes its place there. */
import { copyFileSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { instantIn, type Clock } from '../../shared/platform/clock.ts';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import { renameWithRetry } from '../platform/storage/durable-file.ts';
import { startNewSegment, type AuditInput, type StartedSegment } from '../platform/storage/audit-chain.ts';
import type { Trx } from '../database.ts';
import { readKeyring, unlockSlot, writeKeyring, type Keyring } from '../platform/storage/keyring.ts';
import { markKeyOf, resetMark } from '../platform/storage/mark.ts';
import { newestVersion, queriesOf } from '../platform/storage/migrate.ts';
import { openDatabase, type Database } from '../platform/storage/open-database.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import { beginRestore, clearRestore, endRestore, stagedName } from '../platform/storage/restore-in-hand.ts';
import { clearSecrets, readSecrets } from '../platform/storage/secrets.ts';
import { checkContent } from './content.ts';
import { flushFile } from './flush-file.ts';
import { checkKeptFiles, takeKeptFiles } from './kept-files.ts';
import { checkFiles, checkManifestMac, readManifest, type Manifest } from './manifest.ts';
import type { CopyParts } from './parts.ts';

/** Steps of a restore, in their order; a test watches them, looks at the folder as a cut would leave it, or lets one fail. */
export type RestoreStep = 'noted' | 'database' | 'file' | 'proven' | 'renamed' | 'marked' | 'keys' | 'done';
type Watch = (step: RestoreStep) => void;

export type RestoreRequest = {
  readonly folder: string;
  readonly login: string;
  readonly password: string;
  /** The start key of the new segment goes to a file of the caller's at once, and needs no sheet. */
  readonly takesStartKey: boolean;
};

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** Everything that can be said of the set before a password is asked. */
async function checkSet(parts: CopyParts, folder: string): Promise<{ manifest: Manifest; keyring: Keyring }> {
  if (!isFolder(folder)) throw fail('storage', 'copy-folder-missing');
  const manifest = readManifest(folder);
  if (manifest.schema > newestVersion(parts.migrations)) throw fail('from-the-future', 'database-newer');
  const { keyring } = readKeyring(folder, parts.strongroom.policy);
  if (keyring.dbId !== manifest.dbId || keyring.epoch !== manifest.epoch) throw fail('damaged', 'copy-foreign');
  await checkFiles(folder, manifest);
  return { manifest, keyring };
}

function openStaged(parts: CopyParts, keyring: Keyring, dek: Buffer): Database {
  const file = join(parts.strongroom.folder, stagedName);
  const { dbId, epoch, practice } = keyring;
  const expected = { dbId, epoch, practice, newestVersion: newestVersion(parts.migrations), mark: null };
  try {
    return openDatabase({ file, key: dek, mode: 'copy', expected, drives: parts.ports.drives });
  } catch (error) {
    const reason = error instanceof ExpectedFailure ? error.failure.reason : null;
    if (reason === 'database-foreign' || reason === 'epoch-mismatch') throw fail('damaged', 'copy-foreign');
    throw error;
  }
}

function firstEntry(clock: Clock, staffId: string, manifest: Manifest): AuditInput {
  const { audit, utc, counts } = manifest;
  const about = { previousSeq: audit.seq, previousHead: audit.head, copyMadeAt: utc, counts };
  return {
    utc: instantIn(clock),
    mono: performance.now(),
    staffId,
    role: null,
    device: 'restore',
    action: 'backup.restored',
    objectKind: null,
    objectId: null,
    reason: null,
    outcome: 'ok',
    detail: JSON.stringify(about),
  };
}

type Staged = {
  readonly manifest: Manifest;
  readonly keyring: Keyring;
  readonly dek: Buffer;
  readonly staffId: string;
  readonly takesStartKey: boolean;
};

/** Proves the staged database and starts its new segment. */
async function prepareStaged(parts: CopyParts, staged: Staged): Promise<StartedSegment> {
  const db = openStaged(parts, staged.keyring, staged.dek);
  try {
    const queries = queriesOf<PlatformTables>(db);
    const secrets = await queries.transaction().execute((trx) => readSecrets(trx));
    const { kinds } = parts;
    const { head } = await checkContent(db, { kinds, recordSealKey: secrets.recordSealKey });
    clearSecrets(secrets);
    await checkKeptFiles(parts.strongroom.folder, await parts.filesOf(queries), staged.manifest);
    const { audit } = staged.manifest;
    if (head.seq !== audit.seq || head.hash.toString('hex') !== audit.head) throw fail('damaged', 'copy-damaged');
    return await queries.transaction().execute(async (trx) => {
      const begun = await startNewSegment(trx, firstEntry(parts.clock, staged.staffId, staged.manifest));
      if (staged.takesStartKey) await parts.startKeys.noteOnPaper(trx as unknown as Trx, begun.segment);
      return begun;
    });
  } finally {
    db.close();
  }
}

/** The archive of keys comes last: until it stands there, the folder opens nothing. */
async function putInPlace(parts: CopyParts, staged: Staged, { head }: StartedSegment, watch: Watch): Promise<void> {
  const { folder } = parts.strongroom;
  const { keyring, dek } = staged;
  await renameWithRetry(join(folder, stagedName), join(folder, keyring.dbFile));
  watch('renamed');
  const markKey = markKeyOf(dek);
  const mark = { dbId: keyring.dbId, seq: head.seq, hash: head.hash.toString('hex'), utc: instantIn(parts.clock) };
  await resetMark(folder, markKey, mark);
  markKey.fill(0);
  watch('marked');
  await writeKeyring(folder, keyring);
  watch('keys');
}

/** Brings the copy into the folder, under names that open nothing. */
async function stage(parts: CopyParts, copy: string, manifest: Manifest, watch: Watch): Promise<void> {
  const { folder } = parts.strongroom;
  clearRestore(folder);
  await beginRestore(folder);
  watch('noted');
  copyFileSync(join(copy, 'data.db'), join(folder, stagedName));
  flushFile(join(folder, stagedName));
  watch('database');
  await takeKeptFiles(copy, folder, manifest, () => {
    watch('file');
  });
}

/**
 * Restores a verified copy and answers the segment that began, whose start key must reach a paper. The data folder must be empty; whatever fails before the end leaves it so, and what a cut of
 * the power leaves counts as empty.
 *
 * @throws storage `folder-not-empty`, `copy-folder-missing`; damaged `copy-incomplete`, `copy-damaged`,
 *   `copy-foreign`; wrong-secret; from-the-future `database-newer`
 */
export async function restoreCopy(
  parts: CopyParts,
  request: RestoreRequest,
  watch: Watch = () => undefined,
): Promise<StartedSegment> {
  const { strongroom } = parts;
  strongroom.claim();
  if (!strongroom.isEmpty()) throw fail('storage', 'folder-not-empty');
  const { manifest, keyring } = await checkSet(parts, request.folder);
  const unlocked = await unlockSlot(keyring, request.login, request.password, strongroom.policy);
  unlocked.secretKey.fill(0);
  try {
    checkManifestMac(manifest, unlocked.dek);
    await stage(parts, request.folder, manifest, watch);
    const { dek, staffId } = unlocked;
    const staged = { manifest, keyring, dek, staffId, takesStartKey: request.takesStartKey };
    const begun = await prepareStaged(parts, staged);
    watch('proven');
    await putInPlace(parts, staged, begun, watch);
    await endRestore(strongroom.folder);
    watch('done');
    return begun;
  } catch (error) {
    // Nothing goes once the archive of keys stands there: from then on it is a register.
    clearRestore(strongroom.folder);
    throw error;
  } finally {
    unlocked.dek.fill(0);
  }
}
