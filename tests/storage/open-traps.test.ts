import { execFileSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import SqliteDriver from 'better-sqlite3';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readKeyring } from '../../src/main/platform/storage/keyring.ts';
import { append } from '../../src/main/platform/storage/audit-chain.ts';
import { createDatabase } from '../../src/main/platform/storage/create-database.ts';
import {
  applySettings,
  checkDriver,
  checkRawKey,
  openDatabase,
  rawKey,
} from '../../src/main/platform/storage/open-database.ts';
import { acquireOwnerLock } from '../../src/main/platform/storage/owner-lock.ts';
import { checkWritable } from '../../src/main/platform/storage/paths.ts';
import { isWindows } from '../support/rights.ts';
import type { TestRegister } from './fixture.ts';
import {
  base,
  cheapPolicy,
  entry,
  inTransaction,
  listing,
  localDrives,
  newRegister,
  open,
  refusal,
  removeTempFolders,
} from './fixture.ts';

const plainMagic = 'SQLite format 3\0';
let register: TestRegister;
beforeEach(async () => {
  register = await newRegister();
});
afterAll(removeTempFolders);

/** Opening is refused with this reason, and the folder is as it was. */
async function expectRefused(reason: string, work: () => unknown): Promise<void> {
  const before = listing(register.folder);
  expect(await refusal(work)).toBe(reason);
  expect(listing(register.folder)).toEqual(before);
}

