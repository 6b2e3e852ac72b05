/**
 * The prescribed way to open a register (security design §4). No other file calls the driver's constructor.
 *
 * Steps 2 and 3 (owner lock, archive of keys) come before and are handed in; step 15 is the caller's first entry.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDriver from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { ExpectedFailure, fail } from '../../../shared/platform/failures.ts';
import type { Mark } from './mark.ts';
import { checkOneName, checkPlace, checkWritable, type DriveTable } from './paths.ts';
import { meansDamage, sqliteCodeOf, translateSqliteError } from './translate-sqlite-error.ts';

export type { Database } from 'better-sqlite3';

/** `main` does everything; `reader` is a worker of the same process; `verify` cannot write; `copy` is for rotation. */
export type OpenMode = 'main' | 'reader' | 'verify' | 'copy';

export interface ExpectedDatabase {
  dbId: string;
  epoch: number;
  practice: boolean;
  /** Highest `user_version` this program knows. */
  newestVersion: number;
  /** Null when there is no mark, or when the read-only state after a rollback opens the file knowingly. */
  mark: Mark | null;
}

export interface OpenOptions {
  /** Absolute path of the database file named by the archive of keys. */
  file: string;
  /** The 32-byte key; stays the caller's. */
  key: Buffer;
  mode: OpenMode;
  expected: ExpectedDatabase;
  drives: DriveTable;
  /** Required in mode `main`. */
  lock?: { isHeld(): boolean };
}

/** «CEM1»: tells our files from those of other programs. */
export const applicationId = 0x43454d31;
/** The one setting of new files, as written in the archive of keys. */
export const fileCipher = 'sqlcipher, legacy 4';

const busyTimeoutMs = 5000;
const plainHeader = Buffer.from('SQLite format 3\0', 'latin1');

/** What the checks need of a connection; the built-in driver of Node satisfies it too, which the tests use. */
export interface Connection {
  pragma(source: string, options?: { simple?: boolean }): unknown;
  prepare(source: string): { get(...values: unknown[]): unknown };
}

/** ASCII `raw:` and 64 lower-case hexadecimal digits, byte by byte: the key never becomes a string (trap F4, F9). */
export function rawKey(key: Buffer): Buffer {
  if (key.length !== 32) throw fail('unexpected', 'key-format');
  const raw = Buffer.alloc(68);
  raw.write('raw:', 'ascii');
  const digit = (value: number): number => value + (value < 10 ? 0x30 : 0x57);
  key.forEach((byte, at) => {
    raw[4 + at * 2] = digit(byte >> 4);
    raw[5 + at * 2] = digit(byte & 15);
  });
  return raw;
}

/** Step 8's check; throws `unexpected`/key-format. */
export function checkRawKey(raw: Buffer): void {
  const isDigit = (byte: number): boolean => (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66);
  const sound = raw.length === 68 && raw.subarray(0, 4).equals(Buffer.from('raw:')) && raw.subarray(4).every(isDigit);
  if (!sound) throw fail('unexpected', 'key-format');
}

/**
 * Step 9: proves that the encrypting driver is loaded and set as it must be; throws `unexpected`/wrong-driver.
 *
 * The pragmas come first: a plain driver answers them with nothing. Asking for the version already reads the
 * schema, so a wrong key may fail there (measured), which says nothing about the driver.
 */
export function checkDriver(db: Connection): void {
  const cipher = db.pragma('cipher', { simple: true });
  const legacy = String(db.pragma('legacy', { simple: true }));
  if (cipher !== 'sqlcipher' || legacy !== '4') throw fail('unexpected', 'wrong-driver');
  try {
    db.prepare('select sqlite3mc_version()').get();
  } catch (error) {
    throw refusalOfRead(error) ?? fail('unexpected', 'wrong-driver');
  }
}

/** What a first read that failed means; null when it is no fault of the file or its disk. */
function refusalOfRead(error: unknown): ExpectedFailure | null {
  if (meansDamage(error)) return fail('damaged', 'database-unreadable');
  const code = sqliteCodeOf(error) ?? '';
  // Of a driver that encrypts: a plain one does not know what it is asked.
  if (!/^SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN|FULL|READONLY)/.test(code)) return null;
  const translated = translateSqliteError(error);
  return translated instanceof ExpectedFailure ? translated : null;
}

