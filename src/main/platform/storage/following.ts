/** What follows a commit: none of it may fail the call that is stored, and what failed is tried again (decision D33). */
import { join } from 'node:path';
import type { AuditHead } from './audit-chain.ts';
import { keepingStatements } from './kept-statements.ts';
import { promoteKeyring } from './keyring.ts';
import type { Marker } from './marker.ts';
import { newestVersion, queriesOf } from './migrate.ts';
import { openDatabase, type Database } from './open-database.ts';
import type { OwnerLock } from './owner-lock.ts';
import type { RegisterOptions, StartedRegister } from './start-register.ts';
import type { Trx } from './rows.ts';
import type { PlatformTables } from './platform-tables.ts';

export type OpenRegister = StartedRegister & { readonly marker: Marker };

export type Work<Value> = (trx: Trx) => Promise<Value>;
/** What a transaction had made when it was to be committed. */
export type Reached<Value> = { readonly value: Value; readonly head: AuditHead | null };

/** Opens the file of an open record anew; false when that cannot be done. */
export async function reopen(
  open: OpenRegister,
  { folder, drives, migrations }: RegisterOptions,
  lock: () => OwnerLock,
): Promise<boolean> {
  const { dbId, epoch, practice, dbFile } = open.keyring;
  try {
    await open.queries.destroy();
    const expected = { dbId, epoch, practice, newestVersion: newestVersion(migrations), mark: null };
    const file = join(folder, dbFile);
    open.db = openDatabase({ file, key: open.dek, mode: 'main', expected, drives, lock: lock() });
    open.queries = queriesOf<PlatformTables>(keepingStatements(open.db));
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether the file, opened again after an error of the disk, holds the transaction that was answered with the error. Only
 * what stands in the audit can be told.
 */
export function isKept({ db, lastMarked }: Pick<OpenRegister, 'db' | 'lastMarked'>, head: AuditHead | null): boolean {
  if (head === null || head.seq <= lastMarked) return false;
  return (
    db.prepare('select 1 from audit_state where head_seq = ? and head_hash = ?').get(head.seq, head.hash) !== undefined
  );
}

/** Puts everything into the database file, with flushes of its own: the failed one is never tried again. */
export function flushAnew(db: Database): boolean {
  try {
    const [row] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return row?.busy === 0;
  } catch {
    return false;
  }
}

/** @param utc Instant of the commit. A read-only record moves no mark: the alarm must survive the next start. */
export function followMark(open: OpenRegister, head: AuditHead | null, utc: string): void {
  if (head === null || head.seq <= open.lastMarked || open.isReadOnly) return;
  open.lastMarked = head.seq;
  open.marker.follow({ dbId: open.keyring.dbId, seq: head.seq, hash: head.hash.toString('hex'), utc });
}

export async function followKeyring(folder: string, open: OpenRegister): Promise<void> {
  if (!open.isKeyringLate) return;
  try {
    await promoteKeyring(folder, open.keyring);
    open.isKeyringLate = false;
  } catch {
    // The database has it, and the staged file opens until then: tried again after the next change.
  }
}
