/**
 * From keys to an open register: the archive of keys that the database confirms, what was mended, what was put back.
 *
 * Any archive that a password opens is good enough to try: a wrong database key opens no database. Which archive is true
 * says the copy inside the database (decision D34).
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Instant } from '../../../shared/platform/dates.ts';
import { ExpectedFailure, fail } from '../../../shared/platform/failures.ts';
import type { Trouble } from '../../../shared/platform/troubles.ts';
import type { KdfPolicy } from '../crypto/kdf.ts';
import { isUnderWay } from './durable-file.ts';
import { keyringText, parseKeyring, staffSlotsOf } from './keyring-format.ts';
import { isKeyringWhole, verifyMac, writeKeyring, type Keyring, type KeyringFiles, type Opening } from './keyring.ts';
import type { Mark } from './mark.ts';
import { writeMeta } from './meta.ts';
import { newestVersion, type Migration } from './migrate.ts';
import { metaValue, openDatabase, type Database } from './open-database.ts';
import type { OwnerLock } from './owner-lock.ts';
import type { DriveTable } from './paths.ts';
import type { PlatformTables } from './platform-tables.ts';
import { handedOn } from './rows.ts';
import { sharedUntilSql } from './shared-until.ts';

export type { Trouble } from '../../../shared/platform/troubles.ts';

export type OpeningParts = {
  readonly folder: string;
  readonly policy: KdfPolicy;
  readonly drives: DriveTable;
  readonly migrations: readonly Migration[];
  /** The folder is this process's. */
  readonly lock: OwnerLock;
};

export type OpenedFile = {
  readonly db: Database;
  readonly troubles: readonly Trouble[];
};

type LastEntry = { readonly seq: number; readonly utc: Instant };

/** Everything in the folder that a password may open. */
export function archivesOf({ archives, staged }: KeyringFiles): Keyring[] {
  return staged === null ? [...archives] : [...archives, staged];
}

function lastEntry(db: Database): LastEntry | null {
  const row = db.prepare('select seq, utc from audit_entry order by seq desc limit 1').get();
  return (row as LastEntry | undefined) ?? null;
}

/** The last entry that a file that was put back shares with what it took the place of. */
function lastShared(db: Database): LastEntry | null {
  const last = lastEntry(db);
  const until = db.prepare(sharedUntilSql).pluck().get() as number | null;
  if (last === null || until === null || until >= last.seq) return last;
  return (db.prepare('select seq, utc from audit_entry where seq = ?').get(until) as LastEntry | undefined) ?? last;
}

function rolledBack(last: LastEntry | null, mark: Mark): Trouble {
  const behind = last === null ? 0 : mark.seq - last.seq;
  const same = { kind: 'rolled-back', reachesTo: last?.utc ?? null, lastKeptAt: mark.utc as Instant } as const;
  // A file that is not behind its mark has another history: where the two parted nobody knows.
  return behind > 0
    ? { ...same, missing: behind, keptTo: last?.seq ?? null }
    : { ...same, missing: null, keptTo: null };
}

/** The archive of keys knows of a later state than the file, and no mark says how much later. */
export function behindItsKeys(db: Database): Trouble {
  const last = lastShared(db);
  const unknown = { missing: null, lastKeptAt: null };
  return { kind: 'rolled-back', reachesTo: last?.utc ?? null, keptTo: last?.seq ?? null, ...unknown };
}

/** A file put back to an earlier state is still opened, to read: the alarm must not hide a woman's record. */
export function openFile(parts: OpeningParts, { keyring, unlocked }: Opening, mark: Mark | null): OpenedFile {
  const { folder, drives, migrations, lock } = parts;
  const { dbId, epoch, practice } = keyring;
  const expected = { dbId, epoch, practice, newestVersion: newestVersion(migrations) };
  const opening = { file: join(folder, keyring.dbFile), key: unlocked.dek, mode: 'main' as const, drives, lock };
  try {
    const db = openDatabase({ ...opening, expected: { ...expected, mark } });
    return { db, troubles: [] };
  } catch (error) {
    if (!(error instanceof ExpectedFailure) || error.failure.reason !== 'database-rolled-back') throw error;
    if (mark === null) throw error;
    const db = openDatabase({ ...opening, expected: { ...expected, mark: null } });
    const last = lastShared(db);
    return { db, troubles: [rolledBack(last, mark)] };
  }
}