const settings: readonly (readonly [name: string, set: string, read: number])[] = [
  ['synchronous', 'FULL', 2],
  ['temp_store', 'MEMORY', 2],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['foreign_keys', 'ON', 1],
];

/** Steps 11 and 12, each setting read back; throws `unexpected`/setting-refused. */
export function applySettings(db: Connection, mode: OpenMode): void {
  const writesAhead = mode === 'main' || mode === 'reader';
  if (writesAhead && db.pragma('journal_mode=WAL', { simple: true }) !== 'wal') refuseSetting();
  for (const [name, value, wanted] of settings) {
    db.pragma(`${name}=${value}`);
    if (db.pragma(name, { simple: true }) !== wanted) refuseSetting();
  }
  if (db.pragma('secure_delete', { simple: true }) !== 1) refuseSetting();
}

function refuseSetting(): never {
  throw fail('unexpected', 'setting-refused');
}

/** Steps 4 and 5: an encrypted file with content, before the driver sees it (traps F5 and F14). */
function checkFile(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw fail('storage', 'database-missing');
  if (found.size === 0) throw fail('damaged', 'database-empty');
  const head = Buffer.alloc(plainHeader.length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, head, 0, head.length, 0);
  } finally {
    closeSync(handle);
  }
  if (head.equals(plainHeader)) throw fail('damaged', 'database-plaintext');
}

/** Steps 7 to 9 on a connection that has read nothing yet. */
export function unlockConnection(db: Database, key: Buffer): void {
  db.pragma("cipher='sqlcipher'");
  db.pragma('legacy=4');
  const raw = rawKey(key);
  try {
    checkRawKey(raw);
    db.key(raw);
  } finally {
    raw.fill(0);
  }
  checkDriver(db);
}

/** Step 10: a wrong key fails here and not before. */
function readSchema(db: Database): void {
  try {
    db.prepare('select count(*) from sqlite_master').get();
  } catch (error) {
    throw refusalOfRead(error) ?? fail('damaged', 'database-unreadable');
  }
}

/** One value of `meta`; null when it is not there. */
export function metaValue(db: Connection, key: string): string | null {
  const row = db.prepare('select value from meta where key = ?').get(key);
  if (typeof row !== 'object' || row === null || !('value' in row)) return null;
  return typeof row.value === 'string' ? row.value : null;
}

/**
 * After step 13: a file that another program holds is opened by SQLite to read only, without a word, and would refuse
 * every save until the program ends. The folder takes files, as the check before this one found.
 *
 * @throws storage `file-held`
 */
function checkTakesWrites(db: Database): void {
  try {
    // Begins to write, and has nothing to write. «begin immediate» alone is no write to SQLite.
    db.exec('delete from meta where false');
  } catch (error) {
    throw /^SQLITE_READONLY/.test(sqliteCodeOf(error) ?? '') ? fail('storage', 'file-held') : error;
  }
}

/** Steps 13 and 14, and what SQLite does not say by itself. */
function checkContent(db: Database, { mode, expected }: Pick<OpenOptions, 'mode' | 'expected'>): void {
  checkIdentity(db, expected);
  if (mode === 'main' || mode === 'copy') checkTakesWrites(db);
  if (mode === 'main' || mode === 'reader') checkMark(db, expected.mark);
}

/** Step 13. The version comes right after the owner: a newer program may have changed what follows. */
function checkIdentity(db: Database, expected: ExpectedDatabase): void {
  if (db.pragma('application_id', { simple: true }) !== applicationId) throw fail('damaged', 'database-foreign');
  if (Number(db.pragma('user_version', { simple: true })) > expected.newestVersion) {
    throw fail('from-the-future', 'database-newer');
  }
  const hasMeta = db.prepare("select 1 from sqlite_master where type = 'table' and name = 'meta'").get();
  if (hasMeta === undefined || metaValue(db, 'db_id') !== expected.dbId) throw fail('damaged', 'database-foreign');
  if (metaValue(db, 'practice') !== (expected.practice ? '1' : '0')) throw fail('damaged', 'database-foreign');
  if (metaValue(db, 'epoch') !== String(expected.epoch)) throw fail('damaged', 'epoch-mismatch');
}

