/**
 * A new database key by copy (security design §2.4): the record under the old key stays whole until the archive of keys
 * names the new file, and whoever had kept the old key opens nothing of what comes after.
 *
 * Never `rekey` in place: killed in the middle it leaves a file that neither key opens (trap F2).
 */
import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Transaction } from 'kysely';
import { fail } from '../../../shared/platform/failures.ts';
import { append, verifyChain, type AuditHead, type AuditInput } from './audit-chain.ts';
import { flushFile, flushFolder, renameWithRetry } from './durable-file.ts';
import { commitKeyring, resealed, type Keyring } from './keyring.ts';
import { markKeyOf, writeMark } from './mark.ts';
import { writeMeta } from './meta.ts';
import { newestVersion, queriesOf, type Migration } from './migrate.ts';
import { openDatabase, rawKey, type Database } from './open-database.ts';
import { keepKeyring } from './opening.ts';
import type { DriveTable } from './paths.ts';
import type { PlatformTables } from './platform-tables.ts';
import { handedOn } from './rows.ts';

const stagedName = 'rotating.db';

export type RotationParts = {
  readonly folder: string;
  readonly drives: DriveTable;
  readonly migrations: readonly Migration[];
};

/** The record as it is open: its file, its key, and the archive to go on with, still of the old epoch. */
export type RotationSource = { readonly db: Database; readonly dek: Buffer; readonly keyring: Keyring };

/** What a rotation changes itself; everything else must be the same, byte by byte. */
const ownTables = new Set(['meta', 'audit_entry', 'audit_object', 'audit_state']);

function hashOfTable(db: Database, table: string): string {
  const hash = createHash('sha256');
  const columns = (db.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => `"${name}"`).join(', ');
  for (const row of db.prepare(`select ${columns} from "${table}" order by ${columns}`).raw().iterate()) {
    for (const value of row as unknown[]) {
      const bytes = Buffer.isBuffer(value) ? value : Buffer.from(String(value));
      hash.update(`${value === null ? 'null' : typeof value}:${bytes.length}:`).update(bytes);
    }
  }
  return hash.digest('hex');
}

function tablesOf(db: Database): string[] {
  const rows = db.prepare(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'",
  );
  return (rows.all() as { name: string }[]).map(({ name }) => name).sort();
}

/** @throws damaged `rotation-differs` unless the copy holds what the record holds */
async function prove(source: Database, copy: Database, head: AuditHead): Promise<void> {
  const tables = tablesOf(source);
  const isSame =
    copy.pragma('integrity_check', { simple: true }) === 'ok' &&
    (copy.pragma('foreign_key_check') as unknown[]).length === 0 &&
    tables.join() === tablesOf(copy).join() &&
    tables.every((table) => ownTables.has(table) || hashOfTable(source, table) === hashOfTable(copy, table));
  if (!isSame) throw fail('damaged', 'rotation-differs');
  const before = await verifyChain(queriesOf<PlatformTables>(source));
  const after = await verifyChain(queriesOf<PlatformTables>(copy));
  if (after.entries !== before.entries + 1 || after.head.seq !== head.seq) throw fail('damaged', 'rotation-differs');
}

/** The copy under the new key, with the new epoch, the new archive of keys and one more entry. */
async function fillCopy(file: string, source: RotationSource, parts: RotationParts, to: Next): Promise<AuditHead> {
  source.db.pragma('wal_checkpoint(TRUNCATE)');
  source.db.prepare('vacuum into ?').run(file);
  const copy = openStaged(file, source.dek, source.keyring, parts);
  try {
    copy.pragma('journal_mode=DELETE');
    const raw = rawKey(to.dek);
    copy.rekey(raw);
    raw.fill(0);
    const write = async (trx: Transaction<PlatformTables>) => {
      await writeMeta(handedOn(trx), 'epoch', String(to.keyring.epoch));
      await keepKeyring(trx, to.keyring);
      return append(trx, to.entry);
    };
    return await queriesOf<PlatformTables>(copy).transaction().execute(write);
  } finally {
    copy.close();
  }
}

type Next = { readonly dek: Buffer; readonly keyring: Keyring; readonly entry: AuditInput };

function openStaged(file: string, key: Buffer, keyring: Keyring, { drives, migrations }: RotationParts): Database {
  const { dbId, epoch, practice } = keyring;
  const expected = { dbId, epoch, practice, newestVersion: newestVersion(migrations), mark: null };
  return openDatabase({ file, key, mode: 'copy', expected, drives });
}

/**
 * Makes the record anew under another key and lets the archive of keys name it: the rename of that archive is the one
 * point after which the new file counts. Whatever fails before leaves everything as it was.
 *
 * @param dek The new 32-byte key; stays the caller's.
 * @throws damaged `rotation-differs`, storage
 */
export async function rotateByCopy(
  parts: RotationParts,
  source: RotationSource,
  to: { readonly dek: Buffer; readonly entry: AuditInput },
): Promise<{ readonly keyring: Keyring; readonly head: AuditHead }> {
  const { folder } = parts;
  const staged = join(folder, stagedName);
  const keyring = resealed(source.keyring, source.dek, to.dek);
  const target = join(folder, keyring.dbFile);
  clear(staged, target);
  try {
    const head = await fillCopy(staged, source, parts, { ...to, keyring });
    flushFile(staged);
    const copy = openStaged(staged, to.dek, keyring, parts);
    try {
      await prove(source.db, copy, head);
    } finally {
      copy.close();
    }
    await renameWithRetry(staged, target);
    await flushFolder(folder);
    // One of the two marks speaks the new key already: a cut right after must raise no alarm.
    const markKey = markKeyOf(to.dek);
    const mark = { dbId: keyring.dbId, seq: head.seq, hash: head.hash.toString('hex'), utc: to.entry.utc };
    await writeMark(folder, markKey, mark).finally(() => markKey.fill(0));
    await commitKeyring(folder, keyring);
    return { keyring, head };
  } catch (error) {
    clear(staged, target);
    throw error;
  }
}

function clear(...files: readonly string[]): void {
  for (const file of files) {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(file + ending, { force: true });
  }
}

/**
 * Files of the record that the archive of keys does not name: what a rotation left before or after its one point. One that
 * another program holds (a virus scanner) goes at a later start: nobody is kept out for it.
 */
export function sweepOtherEpochs(folder: string, dbFile: string): void {
  const isOther = (name: string) =>
    /^(?:registro\.e\d+|rotating)\.db(?:-(?:wal|shm|journal))?$/.test(name) && !name.startsWith(dbFile);
  for (const name of readdirSync(folder).filter(isOther)) {
    try {
      rmSync(join(folder, name), { force: true });
    } catch {
      // Held: the record has its key already.
    }
  }
}