/** The newest archive of the three files that somebody with the database key wrote. */
function newestSound(files: KeyringFiles, dek: Buffer): Keyring | null {
  return files.archives.filter((one) => verifyMac(one, dek)).sort((a, b) => b.revision - a.revision)[0] ?? null;
}

/**
 * The archive to go on with for whoever opened the record with this slot. A change that was cut off is ended as the
 * password says: the new one ends it; the one of before takes it back, or is good for a last time.
 *
 * @throws wrong-secret for a slot that the record no longer knows: an older archive of keys was put back
 */
function settled(truth: Keyring, slotId: string, dek: Buffer, staged: Keyring | null): Keyring {
  if (truth.slots.some((slot) => slot.slotId === slotId)) return truth;
  if (staged === null || !verifyMac(staged, dek)) throw fail('wrong-secret');
  if (staged.revision === truth.revision) return truth;
  const slot = staffSlotsOf(staged).find((one) => one.slotId === slotId);
  const isHers = staffSlotsOf(truth).some((one) => one.staffId === slot?.staffId);
  if (staged.revision !== truth.revision + 1 || !isHers) throw fail('wrong-secret');
  return staged;
}

export type JudgedKeyring = {
  readonly keyring: Keyring;
  /** Folder and database both say so. */
  readonly isWhole: boolean;
  /** The folder has a later archive than the database: the database was put back. */
  readonly isAhead: boolean;
};

/** Which archive of keys is true, after opening with these keys. @throws wrong-secret, damaged keyring-damaged */
export function judgeKeyring(
  db: Database,
  { unlocked: { dek, slotId } }: Opening,
  files: KeyringFiles,
  parts: Pick<OpeningParts, 'folder' | 'policy'>,
): JudgedKeyring {
  const stored = parseKeyring(metaValue(db, 'keyring') ?? '', parts.policy);
  const inside = stored !== null && verifyMac(stored, dek) ? stored : null;
  const outside = newestSound(files, dek);
  const isAhead = inside !== null && outside !== null && outside.revision > inside.revision;
  const truth = isAhead ? outside : (inside ?? outside);
  if (truth === null) throw fail('damaged', 'keyring-damaged');
  const keyring = settled(truth, slotId, dek, files.staged);
  const isInside = metaValue(db, 'keyring') === keyringText(keyring);
  return { keyring, isAhead, isWhole: isInside && isKeyringWhole(parts.folder, keyring) };
}

/** The archive of keys inside the database, in the transaction that changes it. */
export async function keepKeyring(db: Kysely<PlatformTables>, keyring: Keyring): Promise<void> {
  await writeMeta(handedOn(db), 'keyring', keyringText(keyring));
  await writeMeta(handedOn(db), 'keyring_revision', String(keyring.revision));
}

/** Mends the archive of keys in the folder; false when that could not be done now. */
export async function mendKeyring(folder: string, keyring: Keyring): Promise<boolean> {
  try {
    await writeKeyring(folder, keyring);
    return true;
  } catch {
    return false;
  }
}

/**
 * Half-written files of a process that ended in the middle; this one owns the folder. While one person opens the record
 * another one's attempt may be counted in it: what this process writes just now stays.
 */
export function sweepHalfWritten(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => /^[a-z.-]+(?:\.[a-z0-9]+)*\.[0-9a-f]{8}\.tmp$/.test(one))) {
    if (!isUnderWay(name)) rmSync(join(folder, name), { force: true });
  }
}

/** The first of the openings whose database opens; the others' keys are zeroed. @throws what the first one met */
export function openFirst(
  openings: readonly Opening[],
  open: (opening: Opening) => OpenedFile,
): { opening: Opening; file: OpenedFile } {
  let met: unknown = null;
  for (const opening of openings) {
    try {
      return { opening, file: open(opening) };
    } catch (error) {
      met ??= error;
    }
  }
  throw met;
}

/** Zeroes the keys of openings that are not gone on with. */
export function forget(openings: readonly Opening[]): void {
  for (const { unlocked } of openings) {
    unlocked.dek.fill(0);
    unlocked.secretKey.fill(0);
  }
}