describe('openDatabase', () => {
  it('opens what was created, with every setting', () => {
    for (const mode of ['main', 'reader', 'copy', 'verify'] as const) {
      const db = open(register, { mode });
      expect(db.pragma('synchronous', { simple: true })).toBe(2);
      expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
      expect(db.readonly).toBe(mode === 'verify');
      db.close();
    }
    expect(readFileSync(register.file).subarray(0, 16).toString('latin1')).not.toBe(plainMagic);
  });

  it('refuses a network place', async () => {
    const drives = { ...localDrives, isNetwork: () => true };
    await expectRefused('storage/path-network', () => open(register, { drives }));
    const unc = { ...register, file: '\\\\server\\share\\registro.e1.db' };
    expect(await refusal(() => openDatabase({ ...unc, mode: 'reader', drives: localDrives }))).toMatch(/^storage\//);
  });

  it('refuses a folder that is synchronised', async () => {
    const drives = { ...localDrives, syncFolders: () => [register.folder] };
    await expectRefused('storage/path-sync-folder', () => open(register, { drives }));
  });

  it('refuses a folder that cannot be written', async () => {
    expect(await refusal(() => checkWritable('/proc/self'))).toBe('storage/path-read-only');
  });

  it('refuses a file with a second name', async () => {
    linkSync(register.file, join(register.folder, 'second.db'));
    await expectRefused('storage/path-link', () => open(register));
  });

  it('refuses a file that is a link', async () => {
    const target = join(register.folder, 'elsewhere.db');
    copyFileSync(register.file, target);
    rmSync(register.file);
    symlinkSync(target, register.file);
    await expectRefused('storage/path-link', () => open(register));
  });

  it('refuses a folder that another owner holds, and frees it at release', async () => {
    const lock = acquireOwnerLock(register.folder, '2026-03-01T12:00:00.000Z');
    expect(await refusal(() => open(register))).toBe('storage/already-open');
    lock.release();
    const options = { ...register, mode: 'main' as const, drives: localDrives, lock };
    expect(await refusal(() => openDatabase(options))).toBe('storage/already-open');
    open(register).close();
  });

  it('needs no note of its owner: a disk that refuses it keeps nobody out, and the lock goes', () => {
    mkdirSync(join(register.folder, 'owner.json'));
    for (let time = 0; time < 2; time += 1) {
      const lock = acquireOwnerLock(register.folder, '2026-03-01T12:00:00.000Z');
      lock.release();
      expect(lock.isHeld()).toBe(false);
    }
  });

  it('lets go of the folder when a start fails: the next one opens', async () => {
    writeFileSync(join(register.folder, 'restore-unfinished.json'), '{"stage":"placing"}');
    mkdirSync(join(register.folder, 'restoring'));
    // In the way of a rename that the start has to finish.
    mkdirSync(join(register.folder, 'restoring', 'mark.a'));
    mkdirSync(join(register.folder, 'mark.a', 'in-the-way'), { recursive: true });
    const start = () => acquireOwnerLock(register.folder, '2026-03-01T12:00:00.000Z');
    expect(await refusal(start)).toBe('storage/restore-not-finished');
    rmSync(join(register.folder, 'mark.a'), { recursive: true });
    start().release();
  });

  it('refuses a missing and a damaged archive of keys', async () => {
    const names = ['keyring.json', 'keyring.json.1', 'keyring.json.2'].map((name) => join(register.folder, name));
    for (const name of names) writeFileSync(name, '{"format":1');
    await expectRefused('damaged/keyring-damaged', () => readKeyring(register.folder, cheapPolicy));
    for (const name of names) rmSync(name);
    await expectRefused('damaged/keyring-missing', () => readKeyring(register.folder, cheapPolicy));
  });

  it('refuses a missing database and creates none', async () => {
    rmSync(register.file);
    await expectRefused('storage/database-missing', () => open(register));
  });

  it('refuses a zero-byte file (trap F14)', async () => {
    writeFileSync(register.file, '');
    await expectRefused('damaged/database-empty', () => open(register));
  });

  it('refuses an unencrypted file (trap F5)', async () => {
    rmSync(register.file);
    const plain = new DatabaseSync(register.file);
    plain.exec('create table t (a text)');
    plain.close();
    await expectRefused('damaged/database-plaintext', () => open(register));
  });

  it('refuses a wrong key without touching file or write-ahead log', async () => {
    const writer = open(register);
    await inTransaction(writer, (trx) => append(trx, entry('case.opened')));
    const [main, log] = [readFileSync(register.file), readFileSync(`${register.file}-wal`)];
    writer.close();
    writeFileSync(register.file, main);
    writeFileSync(`${register.file}-wal`, log);
    await expectRefused('damaged/database-unreadable', () => open(register, { key: randomBytes(32) }));
    expect(readFileSync(`${register.file}-wal`).equals(log)).toBe(true);
    const db = open(register);
    expect(db.prepare('select count(*) as n from audit_entry').get()).toEqual({ n: 2 });
    db.close();
  });

  it.each([
    ['another cipher', ["cipher='chacha20'"]],
    ['another setting of the cipher', ["cipher='sqlcipher'", 'legacy=0']],
    ['an older form of the cipher', ["cipher='sqlcipher'", 'legacy=3']],
  ])('refuses a file of %s under the same key, and leaves it as it is', async (_what, pragmas) => {
    rmSync(register.file);
    const other = new SqliteDriver(register.file);
    for (const pragma of pragmas) other.pragma(pragma);
    other.key(rawKey(register.key));
    other.exec('create table t (a text)');
    other.close();
    const before = readFileSync(register.file);
    await expectRefused('damaged/database-unreadable', () => open(register));
    expect(readFileSync(register.file).equals(before)).toBe(true);
  });

  it('refuses the file of another register, another application or the practice centre', async () => {
    await expectRefused('damaged/database-foreign', () => open(register, { dbId: randomUUID() }));
    await expectRefused('damaged/database-foreign', () => open(register, { practice: true }));
    const db = open(register);
    db.pragma('application_id=7');
    db.close();
    await expectRefused('damaged/database-foreign', () => open(register));
  });

  it('refuses another epoch', async () => {
    await expectRefused('damaged/epoch-mismatch', () => open(register, { epoch: 2 }));
  });

  it('refuses a newer file', async () => {
    await expectRefused('from-the-future/database-newer', () => open(register, { newestVersion: 0 }));
  });

  it('refuses a database that does not contain the mark', async () => {
    const mark = { dbId: register.expected.dbId, seq: 2, hash: '00'.repeat(32), utc: '2026-03-01T12:00:00.000Z' };
    await expectRefused('damaged/database-rolled-back', () => open(register, { mark }));
  });

  it('refuses a key of the wrong form', async () => {
    await expectRefused('unexpected/key-format', () => open(register, { key: randomBytes(31) }));
    for (const raw of ['raw:' + 'AB'.repeat(32), 'hex:' + 'ab'.repeat(32), 'raw:ab', '']) {
      expect(await refusal(() => checkRawKey(Buffer.from(raw)))).toBe('unexpected/key-format');
    }
  });

  it('refuses a driver that does not encrypt, and one with default settings (traps F5b, F13)', async () => {
    const plain = new DatabaseSync(':memory:');
    const asConnection = {
      prepare: (source: string) => ({ get: () => plain.prepare(source).get() }),
      pragma: (source: string) => Object.values(plain.prepare(`pragma ${source}`).get() ?? {})[0],
    };
    expect(await refusal(() => checkDriver(asConnection))).toBe('unexpected/wrong-driver');
    plain.close();
    const unset = new SqliteDriver(register.file);
    expect(await refusal(() => checkDriver(unset))).toBe('unexpected/wrong-driver');
    unset.pragma("cipher='sqlcipher'");
    unset.pragma('legacy=0');
    expect(await refusal(() => checkDriver(unset))).toBe('unexpected/wrong-driver');
    unset.close();
  });

  it.each([
    ['SQLITE_IOERR_READ', 'storage/disk-error'],
    ['SQLITE_CANTOPEN', 'storage/cannot-open'],
    ['SQLITE_BUSY', 'storage/busy'],
    ['SQLITE_ERROR', 'unexpected/wrong-driver'],
  ])('has words for a first read that meets %s: the driver is not blamed for the disk', async (code, words) => {
    const asked: Readonly<Record<string, string>> = { cipher: 'sqlcipher', legacy: '4' };
    const connection = {
      pragma: (source: string) => asked[source],
      prepare: () => ({
        get: () => {
          throw new SqliteDriver.SqliteError('injected', code);
        },
      }),
    };
    expect(await refusal(() => checkDriver(connection))).toBe(words);
  });

  it('refuses a connection that does not take a setting', async () => {
    const memory = new SqliteDriver(':memory:');
    expect(
      await refusal(() => {
        applySettings(memory, 'main');
      }),
    ).toBe('unexpected/setting-refused');
    memory.close();
  });

  it('keeps passphrases and raw keys apart (trap F4)', () => {
    const forms = [register.key, Buffer.from(register.key.toString('hex')), Buffer.from('x')];
    for (const form of forms) {
      const db = new SqliteDriver(register.file, { fileMustExist: true });
      db.pragma("cipher='sqlcipher'");
      db.pragma('legacy=4');
      db.key(form);
      expect(() => db.prepare('select count(*) from sqlite_master').get()).toThrow('not a database');
      db.close();
    }
  });

  // The tool is not built for Windows; the file is the same.
  it.skipIf(isWindows)('writes files that the sqlcipher tool reads with the raw key and not without (trap F20)', () => {
    const ask = (script: string): string =>
      execFileSync('sqlcipher', [register.file], {
        input: script,
        stdio: ['pipe', 'pipe', 'pipe'],
      }).toString();
    const key = `PRAGMA key = "x'${register.key.toString('hex')}'";\n`;
    expect(ask(`${key}pragma integrity_check;\nselect action from audit_entry;\n`)).toMatch(/ok\s+register\.created/);
    const attempt = (): string => {
      try {
        return ask('select action from audit_entry;\n');
      } catch {
        return 'refused';
      }
    };
    expect(attempt()).not.toContain('register.created');
  });
});

/** The traps of the reliability design, each by the title of its test above. */
const traps = [
  'refuses an unencrypted file',
  'refuses a zero-byte file',
  'refuses a wrong key without touching file or write-ahead log',
  'under the same key, and leaves it as it is',
  'refuses a newer file',
  'refuses a database that does not contain the mark',
  'refuses a network place',
  'refuses a folder that is synchronised',
  'refuses a folder that cannot be written',
  'refuses a folder that another owner holds, and frees it at release',
  'refuses a missing and a damaged archive of keys',
  'refuses another epoch',
];

describe('traps of opening', () => {
  it('are refused, 12 of 12', () => {
    const titles = readFileSync(import.meta.filename, 'utf8').split('\ndescribe(')[1] ?? '';
    expect(traps.filter((title) => titles.includes(title))).toHaveLength(12);
  });
});

describe('createDatabase', () => {
  it('creates nothing beside anything that is there', async () => {
    const options = { key: register.key, dbId: randomUUID(), practice: false, migrations: [base], drives: localDrives };
    for (const name of ['registro.e1.db', 'registro.e2.db']) {
      const file = join(register.folder, name);
      await expectRefused('storage/folder-not-empty', () => createDatabase({ ...options, file }));
    }
  });
});