/** Step 14: the audit must contain the mark, and end where its own state says. */
function checkMark(db: Database, mark: Mark | null): void {
  const same = db
    .prepare(
      `select 1 from audit_state s join audit_entry e on e.seq = s.head_seq and e.hash = s.head_hash
       where s.head_seq = (select max(seq) from audit_entry)`,
    )
    .get();
  const empty = db.prepare('select 1 from audit_state').get() === undefined;
  if (!empty && same === undefined) throw fail('damaged', 'database-rolled-back');
  if (mark === null) return;
  const marked = db
    .prepare('select 1 from audit_entry where seq = ? and hash = ?')
    .get(mark.seq, Buffer.from(mark.hash, 'hex'));
  if (marked === undefined) throw fail('damaged', 'database-rolled-back');
}

/** Step 6. Creating is possible only through `openNewFile`. */
function connect(file: string, mode: OpenMode): Database {
  const readonly = mode === 'verify';
  return new SqliteDriver(file, { fileMustExist: true, timeout: busyTimeoutMs, readonly });
}

/**
 * Opens a register, or throws the failure of the first step that does not hold, with nothing left open or created.
 *
 * `database-unreadable` means a damaged or foreign file: a wrong password never gets this far.
 */
export function openDatabase(options: OpenOptions): Database {
  const { file, key, mode, drives, lock } = options;
  checkPlace(dirname(file), drives);
  if (mode !== 'verify') checkWritable(dirname(file));
  if (mode === 'main' && lock?.isHeld() !== true) throw fail('storage', 'already-open');
  checkOneName(file);
  checkFile(file);
  const sharedMemory = `${file}-shm`;
  const hadSharedMemory = existsSync(sharedMemory);
  const db = connect(file, mode);
  try {
    unlockConnection(db, key);
    readSchema(db);
    applySettings(db, mode);
    checkContent(db, options);
    return db;
  } catch (error) {
    db.close();
    // A wrong key on a file with a write-ahead log leaves an empty index behind (measured).
    if (!hadSharedMemory && lock?.isHeld() === true) rmSync(sharedMemory, { force: true });
    throw error instanceof ExpectedFailure ? error : translateSqliteError(error);
  }
}

/** A new encrypted file, steps 6 to 12: for the first start and copies; throws when the file exists. */
export function openNewFile(file: string, key: Buffer): Database {
  if (existsSync(file)) throw fail('storage', 'folder-not-empty');
  const db = new SqliteDriver(file, { timeout: busyTimeoutMs });
  try {
    unlockConnection(db, key);
    applySettings(db, 'main');
    return db;
  } catch (error) {
    db.close();
    rmSync(file, { force: true });
    throw error instanceof ExpectedFailure ? error : translateSqliteError(error);
  }
}

/**
 * A work file for one run that handles persons: encrypted with a key that nobody keeps, so that what a killed run leaves
 * behind is noise. Bounded memory: 64 MB of pages at most. The caller closes it and removes the file.
 */
export function openScratchFile(file: string): Database {
  const db = new SqliteDriver(file);
  try {
    unlockConnection(db, randomBytes(32));
    // Nothing to recover: a run that breaks off starts again.
    for (const set of ['journal_mode=OFF', 'synchronous=OFF', 'temp_store=MEMORY', 'cache_size=-65536']) db.pragma(set);
    db.pragma('locking_mode=EXCLUSIVE');
    return db;
  } catch (error) {
    db.close();
    rmSync(file, { force: true });
    throw translateSqliteError(error);
  }
}

/** Connection on the empty lock file of `owner-lock.ts`; never waits. */
export function openLockFile(file: string): Database {
  return new SqliteDriver(file, { timeout: 0 });
}

/** The driver loads its native part with the first file: at the start, a missing part can still be told in a box. */
export function proveDriver(): void {
  new SqliteDriver(':memory:').close();
}
