/** A real encrypted register in a temporary folder, with a key derivation cheap enough for tests. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Transaction } from 'kysely';
import { run } from '../../src/main/migrations/0090-platform-baseline.ts';
import { platform } from '../../src/main/migrations/baseline/platform.ts';
import type { KdfPolicy } from '../../src/main/platform/crypto/kdf.ts';
import { startSegment } from '../../src/main/platform/storage/audit-chain.ts';
import type { AuditInput } from '../../src/main/platform/storage/audit-chain.ts';
import { createDatabase } from '../../src/main/platform/storage/create-database.ts';
import { createKeyring, writeKeyring } from '../../src/main/platform/storage/keyring.ts';
import type { Keyring } from '../../src/main/platform/storage/keyring.ts';
import { queriesOf } from '../../src/main/platform/storage/migrate.ts';
import type { Migration } from '../../src/main/platform/storage/migrate.ts';
import { openDatabase } from '../../src/main/platform/storage/open-database.ts';
import type { Database, ExpectedDatabase, OpenMode } from '../../src/main/platform/storage/open-database.ts';
import { acquireOwnerLock } from '../../src/main/platform/storage/owner-lock.ts';
import type { DriveTable } from '../../src/main/platform/storage/paths.ts';
import type { PlatformTables } from '../../src/main/platform/storage/platform-tables.ts';
import type { Instant } from '../../src/shared/platform/dates.ts';
import { ExpectedFailure } from '../../src/shared/platform/failures.ts';

const cheap = { m: 8, t: 1, p: 1 };
export const cheapPolicy: KdfPolicy = { target: cheap, floor: cheap, cap: { m: 64, t: 4, p: 1 } };
export const localDrives: DriveTable = { isNetwork: () => false, syncFolders: () => [] };
export const base: Migration = { id: '0001-platform-base', up: (db) => run(db, platform) };
export const login = 'mtorres';
export const passphrase = 'tamelo-digura-ponabe-fulosa';

const folders: string[] = [];

export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'registro-storage-'));
  folders.push(folder);
  return folder;
}

export function removeTempFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function entry(action: string, more: Partial<AuditInput> = {}): AuditInput {
  const nobody = { staffId: null, role: null, objectKind: null, objectId: null, reason: null, detail: null };
  return {
    utc: '2026-03-01T12:00:00.000Z' as Instant,
    mono: 1,
    device: 'pc-1',
    action,
    outcome: 'ok',
    ...nobody,
    ...more,
  };
}

export interface TestRegister {
  folder: string;
  file: string;
  key: Buffer;
  staffId: string;
  startKey: Buffer;
  recoveryKey: Buffer;
  keyring: Keyring;
  expected: ExpectedDatabase;
}

/** Makes a register with one audit entry, and closes it. */
export async function newRegister({ practice = false } = {}): Promise<TestRegister> {
  const folder = tempFolder();
  const file = join(folder, 'registro.e1.db');
  const [key, startKey, recoveryKey] = [randomBytes(32), randomBytes(32), randomBytes(32)];
  const [dbId, staffId] = [randomUUID(), randomUUID()];
  const db = await createDatabase({ file, key, dbId, practice, migrations: [base], drives: localDrives });
  await inTransaction(db, (trx) => startSegment(trx, startKey, entry('register.created')));
  db.close();
  const first = { staffId, login, passphrase, policy: cheapPolicy };
  const keyring = await createKeyring({ dbId, practice, dek: key, recoveryKey, first });
  await writeKeyring(folder, keyring);
  const expected = { dbId, epoch: 1, practice, newestVersion: 1, mark: null };
  return { folder, file, key, staffId, startKey, recoveryKey, keyring, expected };
}

export function inTransaction<Value>(
  db: Database,
  work: (trx: Transaction<PlatformTables>) => Promise<Value>,
): Promise<Value> {
  return queriesOf<PlatformTables>(db).transaction().execute(work);
}

export interface OpenChanges extends Partial<ExpectedDatabase> {
  mode?: OpenMode;
  key?: Buffer;
  drives?: DriveTable;
}

/** Opens as the product does, with the lock for the time of opening; throws what opening throws. */
export function open(register: TestRegister, changes: OpenChanges = {}): Database {
  const { mode = 'main', key = register.key, drives = localDrives, ...expected } = changes;
  const lock = acquireOwnerLock(register.folder, '2026-03-01T12:00:00.000Z');
  try {
    const options = { file: register.file, key, mode, drives, lock };
    return openDatabase({ ...options, expected: { ...register.expected, ...expected } });
  } finally {
    lock.release();
  }
}

/** `code/reason` of what a step throws; `none` when it passes. */
export async function refusal(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'none';
  } catch (error) {
    if (error instanceof ExpectedFailure) return `${error.failure.code}/${error.failure.reason ?? ''}`;
    throw error;
  }
}

export function listing(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name !== 'owner.lock')
    .sort();
}
